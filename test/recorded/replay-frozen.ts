import { LESSON_IDS, type LessonId } from "#shared/lessons/ids.ts";
import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { REFERENCE_PER_S } from "#shared/result/simulate-players.ts";
import type { PlayedChip } from "#shared/round/played-chip.ts";
import { commandsByTurn } from "#shared/round/replay.ts";
import type { RoundHeader, RoundLog } from "#shared/round/round.ts";
import type { PlayedSetup, Simulation } from "#shared/round/simulation.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import { checksumsBy } from "./checksums-of.ts";
import { readRecord } from "./files.ts";
import { hashData } from "./hash-data.ts";
import { PLAYER_S, type RecordedLesson, recordedLesson } from "./recorded-lesson.ts";
import { parseCommand, type RecordedFields, type RecordedRound } from "./recorded-round.ts";
import {
	HORIZON_NS,
	type RecordedScenarios,
	recordedScenarios,
	STRETCH_NS,
	setupOf,
} from "./recorded-scenario.ts";
import { addShape, type Shape } from "./shape-of.ts";
import { nameOf, SCENARIOS } from "./simulation.ts";

const SHAPED_S = 12;

/** What a frozen simulation plays otherwise than was recorded when it was the present one. */
export function differencesOfFrozen(simulation: Simulation): string[] {
	const { version } = simulation;
	const ofLessons = LESSON_IDS.flatMap((lesson) => {
		const recorded = readRecord(nameOf(lesson, version), recordedLesson);
		return recorded === undefined ? [] : differencesOfLesson(simulation, lesson, recorded);
	});
	const scenarios = readRecord(nameOf(SCENARIOS, version), recordedScenarios);
	return scenarios === undefined
		? [`nothing is recorded of version ${version}`]
		: [...ofLessons, ...differencesOfScenarios(simulation, scenarios)];
}

function differencesOfLesson(
	simulation: Simulation,
	lesson: LessonId,
	{ rounds, fields, policies }: RecordedLesson,
): string[] {
	const first = rounds.find(({ level, part }) => level === "standard" && part === 0);
	return [
		...rounds.flatMap((round, index) => {
			const log = logOf(simulation, lesson, round, fields);
			if (hashData(log.header) !== round.header) return [`${lesson}, header of round ${index}`];
			return checksumsBy(simulation, log).join() === round.checksums.join()
				? []
				: [`${lesson}, round ${index}`];
		}),
		...Object.entries(policies).flatMap(([policy, sum]) =>
			first !== undefined &&
			playPolicy(simulation, logOf(simulation, lesson, first, fields).header, policy) === sum
				? []
				: [`${lesson}, ${policy}`],
		),
	];
}

/** Of each lesson its first recorded round, as it is stored, with the checksums that it came to. */
export function recordedLogs(simulation: Simulation): { log: RoundLog; checksums: readonly string[] }[] {
	return LESSON_IDS.flatMap((lesson) => {
		const { rounds, fields = {} } = readRecord(nameOf(lesson, simulation.version), recordedLesson) ?? {};
		return (rounds ?? []).slice(0, 1).map((round) => {
			return { log: logOf(simulation, lesson, round, fields), checksums: round.checksums };
		});
	});
}

function logOf(
	{ createHeader }: Simulation,
	lesson: LessonId,
	{ people, commands, checksums, ...round }: RecordedRound,
	fields: RecordedFields,
): RoundLog {
	const isPerson = (chip: number, seat: number) => people[chip]?.[seat] === "p";
	return {
		header: createHeader({ ...round, lesson, chips: people.length, isPerson }),
		commands: commands.map((line) => parseCommand(line, fields)),
		turns: Number.parseInt(at(checksums, checksums.length - 1), 10),
	};
}

/** What the state of chips looks like in every lesson's rounds, as bots play them. */
export function shapeOfRounds(simulation: Simulation): Shape {
	const shape: Shape = new Map();
	for (const lesson of LESSON_IDS) {
		const name = { lesson, seed: 1, level: "standard", part: 0, chips: 1 } as const;
		const { seed, chips } = simulation.createHeader({ ...name, isPerson: () => false });
		for (const { scenario, seats } of chips) {
			const { chip, advance } = open(simulation, { scenario, seed, pace: "human", seats });
			for (let second = 0; second <= SHAPED_S; second++) {
				advance(second * NS_PER_PLAY_S);
				addShape(shape, chip);
			}
		}
	}
	return shape;
}

function playPolicy(simulation: Simulation, { seed, chips }: RoundHeader, policy: string): string {
	const { scenario, seats } = at(chips, 0);
	const seat = { driver: "bot", policy, lookMeanNs: NS_PER_PLAY_S / REFERENCE_PER_S } as const;
	const played = open(simulation, { scenario, seed, pace: "human", seats: seats.map(() => seat) });
	played.advance(PLAYER_S * NS_PER_PLAY_S);
	return showSum(played);
}

function differencesOfScenarios(simulation: Simulation, { scenarios, fields }: RecordedScenarios): string[] {
	return scenarios.flatMap(({ scenario, policy, commands, people, policies }, index) => {
		const played = open(simulation, setupOf(scenario, "human", policy, "person"));
		const byTurn = commandsByTurn({ commands: commands.map((line) => parseCommand(line, fields)) });
		for (let turn = 0; turn * STRETCH_NS < HORIZON_NS && !played.chip.finished; turn++) {
			played.advance(turn * STRETCH_NS);
			for (const { seat, command } of byTurn.get(turn) ?? []) played.apply(seat, command);
		}
		const ofPolicies = Object.entries(policies).filter(([name, sum]) => {
			const [id = "", , pace] = name.split(" ");
			const run = open(simulation, setupOf(scenario, pace === "human" ? "human" : "machine", id, "bot"));
			run.advance(HORIZON_NS);
			return showSum(run) !== sum;
		});
		return [
			...(showSum(played) === people ? [] : [`scenario ${index}, people`]),
			...ofPolicies.map(([name]) => `scenario ${index}, ${name}`),
		];
	});
}

function open({ read }: Simulation, setup: PlayedSetup): PlayedChip {
	const opened = read(setup);
	if (!opened.ok) throw new Error(`a recorded chip is refused: ${opened.reason.join("; ")}`);
	return opened.value();
}

function showSum({ checksum }: PlayedChip): string {
	return showChecksum(checksum());
}
