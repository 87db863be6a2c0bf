import { numberAt } from "../lib/assert.ts";
import { runToEnd } from "../sim/advance.ts";
import { type Chip, NONE, type ReadonlyChip, type ReadonlyThread } from "../sim/chip/chip.ts";
import type { EventSink } from "../sim/chip/event.ts";
import type { Plan } from "./plan.ts";
import { isMode, type Mode, withMode } from "./plan-modes.ts";

/** Plays a fresh chip on by `play`, and writes down as a plan what its seats decide. */
export function recordPlan(chip: Chip, play: (chip: Chip, sink: EventSink) => void = runToEnd): Plan {
	const cores: number[] = [];
	const points: number[] = [];
	let modes: Mode[] = [];
	const yields = new Set<number>();
	const lastStartsNs: number[] = [];
	let restarts = false;
	play(chip, (event) => {
		// Turns that a quantum gives are the scenario's, not somebody's decision.
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
	// Who has made way comes after those for whom it did.
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

/** Ids of the threads in the order in which they began; those that did not come last. */
export function startOrder(chip: ReadonlyChip): number[] {
	return orderBy(chip, ({ startNs }) => startNs);
}

function orderBy({ threads }: ReadonlyChip, placeNs: (thread: ReadonlyThread) => number): number[] {
	return threads
		.toSorted((left, right) => placeNs(left) - placeNs(right) || left.id - right.id)
		.map(({ id }) => id);
}
