import { at } from "../lib/assert.ts";
import type { Chip } from "./chip.ts";

/** Occupancy that has moved less than this share of the cache within a refresh counts as settled. */
const SETTLED = 1e-7;

/**
 * Lets the L3 fill for `spanNs` with what the running threads have brought in: each process takes room in
 * proportion to its fill rate. Where a partition is full, processes that do not run give way first.
 * Says whether anything still moves. Implicit Euler: stable for any span.
 */
export function fillL3(chip: Chip, spanNs: number): boolean {
	const { fills } = chip.memory;
	fills.fill(0);
	for (const core of chip.cores) {
		if (core.stage !== "computing") continue;
		const { process } = at(chip.threads, core.thread).spec;
		fills[process] = at(fills, process) + core.fillPerNs;
		chip.memory.carriedBytes += core.fillPerNs * spanNs;
	}
	let moves = false;
	const sizes = chip.scenario.machine.l3PartitionsKib;
	for (let partition = 0; partition < sizes.length; partition++) {
		const sizeKib = at(sizes, partition);
		if (sizeKib > 0 && fillPartition(chip, partition, sizeKib, spanNs)) moves = true;
	}
	return moves;
}

function fillPartition(chip: Chip, partition: number, sizeKib: number, spanNs: number): boolean {
	const { l3Kib, fills } = chip.memory;
	const members = at(chip.memory.members, partition);
	let usedKib = 0;
	let fillKib = 0;
	for (const member of members) {
		usedKib += at(l3Kib, member);
		fillKib += (at(fills, member) * spanNs) / 1024;
	}
	let excessKib = usedKib + fillKib - sizeKib;
	for (const member of members) {
		if (excessKib <= 0) break;
		if (at(fills, member) > 0) continue;
		const lostKib = Math.min(excessKib, at(l3Kib, member));
		l3Kib[member] = at(l3Kib, member) - lostKib;
		excessKib -= lostKib;
	}
	// What is still too much is taken from those that fill, in proportion to what they hold.
	const pressure = excessKib > 0 ? fillKib / sizeKib : 0;
	let moves = false;
	for (const member of members) {
		const beforeKib = at(l3Kib, member);
		const filledKib = (beforeKib + (at(fills, member) * spanNs) / 1024) / (1 + pressure);
		const afterKib = at(fills, member) > 0 ? Math.min(filledKib, limitOf(chip, member, sizeKib)) : beforeKib;
		l3Kib[member] = afterKib;
		if (Math.abs(afterKib - beforeKib) > SETTLED * sizeKib) moves = true;
	}
	return moves;
}

/** A stream keeps nothing that it comes back to, but it takes room all the same. */
function limitOf(chip: Chip, process: number, sizeKib: number): number {
	const { workingSetKib, missCurve } = at(chip.scenario.processes, process);
	return missCurve.type === "stream" ? sizeKib : Math.min(workingSetKib, sizeKib);
}
