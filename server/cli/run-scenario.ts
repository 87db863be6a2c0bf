import { gantt } from "./gantt.ts";
import { coresOf, type RunOptions, runChip } from "./run-chip.ts";
import { showResult } from "./show-result.ts";
import { writeTimelineSvg } from "./timeline-svg.ts";

type Pictures = {
	/** Draw the timeline below the result. */
	readonly gantt: boolean;
	/** The file to write the timeline to. */
	readonly svg?: string | undefined;
};

/** Runs a lesson or a scenario file once and shows the result, with its timeline where asked for. */
export function runScenario(what: string, options: RunOptions & Pictures): string {
	const wantsTimeline = options.gantt || options.svg !== undefined;
	const { chip, result, timeline } = runChip(what, options, coresOf(options.cores), wantsTimeline);
	const lanes = { title: result.title, lanes: timeline, lengthNs: chip.nowNs };
	if (options.svg !== undefined) writeTimelineSvg(options.svg, [lanes]);
	if (options.json) return JSON.stringify(result, null, "\t");
	return options.gantt ? `${showResult(result)}\n\n${gantt(lanes)}` : showResult(result);
}
