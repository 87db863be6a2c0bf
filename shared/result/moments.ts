import { at, numberAt } from "../lib/assert.ts";
import { sumOf } from "../lib/statistics.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { RecordedRound } from "../round/recorded-round.ts";
import { replayChip } from "../round/replay.ts";
import { type Cause, NONE, type ReadonlyChip } from "../sim/chip/chip.ts";
import { createLaneRecorder, LANE_STEP_NS, type Lanes } from "./lanes.ts";
import { createTimelineRecorder, type Segment } from "./timeline.ts";

/** Kinds of moments worth replaying. What changes results comes before what costs time. */
export const MOMENT_KINDS = ["crash", "lostUpdate", "convoy", "coherence", "bus", "workWaits"] as const;
/** One of MOMENT_KINDS. */
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** A stretch of a round worth replaying. */
export type Moment = {
	readonly kind: MomentKind;
	readonly chip: number;
	/** The core it is about; -1: the whole chip. */
	readonly core: number;
	readonly fromNs: number;
	readonly toNs: number;
	/** Name of the lock or counter; else "". */
	readonly subject: string;
	/**
	 * workWaits: duration in ns. bus, coherence: share of all core time, 0 to 1. convoy: most threads waiting at
	 * once. lostUpdate: number of updates. crash: work lost, in ns.
	 */
	readonly amount: number;
};

/** What replaying a chip of a round in search of moments has found. */
export type WatchedChip = { readonly lanes: Lanes; readonly moments: readonly Moment[] };

/** Window over which contention and lost updates are counted: as long as an eye can follow. */
const WINDOW_STEPS = (4 * NS_PER_PLAY_S) / LANE_STEP_NS;
/** Anything below these is not worth a look. */
const IDLE_NS_MIN = NS_PER_PLAY_S;
const STALLED_SHARE_MIN = 0.15;
const WAITERS_MIN = 2;
/** Time shown before and after a crash. */
const AROUND_STEPS = (2 * NS_PER_PLAY_S) / LANE_STEP_NS;

/** State of the chip at the end of a step. */
type Sample = {
	readonly workLostNs: number;
	/** Lost updates, by counter. */
	readonly lost: readonly number[];
	/** Number of waiting threads, by stripe of each lock. */
	readonly waiters: readonly number[];
};

/** Replays one chip of a round: its lanes, and the worst moment of each kind that occurred. */
export function watchChip(round: RecordedRound, index: number): WatchedChip {
	const { chip, closeTurn } = replayChip(round, index);
	const timeline = createTimelineRecorder(chip.cores.length);
	const { sample, lanes } = createLaneRecorder(chip);
	const samples: Sample[] = [lookAt(chip)];
	for (let turn = 0; turn < round.turns; turn++) {
		closeTurn(timeline.record);
		sample();
		samples.push(lookAt(chip));
	}
	const found = [
		crash(samples),
		lostUpdates(chip, samples),
		convoy(chip, samples),
		stalled(lanes, "coherenceStall", "coherence"),
		stalled(lanes, "busStall", "bus"),
		longestIdle(timeline.close(chip.nowNs), lanes),
	];
	return {
		lanes,
		moments: found.flatMap((moment) => (moment === undefined ? [] : [{ ...moment, chip: index }])),
	};
}

/** The moments most worth replaying: at most three, one of a kind, by chip and time. */
export function bestMoments(moments: readonly Moment[]): Moment[] {
	return MOMENT_KINDS.flatMap((kind) => {
		const worst = moments
			.filter((moment) => moment.kind === kind)
			.reduce<Moment | undefined>(
				(most, next) => (most && most.amount >= next.amount ? most : next),
				undefined,
			);
		return worst ?? [];
	})
		.slice(0, 3)
		.sort((one, other) => one.chip - other.chip || one.fromNs - other.fromNs);
}

type Found = Omit<Moment, "chip"> | undefined;

function lookAt(chip: ReadonlyChip): Sample {
	return {
		workLostNs: chip.workLostNs,
		lost: chip.counters.map(({ value, updates }) => updates - value),
		waiters: chip.locks.map(({ waiters }) => waiters.length),
	};
}

function crash(samples: readonly Sample[]): Found {
	let worst = 0;
	let amount = 0;
	for (let step = 1; step < samples.length; step++) {
		const lostNs = at(samples, step).workLostNs - at(samples, step - 1).workLostNs;
		if (lostNs <= amount) continue;
		worst = step;
		amount = lostNs;
	}
	if (amount === 0) return undefined;
	const last = samples.length - 1;
	return spanOf("crash", Math.max(0, worst - AROUND_STEPS), Math.min(last, worst + AROUND_STEPS), amount);
}

function lostUpdates(chip: ReadonlyChip, samples: readonly Sample[]): Found {
	let found: Found;
	chip.scenario.counters.forEach(({ name }, counter) => {
		const lostAt = (step: number): number => at(samples, step).lost[counter] ?? 0;
		for (let to = 1; to < samples.length; to++) {
			const from = Math.max(0, to - WINDOW_STEPS);
			const amount = lostAt(to) - lostAt(from);
			if (amount > (found?.amount ?? 0)) found = { ...spanOf("lostUpdate", from, to, amount), subject: name };
		}
	});
	return found;
}

/** The stretch in which several threads together waited longest for one lock. */
function convoy(chip: ReadonlyChip, samples: readonly Sample[]): Found {
	let found: Found;
	let most = 0;
	chip.locks.forEach(({ spec }, lock) => {
		let from = 0;
		let sum = 0;
		let longest = 0;
		samples.forEach(({ waiters }, step) => {
			const waiting = waiters[lock] ?? 0;
			if (waiting < WAITERS_MIN) {
				from = step;
				sum = 0;
				longest = 0;
				return;
			}
			sum += waiting;
			longest = Math.max(longest, waiting);
			if (sum <= most) return;
			most = sum;
			found = { ...spanOf("convoy", from, Math.max(step, from + 1), longest), subject: spec.name };
		});
	});
	return found;
}

/** The window in which the largest share of all core time went to `cause`. */
function stalled(lanes: Lanes, cause: Cause, kind: MomentKind): Found {
	const steps = lanes[0]?.length ?? 0;
	const stalledNs = Array.from({ length: steps }, (_, step) => sumOf(lanes, (lane) => at(lane, step)[cause]));
	const windowNs = WINDOW_STEPS * LANE_STEP_NS * lanes.length;
	let found: Found;
	let sumNs = 0;
	for (let to = 1; to <= steps; to++) {
		sumNs +=
			numberAt(stalledNs, to - 1) - (to > WINDOW_STEPS ? numberAt(stalledNs, to - 1 - WINDOW_STEPS) : 0);
		const amount = sumNs / windowNs;
		if (to < WINDOW_STEPS || amount < STALLED_SHARE_MIN || amount <= (found?.amount ?? 0)) continue;
		found = spanOf(kind, to - WINDOW_STEPS, to, amount);
	}
	return found;
}

/** A core that sleeps was left out on purpose, so the moment ends there. */
function longestIdle(timeline: readonly (readonly Segment[])[], lanes: Lanes): Found {
	let found: Found;
	timeline.forEach((segments, core) => {
		for (const { activity, fromNs, toNs } of segments) {
			const amount = toNs - fromNs - asleepNs(at(lanes, core), fromNs, toNs);
			if (activity !== "idleWorkWaits" || amount < Math.max(IDLE_NS_MIN, (found?.amount ?? 0) + 1)) continue;
			found = { kind: "workWaits", core, fromNs, toNs: fromNs + amount, subject: "", amount };
		}
	});
	return found;
}

function asleepNs(lane: Lanes[number], fromNs: number, toNs: number): number {
	return lane
		.slice(Math.floor(fromNs / LANE_STEP_NS), Math.ceil(toNs / LANE_STEP_NS))
		.reduce((sum, { asleep }) => sum + asleep, 0);
}

function spanOf(kind: MomentKind, fromStep: number, toStep: number, amount: number): Omit<Moment, "chip"> {
	const fromNs = fromStep * LANE_STEP_NS;
	return { kind, core: NONE, fromNs, toNs: toStep * LANE_STEP_NS, subject: "", amount };
}
