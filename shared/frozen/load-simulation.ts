import { z } from "zod";
import { ok, type Result, refuse } from "../lib/result.ts";
import { DOOR, type Simulation } from "../round/simulation.ts";
import { FROZEN } from "./frozen.ts";

/**
 * Why there is no simulation of a version. notCarried: this program has never had it. missing: its file cannot be
 * had. damaged: its file is not what was frozen.
 */
export type SimulationFault = "notCarried" | "missing" | "damaged";

/**
 * Imports the frozen file of a version: rejects where it cannot be had, and gives anything else where it is not what
 * was frozen.
 */
export type ImportFrozen = (version: number) => Promise<unknown>;

/** The simulation that was frozen as that version. */
export async function loadFrozen(
	version: number,
	importFrozen: ImportFrozen = (frozen) => import(`./sim-${frozen}.js`),
): Promise<Result<Simulation, SimulationFault>> {
	if (!FROZEN.has(version)) return refuse("notCarried");
	let file: unknown;
	try {
		file = await importFrozen(version);
	} catch {
		return refuse("missing");
	}
	const door = frozenFile.safeParse(file);
	return door.success && door.data.simulation.version === version
		? ok(door.data.simulation)
		: refuse("damaged");
}

/** A frozen file by the shape of its door; what the functions take and return is for its own version to keep. */
const frozenFile = z.object({
	simulation: z.object({
		door: z.literal(DOOR),
		version: z.int(),
		read: functionOf<Simulation["read"]>(),
		createHeader: functionOf<Simulation["createHeader"]>(),
		readCommand: functionOf<Simulation["readCommand"]>(),
	}),
});

function functionOf<Type>() {
	return z.custom<Type>((value) => typeof value === "function");
}
