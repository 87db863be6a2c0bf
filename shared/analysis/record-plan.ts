import { numberAt } from "../lib/assert.ts";
import { runToEnd } from "../sim/advance.ts";
import { type Chip, NONE, type ReadonlyChip, type ReadonlyThread } from "../sim/chip/chip.ts";
import type { EventSink } from "../sim/chip/event.ts";
import type { Plan } from "./plan.ts";
import { isMode, type Mode, withMode } from "./plan-modes.ts";

/** Simulates a fresh chip with `play` and records its seats' decisions as a plan. */
export function recordPlan(chip: Chip, play: (chip: Chip, sink: EventSink) => void = runToEnd): Plan {
	const cores: number[] = [];
	const points: number[] = [];
	let modes: Mode[] = [];
	const yields = new Set<number>();
	const lastStartsNs: number[] = [];
	let restarts = false;
	play(chip, (event) => {
		// Preemption at the end of a slice is the scenario's doing, not a decision.
		if (event.type === "stopped" && event.why === "yielded" && chip.quantumNs === 0) yields.add(event.thread);
		if (event.type === "started") lastStartsNs[event.thread] = event.atNs;
		if (event.type === "started" && (cores[event.thread] ?? NONE) === NONE) {
			const { spec } = chip.cores[event.core] ?? {};
			cores[event.thread] = event.core;
			points[event.thread] = spec?.points.findIndex(({ speed }) => speed === spec.speed) ?? NONE;
		}
		if (event.type !== "decided") return;
		if (event.command.type === "restart") restarts = true;
		if (!isMode(event.command)) return;
		modes = withMode(modes, { seat: event.seat, command: event.command, sinceNs: event.atNs });
	});
	// A thread that made way comes after those it made way for.
	const placeNs = ({ id, startNs }: ReadonlyThread): number =>
		yields.has(id) ? numberAt(lastStartsNs, id) : startNs;
	return {
		order: orderBy(chip, placeNs),
		cores: chip.threads.map(({ id }) => cores[id] ?? NONE),
		ways: chip.threads.map(({ way }) => way),
		points: chip.threads.map(({ id }) => points[id] ?? NONE),
		modes,
		yields: [...yields],
		restarts,
		slices: chip.seats.some(({ policy }) => policy.slices),
	};
}

/** Thread ids in the order in which they started; threads that never started come last. */
export function startOrder(chip: ReadonlyChip): number[] {
	return orderBy(chip, ({ startNs }) => startNs);
}

function orderBy({ threads }: ReadonlyChip, placeNs: (thread: ReadonlyThread) => number): number[] {
	return threads
		.toSorted((left, right) => placeNs(left) - placeNs(right) || left.id - right.id)
		.map(({ id }) => id);
}
