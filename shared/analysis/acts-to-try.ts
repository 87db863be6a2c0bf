import { at, idAt } from "../lib/assert.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import { type Command, QUEUE_ORDERS } from "../sim/chip/command.ts";
import type { Chance } from "../sim/chip/policy.ts";
import { checkCommand } from "../sim/commands/carry-out.ts";
import { modesToTry } from "./plan-modes.ts";

/** Draws a command of one kind for a seat in the chip's present state; undefined if there is none to give. */
type Draw = (chip: ReadonlyChip, seat: number, chance: Chance) => Command | undefined;

/** Levels of priority that are worth trying. */
const PRIORITIES = 3;

/** One for each kind of command, so that nothing that a lesson may allow is left out. */
const DRAWS: Readonly<Record<Command["type"], Draw>> = {
	plan: (chip, seat, chance) => {
		const core = ownOr(chip, seat, chance);
		const reach = seat === 0 ? chip.cores : chip.cores.slice(core, core + 1);
		const thread = oneOf([...chip.shared, ...reach.flatMap(({ queue }) => queue)], chance);
		const { length } = at(chip.cores, core).queue;
		return thread === undefined ? undefined : { type: "plan", thread, core, position: chance(length + 1) };
	},
	take: (chip, seat, chance) => ({ type: "take", core: ownOr(chip, seat, chance) }),
	deal: (chip, _seat, chance) => {
		const thread = oneOf(chip.shared, chance);
		if (thread === undefined) return undefined;
		return { type: "deal", job: at(chip.threads, thread).job, core: chance(chip.cores.length) };
	},
	unplan: (chip, seat, chance) => {
		const queues = seat === 0 ? chip.cores : chip.cores.slice(seat - 1, seat);
		const thread = oneOf(
			queues.flatMap(({ queue }) => queue),
			chance,
		);
		return thread === undefined ? undefined : { type: "unplan", thread };
	},
	steal: (chip, _seat, chance) => ({ type: "steal", from: chance(chip.cores.length) }),
	yield: () => ({ type: "yield" }),
	order: (_chip, _seat, chance) => ({ type: "order", order: at(QUEUE_ORDERS, chance(QUEUE_ORDERS.length)) }),
	choose: (chip, seat, chance) => {
		const queues = seat === 0 ? chip.cores : chip.cores.slice(seat - 1, seat);
		const waiting = [...(seat === 0 ? chip.shared : []), ...queues.flatMap(({ queue }) => queue)];
		const thread = oneOf(
			waiting.filter((id) => at(chip.threads, id).spec.ways.length > 0),
			chance,
		);
		if (thread === undefined) return undefined;
		return { type: "choose", thread, way: chance(at(chip.threads, thread).spec.ways.length + 1) };
	},
	pin: (chip, _seat, chance) => {
		const thread = oneOf(aliveOf(chip), chance);
		return thread === undefined
			? undefined
			: { type: "pin", thread, core: chance(chip.cores.length + 1) - 1 };
	},
	priority: (chip, _seat, chance) => {
		const thread = oneOf(aliveOf(chip), chance);
		return thread === undefined ? undefined : { type: "priority", thread, priority: chance(PRIORITIES) };
	},
	restart: (chip, _seat, chance) => ({ type: "restart", process: chance(chip.scenario.processes.length) }),
	clock: (chip, seat, chance) => {
		const core = ownOr(chip, seat, chance);
		const { points } = at(chip.cores, core).spec;
		return points.length < 2 ? undefined : { type: "clock", core, point: chance(points.length) };
	},
	quantum: drawMode("quantum"),
	reserve: drawMode("reserve"),
	cap: drawMode("cap"),
	lockMode: drawMode("lockMode"),
	inherit: drawMode("inherit"),
	spinFor: drawMode("spinFor"),
	sleepAfter: drawMode("sleepAfter"),
	signal: () => undefined,
	window: () => undefined,
	drive: () => undefined,
};

/** A random command of one of these kinds that the seat may give now; undefined if the draw finds none. */
export function drawAct(
	chip: ReadonlyChip,
	seat: number,
	types: readonly Command["type"][],
	chance: Chance,
): Command | undefined {
	const type = types[chance(types.length)];
	const command = type && DRAWS[type](chip, seat, chance);
	return command !== undefined && checkCommand(chip, seat, command).ok ? command : undefined;
}

/** Those kinds of command by which the chip goes on otherwise. */
export function thatAct(types: readonly Command["type"][]): Command["type"][] {
	return types.filter((type) => type !== "signal" && type !== "window");
}

function drawMode(type: Command["type"]): Draw {
	return ({ scenario }, seat, chance) => {
		const settings = modesToTry(scenario, [type])
			.flat()
			.filter((setting) => seat === 0 || setting.seat === 0 || setting.seat === seat);
		return settings[chance(Math.max(1, settings.length))]?.command;
	};
}

/** The seat's own core; for the scheduler any. */
function ownOr(chip: ReadonlyChip, seat: number, chance: Chance): number {
	return seat > 0 ? seat - 1 : chance(chip.cores.length);
}

function aliveOf({ threads }: ReadonlyChip): number[] {
	return threads.filter(({ state }) => state === "ready" || state === "waiting").map(({ id }) => id);
}

function oneOf(ids: readonly number[], chance: Chance): number | undefined {
	return ids.length === 0 ? undefined : idAt(ids, chance(ids.length));
}
