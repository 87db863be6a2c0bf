import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
	evaluateLesson,
	type JudgedChip,
	judgedChips,
	type LessonEvaluation,
} from "#shared/evaluation/evaluate-lesson.ts";
import { type GateTable, type MeanPoints, PACES_PER_S } from "#shared/evaluation/gate.ts";
import { lessonFaults } from "#shared/evaluation/lesson-faults.ts";
import type { Player } from "#shared/evaluation/player.ts";
import type { Waits } from "#shared/evaluation/waits.ts";
import { LESSON_IDS, LEVELS, type Level } from "#shared/lessons/ids.ts";
import { isPlayed, sideKeysOf, sidesOf } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { runVerb } from "./command/command-line.ts";
import { flag, type Setting, text, wholeNumber } from "./command/option.ts";
import { UsageError } from "./command/usage-error.ts";
import { defineVerb, type Output } from "./command/verb.ts";
import { anyNumber } from "./command/words.ts";

/** Fastest player that is let in, in acts per second of play. */
const PER_S_MAX = 4;
const NAME_WIDTH = 30;

/** `npm run evaluate`: what seats are worth in the lessons, and who does how well. */
const evaluate = defineVerb({
	name: "evaluate",
	summary: "say whether lessons are worth playing",
	words: anyNumber("[LESSON | LEVEL ...]", lessonsAndLevels),
	options: {
		seeds: seedRange(),
		cores: wholeNumber("N", "on chips of so many cores, not the lesson's own", {
			least: 2,
			most: 16,
			otherwise: undefined,
		}),
		players: text("FILE", "a module whose `players` are tried too (shared/evaluation/PLAYERS.md)"),
		json: flag("as JSON, one line for each lesson, level, side and size"),
		"no-waits": flag("without looking for what there is to decide"),
	},
	about: `Says what one seat is worth in the lessons that are named, else in all of them, at the levels that are
named, else at the standard one: 0 is the naive policy in every seat, 100 the best known. Who plays without a thought,
by fixed rules, as a beginner or by the idea comes to how much, in every seat and in one among naive bots; what each act
costs that is left out; how long a seat waits for a decision that matters; and what the lesson fails of all that.
Without --seeds on 31 seeds that follow from the lesson, its policies and the simulation, so that nobody has tuned on
them. The exit code is 1 if a lesson fails.
LESSON is one of ${LESSON_IDS.join(", ")}.
LEVEL is one of ${LEVELS.join(", ")}.`,
	notes: "Try: npm run --silent evaluate -- locks starter --seeds 1-8",
	act: async ({ lessons, levels }, { seeds, cores, players, json, "no-waits": noWaits }, output) => {
		const others = players === undefined ? [] : await loadPlayers(players);
		for (const lesson of lessons)
			for (const level of levels) {
				const faults = lessonFaults(lesson);
				for (const fault of faults) output.print(fault);
				if (faults.length > 0) {
					output.fail();
					break;
				}
				for (const judged of askedChips(lesson, level, cores)) {
					const found = evaluateLesson(lesson, judged, { seeds, others, skipsWaits: noWaits });
					show(lesson, judged, found, json, output);
				}
			}
	},
});

await runVerb(evaluate, "npm run --silent evaluate --", process.argv.slice(2));

/** The lesson's own kinds of chip, or each of its sides on `cores`. */
function askedChips(lesson: Lesson, level: Level, cores: number | undefined): JudgedChip[] {
	if (cores === undefined) return judgedChips(lesson, [level]);
	return sidesOf(lesson).map((side) => ({ cores, level, side }));
}

function lessonsAndLevels(words: readonly string[]) {
	const unknown = words.filter((word) => ![...LESSON_IDS, ...LEVELS].some((known) => known === word));
	if (unknown.length > 0)
		throw new UsageError(
			`There is no lesson ${unknown.join(", ")}; there are ${LESSON_IDS.join(", ")}. Levels are ${LEVELS.join(", ")}.`,
		);
	const lessons = LESSONS.filter(({ id }) => words.includes(id));
	const levels = LEVELS.filter((level) => words.includes(level));
	return {
		lessons: (lessons.length > 0 ? lessons : LESSONS).filter(isPlayed),
		levels: levels.length > 0 ? levels : (["standard"] as const),
	};
}

function seedRange(): Setting<readonly number[] | undefined> {
	return {
		type: "setting",
		placeholder: "FROM-TO",
		help: "on these seeds",
		parse: (written, name) => {
			if (written === undefined) return undefined;
			const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(written) ?? [];
			const count = Number(to) - Number(from) + 1;
			if (!(count >= 2 && count <= 1_000))
				throw new UsageError(`--${name} needs two to a thousand seeds, as in 1-8, found "${written}".`);
			return Array.from({ length: count }, (_, index) => Number(from) + index);
		},
	};
}

async function loadPlayers(path: string): Promise<readonly Player[]> {
	let module: unknown;
	try {
		module = await import(pathToFileURL(resolve(path)).href);
	} catch (error) {
		throw new UsageError(`Cannot load ${path}: ${error instanceof Error ? error.message : String(error)}`);
	}
	const players: unknown = (module as { readonly players?: unknown }).players;
	if (!Array.isArray(players) || players.length === 0 || !players.every(isPlayer))
		throw new UsageError(
			`${path} has to export \`players\`, a list of { name, perS (0 to 4), act(view) }; see shared/evaluation/PLAYERS.md.`,
		);
	return players;
}

function isPlayer(value: unknown): value is Player {
	if (typeof value !== "object" || value === null) return false;
	const { name, perS, act } = value as Record<string, unknown>;
	const isPace = typeof perS === "number" && perS >= 0 && perS <= PER_S_MAX;
	return typeof name === "string" && isPace && typeof act === "function";
}

function show(
	lesson: Lesson,
	chip: JudgedChip,
	evaluation: LessonEvaluation,
	isJson: boolean,
	{ print, fail }: Output,
): void {
	const { table, waits, faults } = evaluation;
	if (faults.length > 0) fail();
	const side = sideKeysOf(lesson)[chip.side] ?? "";
	if (isJson) {
		print(JSON.stringify({ lesson: lesson.id, ...chip, side, ...table, waits, faults }));
		return;
	}
	print(`${[lesson.id, chip.level, side, `${chip.cores} cores`].filter(Boolean).join(" ")}`);
	for (const line of [...showTable(lesson, table), ...waits.map(showWaits)]) print(`  ${line}`);
	for (const fault of faults) print(`  FAILS ${fault}`);
}

function showTable({ measure }: Lesson, table: GateTable): string[] {
	const { naive, best, bestPolicy, score, influence, standings, ablations, machine } = table;
	const seatings = Object.keys(standings[0]?.points ?? {});
	return [
		`${measure.id}: naive ${naive.toFixed(1)}, best ${best.toFixed(1)} (${bestPolicy}); score of the idea ${score.mean.toFixed(0)}, from seed to seed ±${score.sd.toFixed(0)}; paces ${PACES_PER_S.join(", ")} a second`,
		...influence.map(
			({ seat, points, percent, won }) =>
				`${`one ${seat} adds`.padEnd(NAME_WIDTH)}${showPoints(points)} points, ${percent.toFixed(1)} % of the measure, wins ${(100 * won).toFixed(0)} %`,
		),
		`${"".padEnd(NAME_WIDTH)}${seatings.map((seating) => seating.padEnd(12)).join("")}`,
		...standings.map(
			({ name, points }) =>
				name.padEnd(NAME_WIDTH) + seatings.map((seating) => showPoints(points[seating]).padEnd(12)).join(""),
		),
		...ablations.map(
			({ act, seat, all, alone }) =>
				`${`${seat} without ${act}`.padEnd(NAME_WIDTH)}-${showPoints(all)} all, -${showPoints(alone)} alone`,
		),
		`machine pace: ${machine.map(({ policy, value }) => `${policy} ${value.toFixed(1)}`).join(", ")}`,
	];
}

function showWaits({ seat, median, p95 }: Waits): string {
	return `${`a ${seat} waits`.padEnd(NAME_WIDTH)}${median.toFixed(1)} s, 95 % under ${p95.toFixed(1)} s`;
}

function showPoints(points: MeanPoints | undefined): string {
	return points === undefined ? "" : `${points.mean.toFixed(0)}±${points.se.toFixed(0)}`;
}
