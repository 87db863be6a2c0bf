import { unreachable } from "#shared/lib/unreachable.ts";
import { NONE, type ReadonlyChip } from "#shared/sim/chip/chip.ts";
import { type Command, QUEUE_ORDERS, SIGNALS } from "#shared/sim/chip/command.ts";
import { commandFile } from "#shared/sim/chip/command-file.ts";
import type { Chance } from "#shared/sim/chip/policy.ts";
import { LOCK_WAITING } from "#shared/sim/scenario/scenario.ts";

export const COMMAND_TYPES = commandFile.options.map(({ shape }) => shape.type.value);

/**
 * A command of that type that a person in that seat might give: mostly about what is there, sometimes about
 * what is not, or is not theirs.
 */
export function drawCommand(
	type: Command["type"],
	chip: ReadonlyChip,
	seat: number,
	chance: Chance,
): Command {
	const { thread, job, core, process, crashed, lock } = drawPlaces(chip, seat, chance);
	// Most threads cannot be divided; of those that can, many still wait.
	const divisible = chip.threads.filter(({ spec, state }) => spec.divisible === true && state !== "done");
	const divided = (divisible.find(({ state }) => state === "waiting") ?? divisible.at(-1))?.id;
	switch (type) {
		case "plan":
			return { type, thread, core, position: chance(3) };
		case "take":
			return { type, core };
		case "deal":
			return chance(2) === 0 ? { type, job, core } : { type, job, core, way: chance(3) };
		case "unplan":
			return { type, thread };
		case "steal":
			return { type, from: chance(chip.cores.length) };
		case "yield":
			return { type };
		case "order":
			return { type, order: oneOf(QUEUE_ORDERS, chance) };
		case "ask":
			return { type, thread: divided ?? thread, count: oneOf([1, 2, 7, 64], chance) };
		case "reorder":
			return { type, thread, position: chance(4) };
		case "choose":
			return { type, thread, way: chance(3) };
		case "pin":
			return { type, thread, core: chance(2) === 0 ? -1 : core };
		case "priority":
			return { type, thread, priority: chance(5) };
		case "restart":
			return { type, process: crashed ?? process };
		case "quantum":
			return { type, ns: oneOf([0, 60_000, 250_000, 1_000_000], chance) };
		case "reserve":
			return { type, process, kib: chance(4) * 512 };
		case "cap":
			return { type, process, bytesPerUs: chance(4) * 3_000 };
		case "lockMode":
			return { type, lock, waiting: oneOf(LOCK_WAITING, chance) };
		case "inherit":
			return { type, lock, on: chance(2) === 0 };
		case "spinFor":
			return { type, ns: oneOf([-1, 0, 2_000, 400_000], chance) };
		case "sleepAfter":
			return { type, core, ns: oneOf([0, 100_000, 700_000], chance) };
		case "clock":
			return { type, core, point: chance(3) };
		case "signal":
			return { type, signal: oneOf(SIGNALS, chance) };
		case "window":
			return { type, windowNs: oneOf([2_500_000, 5_000_000, 10_000_000], chance) };
		case "drive":
			return { type, driver: chance(2) === 0 ? "bot" : "person" };
		default:
			return unreachable(type);
	}
}

function drawPlaces({ cores, shared, threads, jobs, scenario }: ReadonlyChip, seat: number, chance: Chance) {
	const isOdd = chance(8) === 0;
	const own = seat === 0 || isOdd ? chance(cores.length + (isOdd ? 1 : 0)) : seat - 1;
	const waiting = [...shared, ...cores.flatMap(({ queue }) => queue)];
	const running = cores.map(({ thread }) => thread).filter((id) => id !== NONE);
	const places = chance(8) === 0 ? running : waiting;
	const anyThread = chance(threads.length + 1);
	const thread = isOdd || places.length === 0 ? anyThread : oneOf(places, chance);
	return {
		core: own,
		thread,
		job: isOdd ? jobs.length : (threads[thread]?.job ?? 0),
		process: chance(scenario.processes.length + (isOdd ? 1 : 0)),
		crashed: threads.find(({ isDead }) => isDead)?.spec.process,
		lock: chance(scenario.locks.length + (isOdd ? 1 : 0)),
	};
}

function oneOf<Item>(items: readonly Item[], chance: Chance): Item {
	const [item] = items.slice(chance(items.length));
	if (item === undefined) throw new Error("one of nothing");
	return item;
}
