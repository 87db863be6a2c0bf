import { at } from "../../lib/assert.ts";
import { book } from "../chip/accounting.ts";
import type { Chip, Core } from "../chip/chip.ts";
import { activeNs } from "../chip/energy.ts";
import { beginComputing, creditWork } from "./compute.ts";

/** From now on the core runs at that operating point; what it was busy up to now keeps its power. */
export function setClock(chip: Chip, core: Core, point: number): void {
	const { speed, activeMw } = at(core.spec.points, point);
	if (core.activity === "computing") creditWork(chip, core);
	book(chip, core);
	core.repricedPj += activeNs(core) * (core.spec.activeMw - activeMw);
	core.spec = { ...core.spec, speed, activeMw };
	if (core.activity === "computing") beginComputing(chip, core);
}
