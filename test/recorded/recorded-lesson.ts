import { z } from "zod";
import { LEVELS, type Level } from "#shared/lessons/ids.ts";
import { sidesOf } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { openSimulation, REFERENCE_PER_S } from "#shared/result/simulate-players.ts";
import { advance } from "#shared/sim/advance.ts";
import { checksum, showChecksum } from "#shared/sim/chip/checksum.ts";
import type { EventSink } from "#shared/sim/chip/event.ts";
import { changesOf, type Differences, newIn } from "./changes-of.ts";
import { hashData } from "./hash-data.ts";
import { playPeople } from "./play-people.ts";
import {
	differenceOf,
	fieldsOf,
	headerOf,
	recordedFields,
	recordedRound,
	recordRound,
} from "./recorded-round.ts";

export const recordedLesson = z.strictObject({
	/** By level, a hash of the scenarios of its sides and sizes on some seeds. */
	scenarios: z.record(z.enum(LEVELS), z.string()),
	/** By policy that plays the lesson somewhere, the checksum of a chip that it has played for a while. */
	policies: z.record(z.string(), z.string()),
	fields: recordedFields,
	rounds: z.array(recordedRound),
});
/** What is recorded of a lesson. */
export type RecordedLesson = z.infer<typeof recordedLesson>;

const SCENARIO_SEEDS = [1, 2, 0xffff_ffff];
export const PLAYER_S = 10;
/** Rounds of each level: which part, on which seed, and how many turns at most. */
const ROUNDS = {
	starter: [{ part: 0, seed: 2, turns: 120 }],
	standard: [
		{ part: 0, seed: 1, turns: 400 },
		{ part: 1, seed: 1, turns: 160 },
	],
	expert: [{ part: 0, seed: 3, turns: 120 }],
} as const satisfies Record<Level, unknown>;

/** Plays the lesson's rounds, with people in them, and its policies. Rounds that are `kept` stay as they are. */
export function recordLesson(lesson: Lesson, kept?: RecordedLesson): RecordedLesson {
	return {
		scenarios: hashScenarios(lesson),
		policies: playPolicies(lesson),
		...(kept === undefined ? recordRounds(lesson) : { fields: kept.fields, rounds: kept.rounds }),
	};
}

/** What differs today from what is recorded of the lesson, as ends of a sentence. Events of its rounds go to `sink`. */
export function differencesOfLesson(lesson: Lesson, recorded: RecordedLesson, sink?: EventSink): Differences {
	const policies = playPolicies(lesson);
	return {
		changed: [
			...changesOf(hashScenarios(lesson), recorded.scenarios).map(
				(level) => `${lesson.id} makes other scenarios at level ${level}`,
			),
			...changesOf(policies, recorded.policies).map((policy) => `${policy} plays ${lesson.id} otherwise`),
			...recorded.rounds.flatMap((round) => differenceOf(lesson, round, recorded.fields, sink) ?? []),
		],
		unrecorded: newIn(policies, recorded.policies).map((policy) => `how ${policy} plays ${lesson.id}`),
	};
}

function recordRounds(lesson: Lesson): Pick<RecordedLesson, "fields" | "rounds"> {
	const logs = LEVELS.flatMap((level) =>
		ROUNDS[level]
			.filter(({ part }) => part < sidesOf(lesson).length)
			.map(({ turns, ...round }) => {
				const name = { ...round, level, people: peopleIn(lesson) };
				return { name, log: playPeople(lesson, headerOf(lesson, name), turns) };
			}),
	);
	return {
		fields: fieldsOf(logs.flatMap(({ log }) => log.commands.map(({ command }) => command))),
		rounds: logs.map(({ name, log }) => recordRound(name, log)),
	};
}

/** Somebody in all seats but every fourth. */
function peopleIn({ chipCores, chipsMin }: Lesson): string[] {
	const chips = Array.from({ length: chipsMin }, (_, chip) => chipCores[chip % chipCores.length] ?? 0);
	return chips.map((cores, chip) =>
		Array.from({ length: cores + 1 }, (_, seat) => ((chip + seat) % 4 === 3 ? "b" : "p")).join(""),
	);
}

function hashScenarios(lesson: Lesson): RecordedLesson["scenarios"] {
	const setups = [...new Set(lesson.chipCores)].flatMap((cores) =>
		SCENARIO_SEEDS.flatMap((seed) => sidesOf(lesson).map((side) => ({ cores, seed, side }))),
	);
	const hashOf = (level: Level) =>
		hashData(setups.map((setup) => lesson.createScenario({ ...setup, level })));
	return { starter: hashOf("starter"), standard: hashOf("standard"), expert: hashOf("expert") };
}

function playPolicies(lesson: Lesson): Record<string, string> {
	const { naive, expert, random, constants, rivals } = lesson.policies;
	const ids = new Set([naive, expert, random, ...constants, ...rivals]);
	const setup = { cores: numberAt(lesson.chipCores, 0), seed: 1, level: "standard", side: 0 } as const;
	const sumOf = (id: string) => {
		const chip = openSimulation(lesson, setup, id, REFERENCE_PER_S);
		advance(chip, PLAYER_S * NS_PER_PLAY_S);
		return showChecksum(checksum(chip));
	};
	return Object.fromEntries([...ids].map((id) => [id, sumOf(id)]));
}
