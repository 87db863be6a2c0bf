import { measureChip } from "#shared/result/measure-chip.ts";
import { createTimelineRecorder } from "#shared/result/timeline.ts";
import { commandsByTurn, replayTo } from "#shared/round/replay.ts";
import { openRound, type Round, type RoundLog } from "#shared/round/round.ts";
import { parseRoundLog } from "#shared/round/round-file.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { isAllDone } from "#shared/sim/chip/still-to-come.ts";
import { flag } from "../command/option.ts";
import { createProgress } from "../command/progress.ts";
import { readJson } from "../command/read-json.ts";
import { JSON_OUTPUT, SVG } from "../command/run-options.ts";
import { UsageError } from "../command/usage-error.ts";
import { defineVerb } from "../command/verb.ts";
import { one } from "../command/words.ts";
import { gantt as drawGantt } from "../draw/gantt.ts";
import type { LaneChart } from "../draw/lanes.ts";
import { causeLines, percent, seconds, table } from "../draw/show.ts";
import { writeTimelineSvg } from "../draw/timeline-svg.ts";
import { figuresOf } from "../run/chip-figures.ts";

/** Plays an exported round again and shows what every chip did. */
export const replay = defineVerb({
	name: "replay",
	summary: "play a recorded round again",
	words: one("ROUND", readRound),
	options: {
		gantt: flag("draw what each core of each chip did"),
		svg: SVG,
		events: flag("print everything that happened, in order, before the result"),
		json: JSON_OUTPUT,
	},
	about: `Plays a round again that a class has played and a teacher has exported: exactly what happened then,
to the same checksums. ROUND is the path of its file.`,
	act: (log, { gantt, svg, events, json }, { print }) => {
		const { round, happened, timelines } = play(log, events, gantt || svg !== undefined);
		if (svg !== undefined) writeTimelineSvg(svg, timelines);
		const chips = chipsOf(round);
		if (json) {
			const { lesson, seed } = log.header;
			print(JSON.stringify({ lesson, seed, turns: log.turns, chips }, null, "\t"));
		} else {
			const pictures = gantt ? timelines.flatMap((lanes) => ["", drawGantt(lanes)]) : [];
			print([...happened, showChips(chips), ...pictures].join("\n"));
		}
	},
});

function readRound(path: string): RoundLog {
	const parsed = parseRoundLog(readJson(path));
	if (parsed.ok) return parsed.value;
	throw new UsageError(`${path} is not a round:\n${parsed.reason.map((line) => `  ${line}`).join("\n")}`);
}

function chipsOf(round: Round) {
	return round.chips.map((chip) => figuresOf(measureChip(chip), isAllDone(chip)));
}

function showChips(chips: ReturnType<typeof chipsOf>): string {
	const rows = chips.map((chip, index) => [
		index,
		chip.cores,
		chip.jobsByWork.toFixed(2),
		chip.threadsDone,
		percent(chip.usefulShare),
		seconds(chip.timeNs),
		chip.checksum,
	]);
	const causes = chips.flatMap((chip, index) => ["", `chip ${index}`, ...causeLines(chip.causes)]);
	const head = ["chip", "cores", "jobs", "tasks", "useful", "time", "checksum"];
	return [table(head, rows), ...causes].join("\n");
}

function play(
	log: RoundLog,
	wantsEvents: boolean,
	wantsTimeline: boolean,
): { readonly round: Round; readonly happened: string[]; readonly timelines: LaneChart[] } {
	const round = openRound(log.header);
	const byTurn = commandsByTurn(log);
	const recorders = round.chips.map(({ cores }) => createTimelineRecorder(cores.length));
	const happened: string[] = [];
	const say = createProgress();
	for (let turn = 1; turn <= log.turns; turn++) {
		replayTo(round, byTurn, turn, (chip, event) => {
			if (wantsEvents) happened.push(eventLine(chip, event));
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
