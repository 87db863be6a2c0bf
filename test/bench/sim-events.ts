import { spawnSync } from "node:child_process";
import { LESSONS } from "#shared/lessons/table.ts";
import { NS_PER_PLAY_S, TURN_NS } from "#shared/lib/units.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { replay } from "#shared/round/replay.ts";
import type { RoundLog } from "#shared/round/round.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { fastestS } from "./fastest.ts";
import type { Figure } from "./figure.ts";
import { LOAD } from "./mm1-load.ts";

const CUSTOMERS = 100_000;
const LESSON_CORES = 8;
const PLAY_S = 90;
/**
 * What counts as one event: a task arrives, gets a core, or leaves it, be it done, waiting or preempted. A customer
 * of M/M/1 is three events, here and in SimPy, whatever else either does for it.
 */
const EVENTS: readonly ChipEvent["type"][] = ["announced", "started", "stopped"];
const EVENTS_PER_CUSTOMER = 3;

/**
 * Events per second of M/M/1, beside SimPy where it is installed, each in a process of its own, and of a round of the
 * lesson with eight cores.
 */
export function benchEvents(): Figure[] {
	const unit = "events/s";
	const measured = secondsOf(process.execPath, "mm1.ts");
	if (measured === undefined) throw new Error("M/M/1 has not run");
	const ours = (EVENTS_PER_CUSTOMER * CUSTOMERS) / measured.seconds;
	const what = `M/M/1 at load ${LOAD}, in a process of its own`;
	return [
		{ id: "events-mm1", what: `events (a task arrives, starts or stops) of ${what}`, value: ours, unit },
		...benchSimPy(ours, what),
		benchLesson(unit),
	];
}

function benchSimPy(ours: number, what: string): Figure[] {
	const { seconds, version = "" } = secondsOf("python3", "mm1.py") ?? { seconds: Number.NaN };
	const isMeasured = !Number.isNaN(seconds);
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

/** What the program beside this file says about that many customers; undefined if it does not run here. */
function secondsOf(
	command: string,
	program: string,
): { readonly seconds: number; readonly version?: string } | undefined {
	const { status, stdout } = spawnSync(command, [`${import.meta.dirname}/${program}`, String(CUSTOMERS)]);
	return status === 0 ? JSON.parse(stdout.toString()) : undefined;
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
