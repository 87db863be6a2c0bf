import { measureChip } from "#shared/round/measure-chip.ts";
import { commandsByTurn, replayTo } from "#shared/round/replay.ts";
import { openRound } from "#shared/round/round.ts";
import { parseRoundLog } from "#shared/round/round-file.ts";
import { showChecksum } from "#shared/sim/checksum.ts";
import type { ChipEvent } from "#shared/sim/event.ts";
import { readJson } from "./read-json.ts";
import { seconds, table } from "./show.ts";
import { UsageError } from "./usage-error.ts";

/** Plays an exported round again and shows what every chip did; `events`: with everything that happened, in order. */
export function replayFile(
	path: string,
	options: { readonly json: boolean; readonly events: boolean },
): string {
	const parsed = parseRoundLog(readJson(path));
	if (!parsed.ok)
		throw new UsageError(`${path} is not a round:\n${parsed.reason.map((line) => `  ${line}`).join("\n")}`);
	const log = parsed.value;
	const round = openRound(log.header);
	const happened: string[] = [];
	replayTo(round, commandsByTurn(log), log.turns, (chip, event) => {
		if (options.events) happened.push(eventLine(chip, event));
	});
	const chips = round.chips
		.map(measureChip)
		.map((chip) => ({ ...chip, checksum: showChecksum(chip.checksum) }));
	if (options.json)
		return JSON.stringify(
			{ lesson: log.header.lesson, seed: log.header.seed, turns: log.turns, chips },
			null,
			"\t",
		);
	const rows = chips.map((chip, index) => [
		index,
		chip.cores,
		chip.jobsByWork.toFixed(2),
		chip.threadsDone,
		seconds(chip.timeNs),
		chip.checksum,
	]);
	return [...happened, table(["chip", "cores", "jobs", "tasks", "time", "checksum"], rows)].join("\n");
}

function eventLine(chip: number, event: ChipEvent): string {
	const { atNs, type, ...rest } = event;
	const details = Object.entries(rest).map(
		([key, value]) => `${key} ${typeof value === "object" ? JSON.stringify(value) : value}`,
	);
	return `${seconds(atNs).padStart(9)}  chip ${chip}  ${type}  ${details.join(", ")}`;
}
