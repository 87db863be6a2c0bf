import type { Lanes } from "#shared/result/lanes.ts";
import { causeWords } from "../i18n/words.ts";
import { causesIn, cellsOf } from "./lane-cells.ts";
import "./cause-bars.css";
import "./lane-strip.css";

type LaneStripProps = {
	lanes: Lanes;
	/** Steps that are shown, from the first up to before the last. */
	from: number;
	to: number;
	/** One name per lane. */
	labels: readonly string[];
	/** Where a task begins after another one, by lane, in steps. */
	starts?: readonly (readonly number[])[];
	/** Steps that are marked, within those shown. */
	marked?: { readonly from: number; readonly to: number };
	/** The lane that the mark is about; else all. */
	markedLane?: number;
};

/** What the cores' time went to over a stretch of a round: one lane per core, in the looks of the cause bars. */
export function LaneStrip({ lanes, from, to, labels, starts, marked, markedLane }: LaneStripProps) {
	const place = (step: number) => `${(100 * (step - from)) / (to - from)}%`;
	return (
		<div class="lane-strip">
			{lanes.map((lane, core) => (
				<div class="lane-row" key={labels[core]}>
					<span class="lane-label">{labels[core]}</span>
					<div class="lane">
						{cellsOf(lane, from, to).map(({ steps, parts }, index) => (
							<span class="lane-cell" key={index} style={{ flexGrow: steps }}>
								{parts.map(({ cause, eighths }) => (
									<i key={cause} class={`cause cause-${cause}`} style={{ flexGrow: eighths }} />
								))}
							</span>
						))}
						{starts?.[core]?.map((step) => (
							<i key={step} class="lane-start" style={{ left: place(step) }} />
						))}
						{marked !== undefined && (markedLane === undefined || markedLane === core) && (
							<span
								class="lane-mark"
								style={{
									left: place(marked.from),
									width: `${(100 * (marked.to - marked.from)) / (to - from)}%`,
								}}
							/>
						)}
					</div>
				</div>
			))}
		</div>
	);
}

/** Names of the causes that a strip shows. */
export function LaneKey({ lanes, from, to }: Pick<LaneStripProps, "lanes" | "from" | "to">) {
	return (
		<ul class="causes-legend">
			{causesIn(lanes, from, to).map((cause) => (
				<li key={cause}>
					<i class={`cause cause-${cause}`} /> {causeWords[cause]}
				</li>
			))}
		</ul>
	);
}
