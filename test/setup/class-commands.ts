import { at } from "#shared/lib/assert.ts";
import { TICK_NS } from "#shared/lib/units.ts";
import type { StampedCommand } from "#shared/round/round.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import { type Command, QUEUE_ORDERS, SIGNALS } from "#shared/sim/chip/command.ts";
import type { Chance } from "#shared/sim/chip/policy.ts";
import { LOCK_WAITING } from "#shared/sim/scenario/scenario.ts";
import { COMMANDS_PER_TURN_MAX } from "../../server/rooms/limits.ts";

/** Kinds of command by kind of seat, as a lesson allows them. */
export type Allowed = {
	readonly scheduler: readonly Command["type"][];
	readonly core: readonly Command["type"][];
};

/** All that players may send. */
const ALL: readonly Command["type"][] = [
	...(["plan", "take", "deal", "unplan", "steal", "yield", "order", "choose", "pin", "priority"] as const),
	...(["restart", "quantum", "reserve", "cap", "lockMode", "inherit", "spinFor", "sleepAfter"] as const),
	...(["clock", "signal", "window", "ask", "reorder"] as const),
];
/** Kinds beyond those of any lesson. */
export const ALLOWED_ALL: Allowed = { scheduler: ALL, core: ALL };

/**
 * What a class that never stops sends in the next turn: in each seat as much as the server takes, of random kinds
 * (in one turn of two, of one kind), with what each names mostly where it is in the queues.
 */
export function commandsOfClass(
	chips: readonly ReadonlyChip[],
	turn: number,
	allowed: Allowed,
	chance: Chance,
): StampedCommand[] {
	const isOfOneKind = chance(2) === 0;
	return chips.flatMap((state, chip) =>
		state.seats.flatMap(({ id: seat }) => {
			const kinds = seat === 0 ? allowed.scheduler : allowed.core;
			if (state.finished || kinds.length === 0) return [];
			const only = [oneOf(kinds, chance)];
			return Array.from({ length: COMMANDS_PER_TURN_MAX }, () => {
				const kind = oneOf(isOfOneKind ? only : kinds, chance);
				return { turn, chip, seat, command: commandOf(kind, state, seat, chance) };
			});
		}),
	);
}

function oneOf<Item>(items: readonly Item[], chance: Chance): Item {
	const item = items[chance(items.length)];
	if (item === undefined) throw new Error("nothing to choose from");
	return item;
}

function commandOf(type: Command["type"], chip: ReadonlyChip, seat: number, chance: Chance): Command {
	const { cores, shared, jobs, scenario } = chip;
	const core = seat === 0 ? chance(cores.length) : seat - 1;
	const { queue } = at(cores, core);
	const known = [...shared, ...queue];
	const thread = known.length === 0 ? chance(chip.threads.length + 1) : oneOf(known, chance);
	const process = chance(scenario.processes.length);
	const lock = chance(scenario.locks.length + 1);
	const settings: { readonly [Type in Command["type"]]: () => Extract<Command, { readonly type: Type }> } = {
		plan: () => ({ type: "plan", thread, core, position: chance(9) }),
		take: () => ({ type: "take", core }),
		deal: () => ({ type: "deal", job: chance(jobs.length + 1), core, way: chance(3) }),
		unplan: () => ({ type: "unplan", thread: queue[0] ?? thread }),
		steal: () => ({ type: "steal", from: chance(cores.length) }),
		yield: () => ({ type: "yield" }),
		order: () => ({ type: "order", order: oneOf(QUEUE_ORDERS, chance) }),
		ask: () => ({ type: "ask", thread, count: 1 + chance(20) }),
		reorder: () => ({ type: "reorder", thread, position: chance(5) }),
		choose: () => ({ type: "choose", thread, way: chance(3) }),
		pin: () => ({ type: "pin", thread, core: chance(cores.length + 1) - 1 }),
		priority: () => ({ type: "priority", thread, priority: chance(9) }),
		restart: () => ({ type: "restart", process }),
		quantum: () => ({ type: "quantum", ns: oneOf([0, TICK_NS, TICK_NS, 10 * TICK_NS], chance) }),
		reserve: () => ({ type: "reserve", process, kib: chance(10_000) }),
		cap: () => ({ type: "cap", process, bytesPerUs: chance(2) * chance(9_000) }),
		lockMode: () => ({ type: "lockMode", lock, waiting: oneOf(LOCK_WAITING, chance) }),
		inherit: () => ({ type: "inherit", lock, on: chance(2) === 0 }),
		spinFor: () => ({ type: "spinFor", ns: oneOf([-1, 0, 1, 20_000], chance) }),
		sleepAfter: () => ({ type: "sleepAfter", core, ns: oneOf([0, 1, 1_000, 500_000], chance) }),
		clock: () => ({ type: "clock", core, point: chance(4) }),
		signal: () => ({ type: "signal", signal: oneOf(SIGNALS, chance) }),
		window: () => ({ type: "window", windowNs: 2_500_000 + chance(7_500_001) }),
		drive: () => ({ type: "drive", driver: "person" }),
	};
	return settings[type]();
}
