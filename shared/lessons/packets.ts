import { at } from "../lib/assert.ts";
import { createChance } from "../lib/random.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";

/** Purpose of the stream of chance that packets are drawn from. */
const PACKET_STREAM = 3;

type Draw = (below: number) => number;

/**
 * Work as people can deal it out: packets of a few tasks, each a job, one after the other. `whenS` says when the
 * n-th arrives, in seconds of play; those of the first instant are there from the start, so that nobody waits.
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
 * The first packet of each core waits in its own queue from the start, so that nobody who thinks first loses by
 * it; all others come to the scheduler.
 */
export function atHome(packet: number, cores: number, tasks: readonly ThreadSpec[]): readonly ThreadSpec[] {
	return packet < cores ? tasks.map((task) => ({ ...task, home: packet })) : tasks;
}

/** `count` times, `first` of them at once, then one every `gapS`. */
export function steadily(first: number, gapS: number, untilS: number): number[] {
	const times: number[] = Array.from({ length: first }, () => 0);
	for (let atS = gapS; atS < untilS; atS += gapS) times.push(atS);
	return times;
}

/** A length drawn evenly from a range of seconds of play, in ns, in steps of 0.1 s. */
export function drawLengthNs(chance: Draw, fromS: number, toS: number): number {
	const steps = Math.floor((toS - fromS) * 10 + 0.5);
	return Math.floor((fromS + chance(steps + 1) / 10) * NS_PER_PLAY_S);
}

/** One of `shares`' indices, each as often as its share of 100 says. */
export function drawKind(chance: Draw, shares: readonly number[]): number {
	let left = chance(100);
	for (let kind = 0; kind < shares.length; kind++) {
		left -= shares[kind] ?? 0;
		if (left < 0) return kind;
	}
	return shares.length - 1;
}

/** Draws the cards of a deck one by one, which is full again when it is used up: each comes as often as it lies there. */
export function drawnFrom<Card>(deck: readonly Card[]): (chance: Draw) => Card {
	const left: Card[] = [];
	return (chance) => {
		if (left.length === 0) left.push(...deck);
		const place = chance(left.length);
		const card = at(left, place);
		left.splice(place, 1);
		return card;
	};
}

/** A deck in which each index lies as often as its count says. */
export function deckOf(counts: readonly number[]): number[] {
	return counts.flatMap((count, index) => Array.from({ length: count }, () => index));
}

/** `perWave` arrivals within the first `arrivingS` of every `waveS`, evenly. */
export function waves(waveS: number, arrivingS: number, perWave: number, untilS: number): number[] {
	const times: number[] = [];
	for (let startS = 0; startS < untilS; startS += waveS)
		for (let index = 0; index < perWave; index++) times.push(startS + (arrivingS * index) / perWave);
	return times;
}
