import { measureChip } from "#shared/result/measure-chip.ts";
import { createTimelineRecorder } from "#shared/result/timeline.ts";
import { commandsByTurn, replayTo } from "#shared/round/replay.ts";
import { openRound, type Round, type RoundLog } from "#shared/round/round.ts";
import { parseRoundLog } from "#shared/round/round-file.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { createProgress } from "../command/progress.ts";
import { readJson } from "../command/read-json.ts";
import { UsageError } from "../command/usage-error.ts";
import { gantt } from "../draw/gantt.ts";
import type { Lanes } from "../draw/lanes.ts";
import { causeLines, percent, seconds, table } from "../draw/show.ts";
import { writeTimelineSvg } from "../draw/timeline-svg.ts";

type Options = {
	readonly json: boolean;
	/** Everything that happened, in order. */
	readonly events: boolean;
	/** The timeline of every chip, in the terminal; and the file to write them to. */
	readonly gantt: boolean;
	readonly svg?: string | undefined;
};

/** Plays an exported round again and shows what every chip did. */
export function replayFile(path: string, options: Options): string {
	const parsed = parseRoundLog(readJson(path));
	if (!parsed.ok)
		throw new UsageError(`${path} is not a round:\n${parsed.reason.map((line) => `  ${line}`).join("\n")}`);
	const log = parsed.value;
	const { round, happened, timelines } = play(log, options);
	if (options.svg !== undefined) writeTimelineSvg(options.svg, timelines);
	const chips = round.chips
		.map(measureChip)
		.map((chip) => ({ ...chip, checksum: showChecksum(chip.checksum) }));
	if (options.json) {
		const { lesson, seed } = log.header;
		return JSON.stringify({ lesson, seed, turns: log.turns, chips }, null, "\t");
	}
	const rows = chips.map((chip, index) => [
		index,
		chip.cores,
		chip.jobsByWork.toFixed(2),
		chip.threadsDone,
		percent(chip.utilisation),
		seconds(chip.timeNs),
		chip.checksum,
	]);
	const causes = chips.flatMap((chip, index) => ["", `chip ${index}`, ...causeLines(chip.causes)]);
	const pictures = options.gantt ? timelines.flatMap((lanes) => ["", gantt(lanes)]) : [];
	const head = ["chip", "cores", "jobs", "tasks", "busy", "time", "checksum"];
	return [...happened, table(head, rows), ...causes, ...pictures].join("\n");
}

function play(
	log: RoundLog,
	options: Options,
): { readonly round: Round; readonly happened: string[]; readonly timelines: Lanes[] } {
	const round = openRound(log.header);
	const byTurn = commandsByTurn(log);
	const recorders = round.chips.map(({ cores }) => createTimelineRecorder(cores.length));
	const wantsTimeline = options.gantt || options.svg !== undefined;
	const happened: string[] = [];
	const say = createProgress();
	for (let turn = 1; turn <= log.turns; turn++) {
		replayTo(round, byTurn, turn, (chip, event) => {
			if (options.events) happened.push(eventLine(chip, event));
			if (wantsTimeline) recorders[chip]?.record(event);
		});
		say(() => `${turn} of ${log.turns} turns`);
	}
	const timelines = round.chips.map(({ nowNs }, index) => ({
		title: `${log.header.lesson}, chip ${index}`,
		lanes: recorders[index]?.close(nowNs) ?? [],
		lengthNs: nowNs,
	}));
	return { round, happened, timelines };
}

function eventLine(chip: number, event: ChipEvent): string {
	const { atNs, type, ...rest } = event;
	const details = Object.entries(rest).map(
		([key, value]) => `${key} ${typeof value === "object" ? JSON.stringify(value) : value}`,
	);
	return `${seconds(atNs).padStart(9)}  chip ${chip}  ${type}  ${details.join(", ")}`;
}
