import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { brainWords as t } from "../i18n/words.ts";
import type { DualTaskRun, TaskPart } from "./dual-task-lanes.ts";
import "./dual-task-timeline.css";

type DualTaskTimelineProps = {
	runs: readonly DualTaskRun[];
	/** When people answered the number, in ms after it, by gap; a diamond beside the chip's own end. */
	measured?: ReadonlyMap<number, number>;
};

/** Width of the drawing, and of its part with the words: narrow where it would be scaled down until nobody can read them. */
const WIDE = { width: 480, left: 118 };
const NARROW = { width: 290, left: 108 };
const NARROW_BELOW_PX = 420;
const LANE = 17;
const GAP = 14;
/** Until the next pair begins; the style sheet says how long one takes. */
const ROW_S = 1.2;
const TASK_PARTS: readonly TaskPart[] = ["see", "wait", "decide", "move"];

/** What two cores with one lock for decisions do, by gap: drawn from the simulator's own events. */
export function DualTaskTimeline({ runs, measured }: DualTaskTimelineProps) {
	const lastMs = Math.max(
		...runs.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.map(({ toMs }) => toMs))),
		...runs.map(({ soaMs }) => soaMs + (measured?.get(soaMs) ?? 0)),
	);
	const [{ width, left }, setSize] = useState(WIDE);
	const place = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		if ((place.current?.clientWidth ?? NARROW_BELOW_PX) < NARROW_BELOW_PX) setSize(NARROW);
	}, []);
	const scale = (width - left - 12) / lastMs;
	const rowHeight = 2 * LANE + GAP;
	return (
		<div class="dual-task" ref={place}>
			<ul class="dual-task-key">
				{TASK_PARTS.map((part) => (
					<li key={part}>
						<i class={`part-key part-${part}`} /> {t.parts[part]}
					</li>
				))}
			</ul>
			<svg viewBox={`0 0 ${width} ${runs.length * rowHeight}`} aria-hidden="true">
				{runs.map((run, row) => (
					<g key={run.soaMs} transform={`translate(0 ${row * rowHeight})`}>
						<Names soaMs={run.soaMs} left={left} />
						<g class="dual-task-run" style={{ animationDelay: `${row * ROW_S}s` }}>
							<Run run={run} measuredMs={measured?.get(run.soaMs)} x={(ms) => left + ms * scale} />
						</g>
					</g>
				))}
			</svg>
		</div>
	);
}

function Names({ soaMs, left }: { soaMs: number; left: number }) {
	return (
		<>
			<text class="dual-task-gap" x="0" y={LANE - 3}>
				{t.gapLane(soaMs)}
			</text>
			<text x="0" y={2 * LANE - 4}>
				{t.later}
			</text>
			{t.lanes.map((lane, core) => (
				<text key={lane} x={left - 8} y={core * LANE + 13} text-anchor="end">
					{lane}
				</text>
			))}
		</>
	);
}

type RunProps = { run: DualTaskRun; measuredMs: number | undefined; x: (ms: number) => number };

/** What both cores did, and when people answered the same, if anybody did. */
function Run({ run: { soaMs, lanes }, measuredMs, x }: RunProps) {
	return (
		<>
			{lanes.flatMap((lane, core) =>
				lane.map(({ part, fromMs, toMs }) => (
					<rect
						key={`${core} ${part}`}
						class={`part-${part}`}
						x={x(fromMs)}
						y={core * LANE + 1}
						width={x(toMs) - x(fromMs)}
						height={LANE - 3}
						rx="2"
					/>
				)),
			)}
			{measuredMs !== undefined && (
				<path
					class="dual-task-measured"
					transform={`translate(${x(soaMs + measuredMs)} ${LANE * 1.5})`}
					d="M0 -8L8 0L0 8L-8 0Z"
				/>
			)}
		</>
	);
}
