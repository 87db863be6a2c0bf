import { at } from "../../lib/assert.ts";
import { book } from "../chip/accounting.ts";
import type { Chip, Core } from "../chip/chip.ts";
import { activeNs } from "../chip/energy.ts";
import { beginComputing, creditWork } from "./compute.ts";

/** Sets the core's operating point from now on. Energy used so far stays at the power of the earlier points. */
export function setClock(chip: Chip, core: Core, point: number): void {
	const { speed, activeMw } = at(core.spec.points, point);
	if (core.activity === "computing") creditWork(chip, core);
	book(chip, core);
	core.repricedPj += activeNs(core) * (core.spec.activeMw - activeMw);
	core.spec = { ...core.spec, speed, activeMw };
	if (core.activity === "computing") beginComputing(chip, core);
}
