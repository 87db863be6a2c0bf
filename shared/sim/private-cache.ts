import { at, numberAt } from "../lib/assert.ts";
import type { Chip, Core } from "./chip.ts";
import { missRatio } from "./miss-curve.ts";

const LINE_BYTES = 64;
/** A working set counts as loaded when less than one line of it is missing. */
const LINE_KIB = LINE_BYTES / 1024;

/** Whether the core's private cache still fills while it runs a thread of this process. */
export function isWarming(chip: Readonly<Chip>, core: Readonly<Core>, processIndex: number): boolean {
	if (at(chip.scenario.processes, processIndex).accessesPerUs === 0) return false;
	return numberAt(core.warmKib, processIndex) < reachableKib(chip, core, processIndex);
}

/** The cache fills by one line per miss of `workNs` of work; idle processes make room, least recent first. */
export function warmUp(chip: Chip, core: Core, processIndex: number, workNs: number): void {
	const { accessesPerUs } = at(chip.scenario.processes, processIndex);
	if (accessesPerUs === 0) return;
	const warmKib = numberAt(core.warmKib, processIndex);
	const limitKib = reachableKib(chip, core, processIndex);
	if (warmKib >= limitKib) return;
	const misses = (accessesPerUs / 1000) * missRatio(at(chip.missTables, processIndex), warmKib) * workNs;
	const filledKib = warmKib + (misses * LINE_BYTES) / 1024;
	core.warmKib[processIndex] = filledKib > limitKib - LINE_KIB ? limitKib : filledKib;
	makeRoom(core, processIndex);
}

/** `process` becomes the core's most recently run. */
export function touch(core: Core, processIndex: number): void {
	if (core.recent[0] === processIndex) return;
	const place = core.recent.indexOf(processIndex);
	if (place >= 0) core.recent.splice(place, 1);
	core.recent.unshift(processIndex);
}

/** How much of what the process works on the core's private cache can hold. */
export function reachableKib(chip: Readonly<Chip>, core: Readonly<Core>, processIndex: number): number {
	const { isStream, workingSetKib } = at(chip.missTables, processIndex);
	return isStream ? core.spec.privateKib : Math.min(workingSetKib, core.spec.privateKib);
}

/** Idle processes make room for what `keep` has brought in, least recently run first. */
export function makeRoom(core: Core, keep: number): void {
	let excessKib = -core.spec.privateKib;
	for (let process = 0; process < core.warmKib.length; process++)
		excessKib += numberAt(core.warmKib, process);
	for (let last = core.recent.length - 1; last >= 0 && excessKib > 0; last--) {
		const process = numberAt(core.recent, last);
		if (process === keep) continue;
		const lostKib = Math.min(excessKib, numberAt(core.warmKib, process));
		core.warmKib[process] = numberAt(core.warmKib, process) - lostKib;
		excessKib -= lostKib;
	}
}
