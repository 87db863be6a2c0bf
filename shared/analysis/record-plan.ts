import { runToEnd } from "../sim/advance.ts";
import { type Chip, NONE } from "../sim/chip.ts";
import type { EventSink } from "../sim/event.ts";
import type { Plan } from "./plan.ts";
import { isMode, isOfSame, type Mode } from "./plan-modes.ts";

/** Plays a fresh chip on by `play`, and writes down as a plan what its seats decide. */
export function recordPlan(chip: Chip, play: (chip: Chip, sink: EventSink) => void = runToEnd): Plan {
	const cores: number[] = [];
	const points: number[] = [];
	let modes: Mode[] = [];
	let restarts = false;
	play(chip, (event) => {
		if (event.type === "started" && (cores[event.thread] ?? NONE) === NONE) {
			const { spec } = chip.cores[event.core] ?? {};
			cores[event.thread] = event.core;
			points[event.thread] = spec?.points.findIndex(({ speed }) => speed === spec.speed) ?? NONE;
		}
		if (event.type !== "decided") return;
		if (event.command.type === "restart") restarts = true;
		if (!isMode(event.command)) return;
		const mode = { seat: event.seat, command: event.command };
		modes = [...modes.filter((other) => !isOfSame(other, mode)), mode];
	});
	return {
		order: startOrder(chip),
		cores: chip.threads.map(({ id }) => cores[id] ?? NONE),
		ways: chip.threads.map(({ way }) => way),
		points: chip.threads.map(({ id }) => points[id] ?? NONE),
		modes,
		restarts,
		slices: chip.seats.some(({ policy }) => policy.slices),
	};
}

/** Ids of the threads in the order in which they began; those that did not come last. */
export function startOrder(chip: Readonly<Chip>): number[] {
	const begun = [...chip.threads].sort((left, right) => left.startNs - right.startNs || left.id - right.id);
	return begun.map(({ id }) => id);
}
