import { at, numberAt } from "../../lib/assert.ts";
import { FILL_STEP } from "../../lib/units.ts";
import type { Chip, ReadonlyChip } from "../chip/chip.ts";
import type { L3Part } from "../chip/memory-state.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** Occupancy that has moved by a smaller share of the cache than this within a refresh counts as settled. */
const SETTLED = 1e-7;

/**
 * Fills the L3 with what threads have brought in since the last refresh: a full part is occupied in proportion
 * to fill rates, and processes that do not run give way first. Records the largest move of a filling process, as
 * a share of the room it can take: 0 if all have settled. Implicit Euler, stable for any span.
 */
export function fillL3(chip: Chip): void {
	const { memory } = chip;
	const { broughtBytes, l3Parts } = memory;
	memory.drift = 0;
	for (const part of l3Parts) fillPart(chip, part);
	for (let process = 0; process < broughtBytes.length; process++) broughtBytes[process] = 0;
}

function fillPart(chip: Chip, { sizeKib, members }: L3Part): void {
	const { memory } = chip;
	const { l3Kib, broughtBytes } = memory;
	let usedKib = 0;
	let fillKib = 0;
	for (const member of members) {
		usedKib += numberAt(l3Kib, member);
		fillKib += numberAt(broughtBytes, member) / 1024;
	}
	if (sizeKib === 0 || (fillKib === 0 && usedKib <= sizeKib)) return;
	let excessKib = usedKib + fillKib - sizeKib;
	for (const member of members) {
		if (excessKib <= 0) break;
		if (numberAt(broughtBytes, member) > 0) continue;
		const lostKib = Math.min(excessKib, numberAt(l3Kib, member));
		l3Kib[member] = numberAt(l3Kib, member) - lostKib;
		excessKib -= lostKib;
	}
	// The remaining excess is taken from those that fill, in proportion to what they hold.
	const pressure = excessKib > 0 ? fillKib / sizeKib : 0;
	for (const member of members) {
		const bytes = numberAt(broughtBytes, member);
		if (bytes === 0) continue;
		const beforeKib = numberAt(l3Kib, member);
		const limitKib = limitOf(chip.scenario, member, sizeKib);
		const afterKib = Math.min((beforeKib + bytes / 1024) / (1 + pressure), limitKib);
		l3Kib[member] = afterKib;
		const movedKib = Math.abs(afterKib - beforeKib);
		if (movedKib > SETTLED * sizeKib) memory.drift = Math.max(memory.drift, movedKib / limitKib / FILL_STEP);
	}
}

/** Most that the process's part of the L3 can hold of it, in KiB. */
export function l3LimitKib({ memory, scenario }: ReadonlyChip, process: number): number {
	const reservedKib = numberAt(memory.reservedKib, process);
	const { l3Partition } = at(scenario.processes, process);
	return limitOf(scenario, process, reservedKib > 0 ? reservedKib : at(memory.l3Parts, l3Partition).sizeKib);
}

/** A stream reuses nothing it keeps, but it occupies room all the same. */
function limitOf({ processes }: Scenario, process: number, sizeKib: number): number {
	const { workingSetKib, missCurve } = at(processes, process);
	return missCurve.type === "stream" ? sizeKib : Math.min(workingSetKib, sizeKib);
}
