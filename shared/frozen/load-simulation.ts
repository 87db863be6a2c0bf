import { z } from "zod";
import { ok, type Result, refuse } from "../lib/result.ts";
import { DOOR, type Simulation, simulation } from "../round/simulation.ts";
import { FROZEN } from "./frozen.ts";
import { viewOf } from "./view.ts";

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

/** Versions whose rounds can be replayed, in order. */
export const CARRIED: readonly number[] = [...new Set([...FROZEN.keys(), simulation.version])];

/** The simulation of that version: the present one, or a frozen one, whose file is loaded only now. */
export async function loadSimulation(
	version: number,
	importFrozen?: ImportFrozen,
): Promise<Result<Simulation, SimulationFault>> {
	return version === simulation.version ? ok(simulation) : await loadFrozen(version, importFrozen);
}

/** The simulation that was frozen as that version; its chips are seen in today's shape. */
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
	if (!door.success || door.data.simulation.version !== version) return refuse("damaged");
	const { simulation: frozen } = door.data;
	return ok({
		...frozen,
		read: (setup) => {
			const opener = frozen.read(setup);
			return opener.ok ? ok(() => viewOf(version, opener.value())) : opener;
		},
	});
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
