import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyCore, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import { remainingWorkNs } from "../../sim/chip/progress.ts";
import { backlogNs, cheapestWithRoom } from "./observations.ts";

/** What policies for big and little cores know of tasks, and what they do with cores. */

/** Time until the deadline within which a task is urgent. */
const URGENT_NS = 12 * NS_PER_PLAY_S;

/** Whether the task was announced with little time. */
export function isUrgent({ spec }: ReadonlyThread): boolean {
	return spec.deadlineNs <= URGENT_NS;
}

/** Whether the task waits for memory longer than it works. */
export function waitsForMemory(chip: ReadonlyChip, thread: ReadonlyThread): boolean {
	return stallPerWork(chip, thread) > 1;
}

/** Time that the task still takes at that speed, in ns: what it waits for memory does not depend on the speed. */
export function takesNs(chip: ReadonlyChip, thread: ReadonlyThread, speed: number): number {
	return remainingWorkNs(chip, thread) * (1 / speed + stallPerWork(chip, thread));
}

/** Time the task waits for memory per unit of work, on any core. */
function stallPerWork({ scenario }: ReadonlyChip, { spec }: ReadonlyThread): number {
	const { accessesPerUs, missesInFlight } = at(scenario.processes, spec.process);
	return ((accessesPerUs / 1_000) * scenario.machine.dramNs) / missesInFlight;
}

/** The time at which the task is due. */
export function dueNs({ announcedNs, spec }: ReadonlyThread): number {
	return announcedNs + spec.deadlineNs;
}

/** The core of that kind with room that is done soonest with what it has; NONE if none has room. */
export function soonestOfKind(
	chip: ReadonlyChip,
	packet: readonly ReadonlyThread[],
	kind: ReadonlyCore["spec"]["kind"],
): number {
	const isOfKind = (core: number) => at(chip.cores, core).spec.kind === kind;
	const core = cheapestWithRoom(chip, packet, (id) =>
		isOfKind(id) ? backlogNs(chip, id) : Number.POSITIVE_INFINITY,
	);
	return core >= 0 && isOfKind(core) ? core : NONE;
}

/** Whether a core of that kind may run the task: one that is left to them would wait for ever if none may. */
export function isForKind(
	{ cores }: ReadonlyChip,
	thread: ReadonlyThread,
	kind: ReadonlyCore["spec"]["kind"],
): boolean {
	return cores.some((core) => core.spec.kind === kind && mayRun(core, thread));
}

/** Index of the core's slowest operating point. */
export function slowestOf({ spec }: ReadonlyCore): number {
	return Math.max(0, spec.points.length - 1);
}

/** Sets the core to that operating point, 0 the fastest; undefined if it is there already or has none. */
export function clockTo(core: ReadonlyCore, point: number): Command | undefined {
	const wanted = core.spec.points[point];
	if (wanted === undefined || wanted.speed === core.spec.speed) return undefined;
	return { type: "clock", core: core.id, point };
}
