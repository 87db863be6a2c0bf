import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { findBestKnown } from "#shared/analysis/best-known.ts";
import { policiesToTry } from "#shared/lessons/policies-to-try.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { createChance } from "#shared/lib/random.ts";
import { median } from "#shared/lib/statistics.ts";
import { NS_PER_PLAY_S, TICK_NS, TURN_NS } from "#shared/lib/units.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { wholeNs } from "#shared/result/simulate-players.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { closeTurn, openRound, roundChecksums } from "#shared/round/play-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { replay } from "#shared/round/replay.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { advance } from "#shared/sim/advance.ts";
import { emptyBar, sumBars } from "#shared/sim/chip/accounting.ts";
import { CAUSES, type Chip } from "#shared/sim/chip/chip.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { STUDENTS_MAX } from "../../server/rooms/limits.ts";
import { commandsOfClass } from "../setup/class-commands.ts";
import type { Figure } from "./figure.ts";
import { runBaseline } from "./sim-baseline.ts";
import { benchEvents } from "./sim-events.ts";
import { createLoad, createLoadedChip, createSteadyLoad } from "./sim-load.ts";

/** Cores and threads; and the one that DESIGN.md sets a goal for. */
const SIZES = [
	[4, 16],
	[8, 40],
	[16, 200],
	[64, 1_000],
] as const;
const GOAL_CORES = 8;
/** Runs of both kinds take turns, so that a busy moment of the machine hits both alike. */
const RUNS_MAX = 60;
const RUNS_MIN = 6;
const WARM_UP_SHARE = 1 / 3;
const PLAY_S = 90;
const SEARCH_SIMULATIONS = 500;
const US_PER_MS = 1_000;
const WARM_UP_TURNS = 40;
/** By then all that goes on has been made fast code: until then the engine itself makes objects. */
const GARBAGE_WARM_UP_SPANS = 200;
const GARBAGE_SPANS = 9;
const GARBAGE_SPAN_TICKS = 4_000;

export function benchSim(): Figure[] {
	return [
		...SIZES.flatMap(([cores, threads]) => benchTicks(cores, threads, "")),
		...benchTicks(GOAL_CORES, 40, ", bus idle"),
		benchGarbage("garbage", ""),
		...benchEvents(),
		...LESSONS.flatMap(benchReplay),
		benchGarbage("garbage-after", ", after rounds of all lessons"),
		...LESSONS.filter(({ actions }) => actions.core.length > 0).map(benchTurn),
		...LESSONS.map(benchSearch),
	];
}

/** Microseconds per tick of `advance`, tick by tick, beside the hand-written loop on the same scenario. */
function benchTicks(cores: number, threads: number, load: "" | ", bus idle"): Figure[] {
	const scenario = load === "" ? createLoad(cores, threads) : createLoad(cores, threads, 0);
	checkEqual(scenario);
	const ours: number[] = [];
	const theirs: number[] = [];
	const runs = Math.max(RUNS_MIN, Math.floor((RUNS_MAX * GOAL_CORES) / cores));
	const warmUpRuns = Math.ceil(runs * WARM_UP_SHARE);
	for (let run = 0; run < warmUpRuns + runs; run++) {
		const chip = createLoadedChip(scenario);
		const startMs = performance.now();
		const ticks = runByTicks(chip);
		const middleMs = performance.now();
		runBaseline(scenario);
		const endMs = performance.now();
		if (run < warmUpRuns) continue;
		ours.push(((middleMs - startMs) * 1000) / ticks);
		theirs.push(((endMs - middleMs) * 1000) / ticks);
	}
	const id = `tick-${cores}-${threads}${load === "" ? "" : "-idle-bus"}`;
	const of = `${cores} cores, ${threads} threads${load}`;
	return [
		{ id, what: `one tick (25 us of machine), ${of}`, value: median(ours), unit: "us" },
		{
			id: `${id}-baseline`,
			what: `the same by hand on typed arrays, ${of}`,
			value: median(theirs),
			unit: "us",
		},
		{
			id: `${id}-ratio`,
			what: `ratio of the two, ${of}`,
			value: median(ours) / median(theirs),
			unit: "x",
			...(cores === GOAL_CORES ? { atMost: 2 } : {}),
		},
		{
			id: `${id}-each`,
			what: `one tick by core and thread, ${of}`,
			value: (median(ours) * 1000) / (cores + threads),
			unit: "ns",
		},
	];
}

/** Advances to the end one tick after the other; says how many there were. */
function runByTicks(chip: Chip): number {
	let ticks = 0;
	while (!chip.finished) advance(chip, ++ticks * TICK_NS);
	return ticks;
}

/**
 * By how much the heap grows with each tick while threads only compute: between collections, none in a span. No
 * object is made; what is left are numbers handed from one function to another, 16 bytes each. Which those are
 * depends on what ran before, because the engine makes its code for what it has seen.
 */
function benchGarbage(id: string, after: string): Figure {
	setFlagsFromString("--expose-gc");
	const collect: () => void = runInNewContext("gc");
	const chip = createLoadedChip(createSteadyLoad(GOAL_CORES));
	let ticks = 0;
	// In one call: a time that is handed over may take 16 bytes as well, which are the caller's.
	const runSpan = (): void => {
		ticks += GARBAGE_SPAN_TICKS;
		advance(chip, ticks * TICK_NS);
	};
	// Code that was made for what is gone goes with it: once, and before anything is measured.
	collect();
	for (let span = 0; span < GARBAGE_WARM_UP_SPANS; span++) runSpan();
	const grown: number[] = [];
	for (let span = 0; span < GARBAGE_SPANS; span++) {
		collect();
		const beforeBytes = process.memoryUsage().heapUsed;
		runSpan();
		grown.push((process.memoryUsage().heapUsed - beforeBytes) / GARBAGE_SPAN_TICKS);
	}
	return {
		id,
		what: `heap taken by one tick, ${GOAL_CORES} cores, while nothing starts or ends${after}`,
		value: median(grown),
		unit: "bytes",
		// Less than one number: no object, no array.
		atMost: 16,
	};
}

/** A baseline that computes something else would be worth nothing. */
function checkEqual(scenario: Scenario): void {
	const chip = createLoadedChip(scenario);
	runByTicks(chip);
	const bars = chip.cores.map((core) => {
		const bar = emptyBar();
		CAUSES.forEach((cause, index) => {
			bar[cause] = core.booked[index] ?? 0;
		});
		return bar;
	});
	const causes = sumBars(bars);
	const ours = {
		finishNs: chip.threads.map((thread) => thread.finishNs),
		usefulNs: causes.useful,
		cacheStallNs: causes.cacheStall,
		busStallNs: causes.busStall,
		switchNs: causes.switch,
		carriedBytes: chip.memory.carriedBytes,
		endNs: chip.nowNs,
	};
	const theirs = runBaseline(scenario);
	if (JSON.stringify(ours) !== JSON.stringify(theirs))
		throw new Error(`the baseline differs: ${JSON.stringify(ours)} and ${JSON.stringify(theirs)}`);
}

/** Milliseconds to replay a 90 s round of the lesson, all its chips, bots in all seats; and how often in real time. */
function benchReplay(lesson: (typeof LESSONS)[number]): Figure[] {
	const header = createRoundHeader(lesson, 1, lesson.chipsMin, () => false);
	const log: RoundLog = { header, commands: [], turns: (PLAY_S * NS_PER_PLAY_S) / TURN_NS };
	const spent: number[] = [];
	for (let run = 0; run < 15; run++) {
		const startMs = performance.now();
		replay(presentRound(log));
		if (run >= 5) spent.push(performance.now() - startMs);
	}
	const sizes = header.chips.map(({ scenario }) => scenario.machine.cores.length);
	const what = `replay of a ${PLAY_S} s round of "${lesson.title}"`;
	const ms = median(spent);
	return [
		{
			id: `replay-${lesson.id}`,
			what: `${what} (chips of ${sizes.join(", ")} cores)`,
			value: ms,
			unit: "ms",
			atMost: 50,
		},
		{
			id: `replay-${lesson.id}-pace`,
			what: `${what}, times as fast as played`,
			value: (PLAY_S * 1000) / ms,
			unit: "x",
		},
	];
}

/** Milliseconds of the dearest turn of a class of 60 whose every seat commands all that it may, in every turn. */
function benchTurn(lesson: (typeof LESSONS)[number]): Figure {
	const cores = lesson.chipCores.reduce((sum, count) => sum + count + 1, 0) / lesson.chipCores.length;
	const round = openRound(createRoundHeader(lesson, 1, Math.ceil(STUDENTS_MAX / cores), () => true));
	const chance = createChance(1, 0);
	let worstMs = 0;
	while (round.turn < (PLAY_S * NS_PER_PLAY_S) / TURN_NS && !round.finished) {
		const chips = round.chips.map(({ chip }) => chip);
		const commands = commandsOfClass(chips, round.turn, lesson.actions, chance);
		const startMs = performance.now();
		roundChecksums(round);
		closeTurn(round, commands);
		if (round.turn > WARM_UP_TURNS) worstMs = Math.max(worstMs, performance.now() - startMs);
	}
	return {
		id: `turn-${lesson.id}`,
		what: `dearest turn of a class of ${STUDENTS_MAX} in "${lesson.title}", all commanding all the time`,
		value: worstMs,
		unit: "ms",
		atMost: 50,
	};
}

/**
 * Milliseconds of processor time that a search takes as the product searches at machine pace: it races the policies
 * of the lesson and those of the field over what the lesson allows, by the lesson's own measure; but so many
 * simulations, which nobody waits for. The engine has seen rounds of all lessons before.
 */
function benchSearch(lesson: (typeof LESSONS)[number]): Figure {
	const [header] = createRoundHeader(lesson, 1, lesson.chipsMin, () => false).chips;
	if (header === undefined) throw new Error(`lesson ${lesson.id} has no chip`);
	const { scenario } = header;
	const { actions, measure } = lesson;
	const sign = measure.better === "more" ? -1 : 1;
	const policies = policiesToTry(lesson);
	const before = process.threadCpuUsage();
	findBestKnown(scenario, 1, {
		simulations: SEARCH_SIMULATIONS,
		mayGoOn: () => true,
		costOf: (chip) => sign * measure.of(measureChip(chip)),
		actions,
		policies,
		timeNs: wholeNs(scenario),
	});
	const { user, system } = process.threadCpuUsage(before);
	const raced = `a race of ${policies.length} policies, then plans`;
	return {
		id: `search-${lesson.id}`,
		what: `search in ${SEARCH_SIMULATIONS} simulations of a chip of "${lesson.title}" (${raced}), processor time`,
		value: (user + system) / US_PER_MS,
		unit: "ms",
		atMost: 1_000,
	};
}
