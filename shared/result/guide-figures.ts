import { LEVELS, type Level } from "../lessons/ids.ts";
import { sidesOf } from "../lessons/kind.ts";
import type { Lesson, LessonSetup } from "../lessons/lesson.ts";
import type { RoundOutcome } from "../lessons/outcome.ts";
import { seatsOpen } from "../lessons/seats-open.ts";
import { numberAt } from "../lib/assert.ts";
import { policyById } from "../policies/table.ts";
import { advance } from "../sim/advance.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import { type HumanReferences, humanReferences } from "./human-paced-references.ts";
import { measureChip } from "./measure-chip.ts";
import { isScored, SCORE_FORMULA, scoreOf } from "./score.ts";
import { REFERENCE_PER_S, simulatePlayers, wholeNs } from "./simulate-players.ts";

/** Outcome of a round without the machine-speed reference, for comparing people with people. */
export type PlayedOutcome = Omit<RoundOutcome, "references"> & {
	readonly references: readonly HumanReferences[];
};

/** Values that score 0 and 100 on one chip of a lesson, in the lesson's measure. */
export type LevelFigures = {
	readonly level: Level;
	/** Index of the lesson's sides; 0 where there are none. */
	readonly side: number;
	readonly cores: number;
	readonly naive: number;
	readonly best: number;
};

/** Value that one of the lesson's single rules reaches on the same chip, in the lesson's measure. */
export type RuleFigures = { readonly policy: string; readonly side: number; readonly value: number };

/** The figures that a lesson's guide quotes. */
export type GuideFigures = {
	/** On a chip of the lesson's first size, by level and side. */
	readonly levels: readonly LevelFigures[];
	/** At the standard level, by rule and side. */
	readonly rules: readonly RuleFigures[];
	/** A standard round with the naive policy in every seat; with two sides, both parts. */
	readonly rounds: readonly PlayedOutcome[];
};

/** Seed of the round that a guide quotes; any other would do. */
const SEED = 1;

/** All figures that a lesson's guide quotes, from simulations: takes a second or two. */
export function guideFigures(lesson: Lesson): GuideFigures {
	const cores = numberAt(lesson.chipCores, 0);
	const sides = sidesOf(lesson);
	return {
		levels: LEVELS.flatMap((level) =>
			sides.map((side) => {
				const { naive, best } = referencesOf(lesson, { cores, seed: SEED, level, side });
				return { level, side, cores, naive: naive.value, best: best.value };
			}),
		),
		rules: lesson.policies.constants.flatMap((policy) =>
			sides.map((side) => {
				const setup: LessonSetup = { cores, seed: SEED, level: "standard", side };
				return { policy, side, value: simulatePlayers(lesson, setup, policy, REFERENCE_PER_S) };
			}),
		),
		rounds: sides.map((side) => naiveRound(lesson, side)),
	};
}

function naiveRound(lesson: Lesson, side: number): PlayedOutcome {
	const { measure, policies } = lesson;
	const played = lesson.chipCores.map((cores) => {
		const setup: LessonSetup = { cores, seed: SEED, level: "standard", side };
		const scenario = lesson.createScenario(setup);
		// As bots play it, and as it scores 0.
		const seats = botSeats(cores, policyById(policies.naive));
		const chip = createChip({ scenario, seed: SEED, seats, pace: "human" });
		advance(chip, wholeNs(scenario));
		const measured = measureChip(chip);
		const references = referencesOf(lesson, setup);
		const { naive, best } = references;
		const score = isScored(naive.value, best.value)
			? scoreOf(measure.of(measured), naive.value, best.value, measure.better)
			: null;
		return { chip: { ...measured, side, score, held: [], played: [] }, references };
	});
	return {
		lesson: lesson.id,
		seed: SEED,
		part: side === 0 ? 0 : 1,
		formula: SCORE_FORMULA,
		chips: played.map(({ chip }) => chip),
		references: played.map(({ references }) => references),
	};
}

function referencesOf(lesson: Lesson, setup: LessonSetup): HumanReferences {
	const scenario = lesson.createScenario(setup);
	const held = seatsOpen(lesson, setup.cores);
	return humanReferences(lesson, { scenario, seed: setup.seed, held, timeNs: wholeNs(scenario) });
}
