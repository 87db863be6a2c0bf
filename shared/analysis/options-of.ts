import { at } from "../lib/assert.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { packetOf, waysOf } from "../policies/parts/observations.ts";
import { mayCommand } from "../sim/apply-command.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import { type Command, QUEUE_ORDERS } from "../sim/chip/command.ts";
import type { Actions } from "./plan.ts";

const SLICES_NS = [0, 0.5, 1, 2].map((s) => s * NS_PER_PLAY_S);
const SLEEPS_NS = [0, 0.2, 2].map((s) => s * NS_PER_PLAY_S);
const SPINS_NS = [0, 0.3, 2].map((s) => s * NS_PER_PLAY_S);
const BUS_SHARES = [0, 0.25, 0.5];
const PRIORITIES = [0, 1, 2];

/**
 * Commands that would be carried out now, of the kinds that are allowed to the seat: every move of every waiting
 * thread, and a few values of every setting. Signals and the window change nothing on the chip and are left out.
 */
export function optionsOf(chip: ReadonlyChip, seat: number, actions: Actions): Command[] {
	const allowed = seat === 0 ? actions.scheduler : actions.core;
	return allowed
		.flatMap((type) => OPTIONS[type]?.(chip, seat, actions) ?? [])
		.filter((command) => mayCommand(chip, seat, command));
}

type Options = (chip: ReadonlyChip, seat: number, actions: Actions) => Command[];

const OPTIONS: { readonly [Type in Command["type"]]?: Options } = {
	deal: (chip, _seat, { dealsWays }) =>
		jobsShared(chip).flatMap((job) =>
			chip.cores.flatMap(({ id }) => dealings(chip, job, id, dealsWays === true)),
		),
	plan: (chip, seat) => (seat === 0 ? placings(chip) : arrangings(chip, seat - 1)),
	take: (chip, seat) =>
		(seat === 0 ? chip.cores.map(({ id }) => id) : [seat - 1]).map((core) => ({ type: "take", core })),
	unplan: (chip, seat) =>
		chip.cores
			.filter(({ id }) => seat === 0 || id === seat - 1)
			.flatMap(({ queue }) => queue.map((thread): Command => ({ type: "unplan", thread }))),
	steal: (chip, seat) =>
		chip.cores.filter(({ id }) => id !== seat - 1).map(({ id }) => ({ type: "steal", from: id })),
	yield: () => [{ type: "yield" }],
	order: () => QUEUE_ORDERS.map((order) => ({ type: "order", order })),
	ask: ({ shared, scenario }) =>
		shared.flatMap((thread) =>
			(scenario.handOut?.sizes ?? []).map((count): Command => ({ type: "ask", thread, count })),
		),
	reorder: ({ shared }) =>
		shared.flatMap((thread, from) =>
			countTo(shared.length)
				.filter((position) => position !== from)
				.map((position): Command => ({ type: "reorder", thread, position })),
		),
	choose: (chip, seat) =>
		[
			...(seat === 0
				? [...chip.shared, ...chip.cores.flatMap(({ queue }) => queue)]
				: at(chip.cores, seat - 1).queue),
		]
			.map((id) => at(chip.threads, id))
			.flatMap((thread) =>
				countTo(waysOf(thread))
					.filter((way) => way !== thread.way)
					.map((way): Command => ({ type: "choose", thread: thread.id, way })),
			),
	pin: (chip) =>
		waiting(chip).flatMap((thread) =>
			[-1, ...chip.cores.map(({ id }) => id)].map((core): Command => ({ type: "pin", thread, core })),
		),
	priority: (chip) =>
		waiting(chip).flatMap((thread) =>
			PRIORITIES.map((priority): Command => ({ type: "priority", thread, priority })),
		),
	restart: ({ scenario }) => scenario.processes.map((_, process) => ({ type: "restart", process })),
	quantum: () => SLICES_NS.map((ns) => ({ type: "quantum", ns })),
	reserve: ({ scenario }) =>
		scenario.processes.flatMap(({ workingSetKib }, process) =>
			[0, workingSetKib].map((kib): Command => ({ type: "reserve", process, kib })),
		),
	cap: ({ scenario }) =>
		scenario.processes.flatMap((_, process) =>
			BUS_SHARES.map(
				(share): Command => ({
					type: "cap",
					process,
					bytesPerUs: Math.floor(share * scenario.machine.bandwidthBytesPerUs),
				}),
			),
		),
	lockMode: ({ scenario }) =>
		scenario.locks.flatMap((_, lock) =>
			(["spin", "block"] as const).map((waiting): Command => ({ type: "lockMode", lock, waiting })),
		),
	inherit: ({ scenario }) =>
		scenario.locks.flatMap((_, lock) => [true, false].map((on): Command => ({ type: "inherit", lock, on }))),
	spinFor: () => SPINS_NS.map((ns) => ({ type: "spinFor", ns })),
	sleepAfter: (chip, seat) =>
		own(chip, seat).flatMap(({ id }) =>
			SLEEPS_NS.map((ns): Command => ({ type: "sleepAfter", core: id, ns })),
		),
	clock: (chip, seat) =>
		own(chip, seat).flatMap(({ id, spec }) =>
			spec.points.map((_, point): Command => ({ type: "clock", core: id, point })),
		),
};

function own(chip: ReadonlyChip, seat: number) {
	return chip.cores.filter(({ id }) => seat === 0 || id === seat - 1);
}

function jobsShared(chip: ReadonlyChip): number[] {
	return [...new Set(chip.shared.map((id) => at(chip.threads, id).job))];
}

/** The deal of that job to that core as its tasks are, and in each other way that any of them has. */
function dealings(chip: ReadonlyChip, job: number, core: number, dealsWays: boolean): Command[] {
	const ways = dealsWays ? Math.max(...packetOf(chip, job).map(waysOf)) : 0;
	return [
		{ type: "deal", job, core },
		...countTo(ways).map((way): Command => ({ type: "deal", job, core, way })),
	];
}

function waiting(chip: ReadonlyChip): number[] {
	return [...chip.shared, ...chip.cores.flatMap(({ queue }) => queue)];
}

/** Every waiting thread as the next and as the last one of every core. */
function placings(chip: ReadonlyChip): Command[] {
	return waiting(chip).flatMap((thread) =>
		chip.cores.flatMap(({ id, queue }) =>
			[...new Set([0, queue.length])].map(
				(position): Command => ({ type: "plan", thread, core: id, position }),
			),
		),
	);
}

/** Every thread of the core's queue at every other place, and every shared one as the next and as the last. */
function arrangings(chip: ReadonlyChip, core: number): Command[] {
	const { queue } = at(chip.cores, core);
	const moves = queue.flatMap((thread, from) =>
		countTo(queue.length)
			.filter((position) => position !== from)
			.map((position): Command => ({ type: "plan", thread, core, position })),
	);
	const takes = chip.shared.flatMap((thread) =>
		[...new Set([0, queue.length])].map((position): Command => ({ type: "plan", thread, core, position })),
	);
	return [...moves, ...takes];
}

function countTo(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index);
}
