import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { Segment } from "#shared/result/timeline.ts";
import type { ReadonlyThread } from "#shared/sim/chip/chip.ts";
import type { Activity } from "#shared/sim/chip/event.ts";
import { percent } from "../i18n/base/format.ts";
import { activityWords, lessonWords, roundsWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";
import { CAUSE_OF_ACTIVITY, paintTimeline, timelineHeightPx } from "./paint-timeline.ts";
import { sharesOf, totalsOf } from "./timeline-shares.ts";
import "./timeline.css";
import "../figures/cause-bars.css";

type TimelineProps = {
	/** By core, in order of time. */
	segments: readonly (readonly Segment[])[];
	labels: readonly string[];
	threads: readonly ReadonlyThread[];
	lengthNs: number;
	shownNs: number;
	onSeek: (toNs: number) => void;
};

/** What every core did all through the round, one lane per core; a click goes there in the replay. */
export function Timeline(props: TimelineProps) {
	const { segments, labels, threads } = props;
	const totals = useMemo(() => totalsOf(segments), [segments]);
	const used = Object.keys(CAUSE_OF_ACTIVITY).filter((activity) =>
		segments.some((lane) => lane.some((segment) => segment.activity === activity)),
	) as Activity[];
	return (
		<Figure
			title={t.timelineTitle}
			summary={t.timelineSummary(percent(totals.runningShare), totals.switches)}
			legend={<Legend used={used} hasSerial={threads.some(({ spec }) => spec.serial)} />}
			interactive
			tableLabel={lessonWords.table}
			table={{
				head: [t.timelineHead, ...used.map((activity) => activityWords[activity])],
				rows: segments.map((lane, core) => {
					const shares = sharesOf(lane);
					return [labels[core] ?? "", ...used.map((activity) => percent(shares.get(activity) ?? 0, 1))];
				}),
			}}
		>
			<Lanes {...props} />
		</Figure>
	);
}

function Lanes({ segments, labels, threads, lengthNs, shownNs, onSeek }: TimelineProps) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const [hover, setHover] = useState("");
	const height = timelineHeightPx(segments.length);
	useEffect(() => {
		const element = canvas.current;
		if (element === null) return;
		const watcher = new ResizeObserver(() => paintTimeline(element, segments, threads, lengthNs));
		watcher.observe(element);
		return () => watcher.disconnect();
	}, [segments, threads, lengthNs]);

	function describe(event: PointerEvent) {
		const box = canvas.current?.getBoundingClientRect();
		if (box === undefined) return;
		const core = Math.floor(((event.clientY - box.top) / height.lanes) * segments.length);
		const atNs = ((event.clientX - box.left) / box.width) * lengthNs;
		const segment = segments[core]?.find(({ fromNs, toNs }) => fromNs <= atNs && atNs < toNs);
		setHover(segment === undefined ? "" : sentenceOf(segment, core, threads));
	}
	return (
		<>
			<div class="timeline">
				<div class="timeline-labels">
					{labels.map((label) => (
						<span key={label}>{label}</span>
					))}
				</div>
				<div class="timeline-lanes">
					<canvas ref={canvas} style={{ height: `${height.whole}px` }} />
					<input
						class="timeline-head"
						type="range"
						min={0}
						max={lengthNs}
						step={NS_PER_PLAY_S / 4}
						value={shownNs}
						aria-label={t.position}
						aria-valuetext={secondOf(shownNs)}
						style={{ height: `${height.lanes}px` }}
						onInput={(event) => onSeek(Number(event.currentTarget.value))}
						onPointerMove={describe}
						onPointerLeave={() => setHover("")}
					/>
				</div>
			</div>
			<p class="timeline-hover">{hover}</p>
		</>
	);
}

function Legend({ used, hasSerial }: { used: readonly Activity[]; hasSerial: boolean }) {
	return (
		<ul class="causes-legend">
			{hasSerial && (
				<li>
					<i class="cause timeline-serial" /> {t.serialRunning}
				</li>
			)}
			{used.map((activity) => (
				<li key={activity}>
					<i class={`cause cause-${CAUSE_OF_ACTIVITY[activity]}`} /> {activityWords[activity]}
				</li>
			))}
		</ul>
	);
}

function sentenceOf(segment: Segment, core: number, threads: readonly ReadonlyThread[]): string {
	const task = threads[segment.thread]?.spec.name ?? "";
	const { activity, fromNs, toNs } = segment;
	return t.timelineAt(core + 1, activityWords[activity], secondOf(fromNs), secondOf(toNs), task);
}

function secondOf(ns: number): string {
	return t.now(ns / NS_PER_PLAY_S);
}
