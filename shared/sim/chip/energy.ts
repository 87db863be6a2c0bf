import { at, numberAt } from "../../lib/assert.ts";
import { causesAt } from "./accounting.ts";
import { CAUSES, type Cause, type ReadonlyChip, type ReadonlyCore } from "./chip.ts";

/**
 * Energy the chip has used up to `atNs`, in pJ (mW x ns). Computed from the books, so that no time is left out.
 */
export function energyOf(chip: ReadonlyChip, atNs: number): number {
	return chip.cores.reduce((sum, core) => sum + coreEnergy(core, atNs), 0);
}

function coreEnergy(core: ReadonlyCore, atNs: number): number {
	const { activeMw, idleMw, sleepMw } = core.spec;
	const bar = causesAt(core, atNs);
	let sum = core.repricedPj;
	for (const cause of CAUSES) {
		const powerMw = isBusy(cause) ? activeMw : cause === "asleep" ? sleepMw : idleMw;
		sum += bar[cause] * powerMw;
	}
	return sum;
}

/** Booked time during which the core was busy, in ns. */
export function activeNs(core: ReadonlyCore): number {
	let sumNs = 0;
	for (let index = 0; index < CAUSES.length; index++)
		if (isBusy(at(CAUSES, index))) sumNs += numberAt(core.booked, index);
	return sumNs;
}

/** Whether a core that books its time to `cause` is busy: neither idle nor asleep. */
export function isBusy(cause: Cause): boolean {
	return cause !== "asleep" && !cause.startsWith("idle");
}
