import { at, numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import { originalOf } from "#shared/sim/chip/jobs.ts";
import { mayRun } from "#shared/sim/chip/may-run.ts";
import { isSameCommand } from "#shared/sim/chip/same-command.ts";
import { LOCK_WAITING } from "#shared/sim/scenario/scenario.ts";

/** Commands that change a setting, which then stays. */
export type ModeType = Exclude<
	PlayerCommand["type"],
	| "plan"
	| "take"
	| "deal"
	| "unplan"
	| "steal"
	| "yield"
	| "order"
	| "ask"
	| "reorder"
	| "signal"
	| "window"
	| "choose"
>;

/** One value that a mode can have. `value` is what its words are made from; see `sayModeValue`. */
export type ModeOption = {
	readonly value: number | string | boolean;
	readonly command: PlayerCommand;
	readonly isOn: boolean;
};

/** A mode of the chip, a process, a lock, a core or a task, with the values to choose from. */
export type ModeView = {
	readonly key: string;
	readonly type: ModeType;
	/** It belongs to the chosen task, and goes when another is chosen. */
	readonly isOfTask: boolean;
	/** What it belongs to, if there may be several: a name from the scenario, or the index of a core. */
	readonly name: string;
	readonly core: number | undefined;
	readonly options: readonly ModeOption[];
};

const SLICES_S = [0, 0.25, 0.5, 1, 2];
const SPINS_S = [0, 0.25, 1];
const SLEEPS_S = [0, 0.25, 0.5, 1, 2];
const L3_SHARES = [0, 0.25, 0.5, 0.75];
const BUS_SHARES = [0, 0.125, 0.25, 0.5];
const PRIORITIES = [0, 1, 2];

/** All modes of a seat, set as they will be once the pending commands have taken effect. */
export function viewModes(
	chip: ReadonlyChip,
	seat: number,
	pending: readonly PlayerCommand[],
	chosen: number | undefined,
): ModeView[] {
	const modes =
		seat === 0
			? [
					...restarts(chip),
					...taskModes(chip, chosen),
					...systemModes(chip),
					...chip.cores.flatMap((_, core) => coreModes(chip, core)),
				]
			: [
					spinMode(chip, seat - 1),
					...coreModes(chip, seat - 1).map((mode) => ({ ...mode, core: undefined })),
				];
	return modes.map((mode) => withPending(mode, pending));
}

function systemModes(chip: ReadonlyChip): ModeView[] {
	const { locks, processes, machine } = chip.scenario;
	const slices = withOwn(SLICES_S.map(toNs), chip.quantumNs);
	const quantum = mode("quantum", "", slices, (ns) => [{ type: "quantum", ns }, ns === chip.quantumNs]);
	const memory = processes.flatMap(({ name, workingSetKib, accessesPerUs, l3Partition }, process) => {
		if (accessesPerUs === 0) return [];
		const partKib = numberAt(machine.l3PartitionsKib, l3Partition);
		const heldKib = numberAt(chip.memory.reservedKib, process);
		const cap = numberAt(chip.memory.capBytesPerUs, process);
		const reserve = mode("reserve", name, L3_SHARES, (share) => {
			const kib = Math.round(share * partKib);
			return [{ type: "reserve", process, kib }, kib === heldKib];
		});
		const capped = mode("cap", name, BUS_SHARES, (share) => {
			const bytesPerUs = Math.round(share * machine.bandwidthBytesPerUs);
			return [{ type: "cap", process, bytesPerUs }, bytesPerUs === cap];
		});
		// Reserved cache helps a process that reuses its data; a bandwidth cap restrains one that never does.
		if (at(processes, process).missCurve.type === "stream") return [capped];
		return workingSetKib > 0 ? [reserve] : [];
	});
	const byLock = locks.flatMap(({ name }, lock) => {
		const { spec } = at(chip.locks, numberAt(chip.lockBase, lock));
		return [
			mode("lockMode", name, LOCK_WAITING, (waiting) => [
				{ type: "lockMode", lock, waiting },
				waiting === spec.waiting,
			]),
			mode("inherit", name, [false, true], (on) => [{ type: "inherit", lock, on }, on === spec.inherits]),
		];
	});
	return [quantum, ...memory, ...byLock];
}

/** Settings for the one task that the scheduler has chosen. */
function taskModes(chip: ReadonlyChip, chosen: number | undefined): ModeView[] {
	const thread = chosen === undefined ? undefined : chip.threads[chosen];
	if (thread === undefined) return [];
	const spec = originalOf(chip, thread);
	const able = chip.cores.filter((core) => mayRun(core, { spec })).map(({ id }) => id);
	const pinned = thread.spec.cores.length === 1 && able.length > 1 ? thread.spec.cores[0] : -1;
	return [
		mode("pin", "", [-1, ...able], (core) => [{ type: "pin", thread: thread.id, core }, core === pinned]),
		mode("priority", "", withOwn(PRIORITIES, thread.spec.priority), (priority) => [
			{ type: "priority", thread: thread.id, priority },
			priority === thread.spec.priority,
		]),
	];
}

/** One button for each crashed process. */
function restarts(chip: ReadonlyChip): ModeView[] {
	return chip.scenario.processes.flatMap(({ name }, process) =>
		chip.threads.some((thread) => thread.isDead && thread.spec.process === process)
			? [mode("restart", name, [true], () => [{ type: "restart", process }, false])]
			: [],
	);
}

function spinMode(chip: ReadonlyChip, id: number): ModeView {
	const { spinForNs } = at(chip.cores, id);
	const values = withOwn([-1, ...SPINS_S.map(toNs)], spinForNs);
	return mode("spinFor", "", values, (ns) => [{ type: "spinFor", ns }, ns === spinForNs]);
}

function coreModes(chip: ReadonlyChip, id: number): ModeView[] {
	const { points, sleepAfterNs, speed, activeMw } = at(chip.cores, id).spec;
	const sleeps = withOwn(SLEEPS_S.map(toNs), sleepAfterNs);
	const sleep = mode("sleepAfter", "", sleeps, (ns) => [
		{ type: "sleepAfter", core: id, ns },
		ns === sleepAfterNs,
	]);
	if (points.length < 2) return [{ ...sleep, key: `${sleep.key}-${id}`, core: id }];
	const clock: ModeView = {
		key: `clock-${id}`,
		type: "clock",
		isOfTask: false,
		name: "",
		core: id,
		options: points.map((point, index) => ({
			value: point.speed,
			command: { type: "clock", core: id, point: index },
			isOn: point.speed === speed && point.activeMw === activeMw,
		})),
	};
	return [clock, { ...sleep, key: `${sleep.key}-${id}`, core: id }];
}

function mode<Value extends number | string | boolean>(
	type: ModeType,
	name: string,
	values: readonly Value[],
	option: (value: Value) => [command: PlayerCommand, isOn: boolean],
): ModeView {
	const options = values.map((value) => {
		const [command, isOn] = option(value);
		return { value, command, isOn };
	});
	const isOfTask = type === "pin" || type === "priority";
	return { key: `${type}-${name}`, type, isOfTask, name, core: undefined, options };
}

/** `values` with the scenario's own value among them, in ascending order. */
function withOwn(values: readonly number[], own: number): number[] {
	return [...new Set([...values, own])].sort((one, other) => one - other);
}

function toNs(lengthS: number): number {
	return lengthS * NS_PER_PLAY_S;
}

/** Shows the last pending command of this mode as if it had taken effect. */
function withPending(view: ModeView, pending: readonly PlayerCommand[]): ModeView {
	const wanted = pending.findLast((command) =>
		view.options.some((option) => isSameCommand(option.command, command)),
	);
	if (wanted === undefined) return view;
	return {
		...view,
		options: view.options.map((option) => ({ ...option, isOn: isSameCommand(option.command, wanted) })),
	};
}
