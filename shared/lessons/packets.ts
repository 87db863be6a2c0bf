import { createChance } from "../lib/random.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";

/** Stream number of the random stream from which packets are drawn. */
const PACKET_STREAM = 3;

type Draw = (below: number) => number;

/**
 * Work in portions that people can deal: packets of a few tasks, each a job. `whenS`: arrival time of the n-th
 * packet in seconds of play; packets at 0 are there from the start.
 */
export function packets(
	seed: number,
	whenS: readonly number[],
	create: (chance: Draw, packet: number) => readonly ThreadSpec[],
): Pick<Scenario, "jobs" | "arrivals"> {
	const chance = createChance(seed, PACKET_STREAM);
	const jobs = whenS.map((_, packet) => ({ name: `Packet ${packet + 1}`, threads: create(chance, packet) }));
	const arrivals = whenS.map((atS, job) => ({
		type: "at" as const,
		atNs: Math.floor(atS * NS_PER_PLAY_S),
		job,
	}));
	return { jobs, arrivals };
}

/**
 * The first packet of each core is in its own queue from the start, so that nobody who thinks first loses by
 * it; all others come to the scheduler.
 */
export function atHome(packet: number, cores: number, tasks: readonly ThreadSpec[]): readonly ThreadSpec[] {
	return packet < cores ? tasks.map((task) => ({ ...task, home: packet })) : tasks;
}

/** Arrival times: `first` of them at 0, then one every `gapS` before `untilS`. */
export function steadily(first: number, gapS: number, untilS: number): number[] {
	const times: number[] = Array.from({ length: first }, () => 0);
	for (let atS = gapS; atS < untilS; atS += gapS) times.push(atS);
	return times;
}

/** A length in ns drawn uniformly from a range of seconds of play, in steps of 0.1 s. */
export function drawLengthNs(chance: Draw, fromS: number, toS: number): number {
	const steps = Math.floor((toS - fromS) * 10 + 0.5);
	return Math.floor((fromS + chance(steps + 1) / 10) * NS_PER_PLAY_S);
}

/** Draws an index of `shares`, which are percentages. */
export function drawKind(chance: Draw, shares: readonly number[]): number {
	let left = chance(100);
	for (let kind = 0; kind < shares.length; kind++) {
		left -= shares[kind] ?? 0;
		if (left < 0) return kind;
	}
	return shares.length - 1;
}

/**
 * Draws cards of a deck without replacement, and reshuffles when it is empty: each comes exactly as often as it
 * is in the deck.
 */
export function drawnFrom<Card>(deck: readonly Card[]): (chance: Draw) => Card {
	const left: Card[] = [];
	return (chance) => {
		if (left.length === 0) left.push(...deck);
		const [card] = left.splice(chance(left.length), 1);
		if (card === undefined) throw new Error("a deck without cards");
		return card;
	};
}

/** A deck with each index as often as its count says. */
export function deckOf(counts: readonly number[]): number[] {
	return counts.flatMap((count, index) => Array.from({ length: count }, () => index));
}

/** Arrival times: `perWave` of them evenly within the first `arrivingS` of every `waveS`, before `untilS`. */
export function waves(waveS: number, arrivingS: number, perWave: number, untilS: number): number[] {
	const times: number[] = [];
	for (let startS = 0; startS < untilS; startS += waveS)
		for (let index = 0; index < perWave; index++) times.push(startS + (arrivingS * index) / perWave);
	return times;
}
