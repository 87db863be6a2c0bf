import { at, numberAt } from "../lib/assert.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { unreachable } from "../lib/unreachable.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import type { Command, CoreMode, SystemMode } from "../sim/chip/command.ts";
import { freeKib } from "../sim/memory/l3-parts.ts";
import { LOCK_WAITING, type Scenario } from "../sim/scenario/scenario.ts";

/** A mode that a seat sets at a given time. Clocks are not among them, because a plan sets them per thread. */
export type Mode = {
	readonly seat: number;
	readonly command: SystemMode | CoreMode;
	readonly sinceNs: number;
};

/** A mode worth trying, at any time. */
export type ModeSetting = Omit<Mode, "sinceNs">;

const MODES: readonly Command["type"][] = [
	"quantum",
	"reserve",
	"cap",
	"lockMode",
	"inherit",
	"spinFor",
	"sleepAfter",
];

/** Whether the command sets a mode that plans set by time. */
export function isMode(command: Command): command is SystemMode | CoreMode {
	return MODES.includes(command.type);
}

/** Adds a mode, which replaces later ones of the same target, so that it lasts. */
export function withMode(modes: readonly Mode[], mode: Mode): Mode[] {
	const isReplaced = (other: Mode): boolean =>
		targetOf(other) === targetOf(mode) && other.sinceNs >= mode.sinceNs;
	return [...modes.filter((other) => !isReplaced(other)), mode];
}

/** Groups modes by target, each group latest first. */
export function byTarget(modes: readonly Mode[]): Mode[][] {
	const targets = new Map<string, Mode[]>();
	for (const mode of modes.toSorted((one, other) => other.sinceNs - one.sinceNs)) {
		const same = targets.get(targetOf(mode));
		if (same === undefined) targets.set(targetOf(mode), [mode]);
		else same.push(mode);
	}
	return [...targets.values()];
}

/** Whether the chip already is as the mode wants it, or cannot be made so. */
export function isSet(chip: ReadonlyChip, { seat, command }: Mode): boolean {
	switch (command.type) {
		case "quantum":
			return chip.quantumNs === command.ns;
		case "reserve":
			return (
				chip.memory.reservedKib[command.process] === command.kib ||
				command.kib > freeKib(chip, command.process)
			);
		case "cap":
			return chip.memory.capBytesPerUs[command.process] === command.bytesPerUs;
		case "lockMode":
			return at(chip.locks, numberAt(chip.lockBase, command.lock)).spec.waiting === command.waiting;
		case "inherit":
			return at(chip.locks, numberAt(chip.lockBase, command.lock)).spec.inherits === command.on;
		case "spinFor":
			return at(chip.cores, seat - 1).spinForNs === command.ns;
		case "sleepAfter":
			return at(chip.cores, command.core).spec.sleepAfterNs === command.ns;
		case "clock":
			return true;
		default:
			return unreachable(command);
	}
}

/** Settings worth trying of every mode of these kinds; each entry holds those of one target. */
export function modesToTry(scenario: Scenario, types: readonly Command["type"][]): ModeSetting[][] {
	const { machine, processes, locks, quantumNs } = scenario;
	const cores = machine.cores.map((_, core) => core);
	const all: ModeSetting[][] = [
		[0, 0.5, 1, 2].map((share) => ({
			seat: 0,
			command: { type: "quantum", ns: Math.floor(share * (quantumNs || NS_PER_PLAY_S)) },
		})),
		...processes.map(({ workingSetKib }, process): ModeSetting[] =>
			[0, 0.5, 1].map((share) => ({
				seat: 0,
				command: { type: "reserve", process, kib: Math.floor(share * workingSetKib) },
			})),
		),
		...processes.map((_, process): ModeSetting[] =>
			[0, 0.1, 0.25, 0.5].map((share) => ({
				seat: 0,
				command: { type: "cap", process, bytesPerUs: Math.floor(share * machine.bandwidthBytesPerUs) },
			})),
		),
		...locks.map((_, lock): ModeSetting[] =>
			LOCK_WAITING.map((waiting) => ({ seat: 0, command: { type: "lockMode", lock, waiting } })),
		),
		...locks.map((_, lock): ModeSetting[] =>
			[false, true].map((on) => ({ seat: 0, command: { type: "inherit", lock, on } })),
		),
		...cores.map((core): ModeSetting[] =>
			[-1, 0, 2 * machine.wakeNs].map((ns) => ({ seat: core + 1, command: { type: "spinFor", ns } })),
		),
		...cores.map((core): ModeSetting[] =>
			[0, 0.2, 1].map((s) => ({
				seat: core + 1,
				command: { type: "sleepAfter", core, ns: Math.floor(s * NS_PER_PLAY_S) },
			})),
		),
	];
	return all.filter(([first]) => first !== undefined && types.includes(first.command.type));
}

/** Key of what the mode sets, apart from the value. */
function targetOf({ seat, command }: Mode): string {
	const kind = `${seat} ${command.type}`;
	if ("process" in command) return `${kind} ${command.process}`;
	if ("lock" in command) return `${kind} ${command.lock}`;
	return "core" in command ? `${kind} ${command.core}` : kind;
}
