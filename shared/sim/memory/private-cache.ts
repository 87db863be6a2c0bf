import { at, idAt, numberAt } from "../../lib/assert.ts";
import { FILL_STEP } from "../../lib/units.ts";
import type { Chip, Core, ReadonlyChip, ReadonlyCore } from "../chip/chip.ts";
import { missRatio } from "./miss-curve.ts";

/** A working set counts as loaded when less than one line of it is missing. */
const LINE_KIB = 64 / 1024;

/** Sets in how many ticks the private cache of a computing core will be full, or fuller by FILL_STEP. */
export function setWarmingTicks(chip: ReadonlyChip, core: Core): void {
	const { process } = at(chip.threads, core.thread).spec;
	const limitKib = reachableKib(chip, core, process);
	const missingKib = limitKib - numberAt(core.warmKib, process);
	core.warmingTicks = Number.POSITIVE_INFINITY;
	if (missingKib <= 0) return;
	const kibPerNs = core.demand.missedKibPerWork / core.nsPerWork;
	core.warmingTicks = Math.min(missingKib, FILL_STEP * limitKib) / (kibPerNs * chip.tickLengthNs);
}

/**
 * Fills the cache by one line per miss of the credited work; processes that do not run make room, least
 * recently run first.
 */
export function warmUp(chip: Chip, core: Core, processIndex: number): void {
	const { accessesPerUs } = at(chip.scenario.processes, processIndex);
	if (accessesPerUs === 0) return;
	const warmKib = numberAt(core.warmKib, processIndex);
	const limitKib = reachableKib(chip, core, processIndex);
	if (warmKib >= limitKib) return;
	const filledKib = warmKib + core.demand.missedKibPerWork * core.creditedNs;
	core.warmKib[processIndex] = filledKib;
	if (filledKib > limitKib - LINE_KIB) core.warmKib[processIndex] = limitKib;
	makeRoom(core, processIndex);
}

/** Makes the process the core's most recently run one. */
export function touch(core: Core, processIndex: number): void {
	if (core.recent[0] === processIndex) return;
	const place = core.recent.indexOf(processIndex);
	if (place >= 0) core.recent.splice(place, 1);
	core.recent.unshift(processIndex);
}

/**
 * To be called when a span of computing begins: sets what misses of the private cache bring into it per ns of that
 * work.
 */
export function measureMisses(chip: ReadonlyChip, core: Core, processIndex: number): void {
	const { accessesPerUs } = at(chip.scenario.processes, processIndex);
	const missed = missRatio(at(chip.missTables, processIndex), numberAt(core.warmKib, processIndex));
	core.demand.missedKibPerWork = (accessesPerUs / 1000) * missed * LINE_KIB;
}

/** KiB of the process's data that the core's private cache can hold. */
export function reachableKib(chip: ReadonlyChip, core: ReadonlyCore, processIndex: number): number {
	const { isStream, workingSetKib } = at(chip.missTables, processIndex);
	return isStream ? core.spec.privateKib : Math.min(workingSetKib, core.spec.privateKib);
}

/** Evicts other processes, least recently run first, to make room for what `keep` has brought in. */
export function makeRoom(core: Core, keep: number): void {
	// Summed by recency, so that not even rounding depends on how processes are numbered.
	const { recent, warmKib } = core;
	let excessKib = -core.spec.privateKib;
	for (let place = 0; place < recent.length; place++) excessKib += numberAt(warmKib, idAt(recent, place));
	for (let last = recent.length - 1; last >= 0 && excessKib > 0; last--) {
		const process = idAt(recent, last);
		if (process === keep) continue;
		const lostKib = Math.min(excessKib, numberAt(warmKib, process));
		warmKib[process] = numberAt(warmKib, process) - lostKib;
		excessKib -= lostKib;
	}
}
