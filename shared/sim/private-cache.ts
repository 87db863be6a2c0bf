import { at } from "../lib/assert.ts";
import type { Chip, Core } from "./chip.ts";
import type { ProcessSpec } from "./scenario.ts";

const LINE_BYTES = 64;
/** A working set counts as loaded when less than one line of it is missing. */
const LINE_KIB = LINE_BYTES / 1024;

/**
 * Share of a process's first-level misses that `warmKib` of private cache does not hold: linear reuse,
 * mu(x) = 1 - x / W.
 */
export function missRatio(process: ProcessSpec, warmKib: number): number {
	if (process.workingSetKib === 0 || warmKib >= process.workingSetKib) return 0;
	return 1 - warmKib / process.workingSetKib;
}

/**
 * Sets how fast the core computes for `process` just now: time per unit of work
 * T = 1/s + (a/m) ((1 - mu) t_private + mu t_shared), of which 1/s is useful.
 */
export function setRate(chip: Chip, core: Core, processIndex: number): void {
	const { machine, processes } = chip.scenario;
	const process = at(processes, processIndex);
	const missed = missRatio(process, at(core.warmKib, processIndex));
	const hitNs = (1 - missed) * machine.privateHitNs + missed * machine.sharedHitNs;
	core.usefulPerWork = 1 / core.spec.speed;
	core.nsPerWork = core.usefulPerWork + (process.accessesPerUs / 1000 / process.missesInFlight) * hitNs;
}

/** Whether the core's speed for `process` still changes as its cache fills. */
export function isWarming(chip: Readonly<Chip>, core: Readonly<Core>, processIndex: number): boolean {
	const process = at(chip.scenario.processes, processIndex);
	return process.accessesPerUs > 0 && at(core.warmKib, processIndex) < reachable(process, core);
}

/** The cache fills by one line per miss of `workNs` of work; idle processes make room, least recent first. */
export function warmUp(chip: Chip, core: Core, processIndex: number, workNs: number): void {
	const process = at(chip.scenario.processes, processIndex);
	if (process.accessesPerUs === 0) return;
	const warmKib = at(core.warmKib, processIndex);
	const limitKib = reachable(process, core);
	if (warmKib >= limitKib) return;
	const misses = (process.accessesPerUs / 1000) * missRatio(process, warmKib) * workNs;
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

function reachable(process: ProcessSpec, core: Readonly<Core>): number {
	return Math.min(process.workingSetKib, core.spec.privateKib);
}

function makeRoom(core: Core, keep: number): void {
	let excessKib = -core.spec.privateKib;
	for (let process = 0; process < core.warmKib.length; process++) excessKib += at(core.warmKib, process);
	for (let last = core.recent.length - 1; last >= 0 && excessKib > 0; last--) {
		const process = at(core.recent, last);
		if (process === keep) continue;
		const lostKib = Math.min(excessKib, at(core.warmKib, process));
		core.warmKib[process] = at(core.warmKib, process) - lostKib;
		excessKib -= lostKib;
	}
}
