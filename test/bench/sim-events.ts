import { spawnSync } from "node:child_process";
import { LESSONS } from "#shared/lessons/table.ts";
import { NS_PER_PLAY_S, TURN_NS } from "#shared/lib/units.ts";
import { policyById } from "#shared/policies/table.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { replay } from "#shared/round/replay.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { runToEnd } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { file, idealMachine, thread } from "#shared/validation/run-file.ts";
import type { Figure } from "./figure.ts";

const CUSTOMERS = 100_000;
const SERVICE_NS = 10_000;
const LOAD = 0.8;
const LESSON_CORES = 8;
const PLAY_S = 90;
/** Of as many runs the fastest counts: all that the machine does besides only makes one slower. */
const RUNS = 15;
/**
 * What counts as one event: a task arrives, gets a core, or leaves it, be it done, waiting or preempted. A customer
 * of M/M/1 is three events, here and in SimPy, whatever else either does for it.
 */
const EVENTS: readonly ChipEvent["type"][] = ["announced", "started", "stopped"];
const EVENTS_PER_CUSTOMER = 3;

/** Events per second of M/M/1, beside SimPy where it is installed, and of a round of the lesson with eight cores. */
export function benchEvents(): Figure[] {
	const unit = "events/s";
	const ours = (EVENTS_PER_CUSTOMER * CUSTOMERS) / fastestS(createQueue, runToEnd);
	const what = `M/M/1 at load ${LOAD}`;
	return [
		{ id: "events-mm1", what: `events (a task arrives, starts or stops) of ${what}`, value: ours, unit },
		...benchSimPy(ours, what),
		benchLesson(unit),
	];
}

function benchSimPy(ours: number, what: string): Figure[] {
	const { status, stdout } = spawnSync("python3", [`${import.meta.dirname}/mm1.py`, String(CUSTOMERS)]);
	const isMeasured = status === 0;
	const { seconds, version } = isMeasured
		? (JSON.parse(stdout.toString()) as { seconds: number; version: string })
		: { seconds: Number.NaN, version: "" };
	const theirs = (EVENTS_PER_CUSTOMER * CUSTOMERS) / seconds;
	const missing = "not installed";
	return [
		{
			id: "events-mm1-simpy",
			what: `the same of SimPy ${version}`.trimEnd(),
			value: theirs,
			unit: "events/s",
			missing,
		},
		{
			id: "events-mm1-ratio",
			what: `ratio of the two, ${what}`,
			value: ours / theirs,
			unit: "x",
			missing,
			...(isMeasured ? { atLeast: 10 } : {}),
		},
	];
}

function benchLesson(unit: string): Figure {
	const round = presentRound(lessonLog());
	let events = 0;
	replay(round, round.turns, (_chip, { type }) => {
		if (EVENTS.includes(type)) events++;
	});
	const seconds = fastestS(
		() => round,
		() => replay(round),
	);
	const what = `the same of a ${PLAY_S} s round on ${LESSON_CORES} cores, bots in all seats`;
	return { id: "events-lesson", what, value: events / seconds, unit };
}

/** Seconds of the fastest run, what it needs being made before. */
function fastestS<Made>(make: () => Made, run: (made: Made) => void): number {
	let fastestMs = Number.POSITIVE_INFINITY;
	for (let count = 0; count < RUNS; count++) {
		const made = make();
		const startMs = performance.now();
		run(made);
		fastestMs = Math.min(fastestMs, performance.now() - startMs);
	}
	return fastestMs / 1000;
}

function createQueue(): Chip {
	const parsed = parseScenario(
		file(idealMachine(1), [thread(SERVICE_NS)], {
			arrivals: [
				{
					type: "process",
					job: 0,
					gapNs: SERVICE_NS / LOAD,
					gaps: "exponential",
					work: "exponential",
					count: CUSTOMERS,
				},
			],
		}),
	);
	if (!parsed.ok) throw new Error(parsed.reason.join("; "));
	return createChip({
		scenario: parsed.value,
		seed: 1,
		seats: botSeats(1, policyById("fifo")),
		pace: "machine",
	});
}

/** The chip of eight cores of the lesson that has one. */
function lessonLog(): RoundLog {
	const lesson = LESSONS.find(({ chipCores }) => chipCores.includes(LESSON_CORES));
	if (lesson === undefined) throw new Error(`no lesson has ${LESSON_CORES} cores`);
	const { chips, ...header } = createRoundHeader(lesson, 1, lesson.chipsMin, () => false);
	const eight = chips.filter(({ scenario }) => scenario.machine.cores.length === LESSON_CORES);
	return {
		header: { ...header, chips: eight },
		commands: [],
		turns: (PLAY_S * NS_PER_PLAY_S) / TURN_NS,
	};
}
