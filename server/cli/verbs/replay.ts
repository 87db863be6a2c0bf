import { measurePlayed } from "#shared/result/measure-chip.ts";
import { createTimelineRecorder } from "#shared/result/timeline.ts";
import { openRecorded, type Round } from "#shared/round/play-round.ts";
import type { RecordedRound } from "#shared/round/recorded-round.ts";
import { commandsByTurn, replayTo } from "#shared/round/replay.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { isAllDone } from "#shared/sim/chip/still-to-come.ts";
import { flag } from "../command/option.ts";
import { createProgress } from "../command/progress.ts";
import { JSON_OUTPUT, SVG } from "../command/run-options.ts";
import { UsageError } from "../command/usage-error.ts";
import { defineVerb } from "../command/verb.ts";
import { one } from "../command/words.ts";
import { gantt as drawGantt } from "../draw/gantt.ts";
import type { LaneChart } from "../draw/lanes.ts";
import { causeLines, percent, seconds, table } from "../draw/show.ts";
import { writeTimelineSvg } from "../draw/timeline-svg.ts";
import { figuresOf } from "../run/chip-figures.ts";
import { readRoundFile } from "./read-round.ts";

/** Plays an exported round again and shows what every chip did. */
export const replay = defineVerb({
	name: "replay",
	summary: "play a recorded round again",
	words: one("ROUND", readRoundFile),
	options: {
		gantt: flag("draw what each core of each chip did"),
		svg: SVG,
		events: flag("print everything that happened, in order, before the result"),
		json: JSON_OUTPUT,
	},
	about: `Plays a round again that a class has played and a teacher has exported: exactly what happened then,
to the same checksums, whichever version of the simulation played it. ROUND is the path of its file. The exit code
is 1 where the checksums are others than the file says.`,
	act: async (reading, { gantt, svg, events, json }, { print }) => {
		const { round: recorded, checksums } = await reading;
		const { round, happened, timelines } = play(recorded, events, gantt || svg !== undefined);
		if (svg !== undefined) writeTimelineSvg(svg, timelines);
		const chips = chipsOf(round);
		if (json) {
			const { lesson, seed, simVersion } = recorded.header;
			print(JSON.stringify({ lesson, seed, simVersion, turns: recorded.turns, chips }, null, "\t"));
		} else {
			const pictures = gantt ? timelines.flatMap((lanes) => ["", drawGantt(lanes)]) : [];
			print([...happened, showChips(chips), ...pictures].join("\n"));
		}
		compare(chips, checksums, recorded.header.simVersion);
	},
});

/** Throws `UsageError` unless the chips have come to what they did when the round was played, as far as that is told. */
function compare(
	chips: ReturnType<typeof chipsOf>,
	checksums: readonly number[] | undefined,
	version: number,
): void {
	if (checksums === undefined) {
		process.stderr.write("The file tells no checksums: that this is what happened has not been verified.\n");
		return;
	}
	if (checksums.length !== chips.length)
		throw new UsageError(
			`checksums: expected ${chips.length}, one for each chip, found ${checksums.length}.`,
		);
	const told = checksums.map(showChecksum);
	const other = chips.findIndex(({ checksum }, chip) => checksum !== told[chip]);
	if (other === -1) return;
	throw new UsageError(
		`This is not what happened: chip ${other} ended with checksum ${told[other]} and comes to ${chips[other]?.checksum} here. ` +
			`The file has been changed since, or another state of simulation version ${version} played it than the one that was kept.`,
	);
}

function chipsOf(round: Round) {
	return round.chips.map((played) => figuresOf(measurePlayed(played), isAllDone(played.chip)));
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
	recorded: RecordedRound,
	wantsEvents: boolean,
	wantsTimeline: boolean,
): { readonly round: Round; readonly happened: string[]; readonly timelines: LaneChart[] } {
	const round = openRecorded(recorded);
	const byTurn = commandsByTurn(recorded);
	const recorders = round.chips.map(({ chip }) => createTimelineRecorder(chip.cores.length));
	const happened: string[] = [];
	const say = createProgress();
	for (let turn = 1; turn <= recorded.turns; turn++) {
		replayTo(round, byTurn, turn, (chip, event) => {
			if (wantsEvents) happened.push(eventLine(chip, event));
			if (wantsTimeline) recorders[chip]?.record(event);
		});
		say(() => `${turn} of ${recorded.turns} turns`);
	}
	const timelines = round.chips.map(({ chip: { nowNs } }, index) => ({
		title: `${recorded.header.lesson}, chip ${index}`,
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
