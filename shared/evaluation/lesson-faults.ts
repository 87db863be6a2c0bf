import { LEVELS } from "../lessons/ids.ts";
import { isPlayed, sidesOf } from "../lessons/kind.ts";
import type { Lesson } from "../lessons/lesson.ts";
import { lessonMinutes } from "../lessons/minutes.ts";
import { FORMS, type LessonPlan, PERIODS, planMinutes, SETTLE_MINUTES, standard } from "../lessons/plans.ts";
import { findPolicy } from "../policies/table.ts";
import { playerCommandFile } from "../sim/chip/command-file.ts";
import { parseScenario } from "../sim/scenario/scenario-file.ts";

const COMMANDS: readonly string[] = playerCommandFile.options.map(({ shape }) => shape.type.value);

/** Commands of which at least one must be allowed to a seat with that decision; by default the one of the same name. */
const ACTIONS_FOR: Readonly<Record<string, readonly string[]>> = {
	deal: ["deal", "plan", "take"],
	take: ["take", "plan"],
	next: ["plan", "order", "yield"],
	way: ["choose"],
	batch: ["ask"],
	front: ["reorder"],
	move: ["plan"],
	mode: ["quantum", "reserve", "cap", "lockMode", "inherit", "spinFor", "sleepAfter", "clock"],
};

/**
 * Faults in a lesson's definition, one sentence each, starting with the lesson and the field; [] if there are
 * none. Texts are checked elsewhere; faults that take a simulation to find are in `score-faults.ts`.
 */
export function lessonFaults(lesson: Lesson): string[] {
	return [
		...seatFaults(lesson),
		...actionFaults(lesson),
		...dealtWayFaults(lesson),
		...policyFaults(lesson),
		...predictionFaults(lesson),
		...questionFaults(lesson),
		...scenarioFaults(lesson),
	].map((fault) => `${lesson.id}: ${fault}`);
}

/** Faults in a plan of lessons; [] if there are none. */
export function planFaults({ period, lessons, switches }: LessonPlan): string[] {
	const minutes = planMinutes(lessons, standard(switches));
	if (minutes <= period) return [];
	return [
		`plan of ${lessons.join(", ")}: takes ${minutes} minutes with coming in, which do not fit into ${period}`,
	];
}

function seatFaults({ chipCores, chipsMin, botSeats, measureCores, kind }: Lesson): string[] {
	const faults: string[] = [];
	if (chipCores.length === 0) faults.push("chipCores is empty, so there is no chip to play");
	if (chipsMin < 1 || chipsMin % Math.max(1, chipCores.length) !== 0)
		faults.push(`chipsMin is ${chipsMin}, which is no multiple of its ${chipCores.length} chipCores`);
	const seats = 1 + Math.min(...chipCores);
	for (const seat of botSeats)
		if (seat < 0 || seat >= seats)
			faults.push(`botSeats has ${seat}, but its smallest chip has seats 0 to ${seats - 1}`);
	if (isPlayed({ kind }) && new Set(botSeats).size >= seats)
		faults.push("botSeats leaves no seat for a person on its smallest chip");
	for (const cores of measureCores)
		if (!chipCores.includes(cores))
			faults.push(
				`measureCores has ${cores}, but no chip of its has so many cores (${chipCores.join(", ")})`,
			);
	if (isPlayed({ kind }) && chipCores.every((cores) => measureCores.includes(cores)))
		faults.push("measureCores leaves no chip for people");
	if (kind.type === "compared" && kind.sides.length !== 2)
		faults.push(`kind compares ${kind.sides.length} sides (${kind.sides.join(", ")}); it takes two`);
	return faults;
}

function actionFaults({ actions, decisions, kind }: Lesson): string[] {
	const faults: string[] = [];
	for (const seat of ["scheduler", "core"] as const)
		for (const action of actions[seat])
			if (!COMMANDS.includes(action))
				faults.push(`actions.${seat} has "${action}", which is no command that a player may give`);
	for (const { id, seat } of decisions) {
		const needed = ACTIONS_FOR[id] ?? [id];
		if (!actions[seat].some((action) => needed.includes(action)))
			faults.push(
				`decisions: the ${seat} decides "${id}", but may do nothing about it (${needed.join(", ")})`,
			);
	}
	if (isPlayed({ kind }) && decisions.length === 0)
		faults.push("decisions is empty: nobody has anything to do");
	return faults;
}

function dealtWayFaults({ actions, chipCores, createScenario }: Lesson): string[] {
	if (actions.dealsWays !== true) return [];
	if (!actions.scheduler.includes("deal"))
		return ["dealsWays is set, but actions.scheduler has no deal with which a way could go"];
	const [cores = 1] = chipCores;
	const { jobs } = createScenario({ cores, seed: 1, level: "standard", side: 0 });
	return jobs.some(({ threads }) => threads.some(({ ways }) => ways.length > 0))
		? []
		: ["dealsWays is set, but no task of its scenario has a choice of ways"];
}

function policyFaults({ policies }: Lesson): string[] {
	const { naive, expert, random, constants, rivals, beginners = [], reverse } = policies;
	const named: readonly (readonly [string, string])[] = [
		["naive", naive],
		["expert", expert],
		["random", random],
		...constants.map((id) => ["constants", id] as const),
		...rivals.map((id) => ["rivals", id] as const),
		...beginners.map((id) => ["beginners", id] as const),
		...(reverse === undefined ? [] : [["reverse", reverse] as const]),
	];
	return named
		.filter(([, id]) => findPolicy(id) === undefined)
		.map(([field, id]) => `policies.${field} is "${id}", which is no policy`);
}

function predictionFaults({ prediction }: Lesson): string[] {
	const { min, max, step, truth } = prediction;
	if (!(min < max && step > 0 && Number.isFinite(max - min)))
		return [`prediction goes from ${min} to ${max} in steps of ${step}, which is no range to choose from`];
	// Also catches a truth that is NaN.
	if (truth >= min && truth <= max) return [];
	return [`prediction.truth is ${truth}, which nobody can say between ${min} and ${max}`];
}

function questionFaults({ questions, concepts = [] }: Lesson): string[] {
	const faults = questions.flatMap(({ choices, right }, index) =>
		choices >= 2 && right >= 0 && right < choices
			? []
			: [`questions[${index}].right is ${right}, but it has ${choices} choices, from 0`],
	);
	concepts.forEach(({ id, question }, index) => {
		if (questions[question] === undefined)
			faults.push(
				`concepts: "${id}" is explained by question ${question}; there are ${questions.length}, from 0`,
			);
		if (concepts.findIndex((other) => other.id === id) < index) faults.push(`concepts has "${id}" twice`);
	});
	return faults;
}

/** Checks that every size, side and level is playable and deterministic, and that the lesson fits into a period. */
function scenarioFaults(lesson: Lesson): string[] {
	const faults: string[] = [];
	for (const cores of new Set(lesson.chipCores))
		for (const level of LEVELS)
			for (const side of sidesOf(lesson)) {
				const setup = { cores, seed: 1, level, side };
				const scenario = lesson.createScenario(setup);
				const of = `createScenario for ${cores} cores, ${level}, side ${side}`;
				const parsed = parseScenario(scenario);
				if (!parsed.ok) faults.push(...parsed.reason.map((reason) => `${of}: ${reason}`));
				if (JSON.stringify(scenario) !== JSON.stringify(lesson.createScenario(setup)))
					faults.push(`${of}: gives another scenario each time, so that no round can be played again`);
			}
	const longest = Math.max(...PERIODS);
	for (const level of LEVELS) {
		const minutes = lessonMinutes(lesson, { switches: FORMS.full, level });
		if (minutes + SETTLE_MINUTES > longest)
			faults.push(
				`takes ${minutes} minutes at its longest (${level}), which fits into no period (${PERIODS.join(", ")} with coming in)`,
			);
	}
	return faults;
}
