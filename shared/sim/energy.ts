import { causesAt } from "./accounting.ts";
import { CAUSES, type Chip, type Core } from "./chip.ts";

/** Energy that the chip has used up to `atNs`, in pJ (mW x ns): from the books, so it misses nothing. */
export function energyOf(chip: Readonly<Chip>, atNs: number): number {
	return chip.cores.reduce((sum, core) => sum + coreEnergy(core, atNs), 0);
}

function coreEnergy(core: Readonly<Core>, atNs: number): number {
	const { activeMw, idleMw, sleepMw } = core.spec;
	const bar = causesAt(core, atNs);
	let sum = 0;
	for (const cause of CAUSES) {
		const powerMw = cause === "asleep" ? sleepMw : cause.startsWith("idle") ? idleMw : activeMw;
		sum += bar[cause] * powerMw;
	}
	return sum;
}
