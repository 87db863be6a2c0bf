import type { ClassEvent } from "#shared/class/class-event.ts";
import type { MakeHeader } from "#shared/class/class-round.ts";
import type { LostEvent } from "#shared/class/recorded-class.ts";
import { describeFault } from "#shared/frozen/describe-fault.ts";
import { type ImportFrozen, loadSimulation } from "#shared/frozen/load-simulation.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import type { Simulation } from "#shared/round/simulation.ts";
import { SIM_VERSION } from "#shared/sim/version.ts";
import { importFrozen } from "../import-frozen.ts";

/** Why the rounds of a class cannot be set up: for good, or until there is what this says. */
export type VersionFault = { readonly isFinal: boolean; readonly why: string };

/** Loads every simulation that has opened a round of the class. What it returns makes their headers. */
export async function loadVersions(
	events: readonly (ClassEvent | LostEvent)[],
	load: ImportFrozen = importFrozen,
): Promise<Result<MakeHeader, VersionFault>> {
	const simulations = new Map<number, Simulation>();
	for (const version of new Set(events.flatMap(versionOf))) {
		const loaded = await loadSimulation(version, load);
		if (loaded.ok) {
			simulations.set(version, loaded.value);
			continue;
		}
		const isOlder = loaded.reason === "notCarried" && version < SIM_VERSION;
		return refuse({ isFinal: isOlder, why: describeFault({ is: loaded.reason, version }) });
	}
	return ok((version, name) => {
		const simulation = simulations.get(version);
		if (simulation === undefined) throw new Error(`simulation version ${version} is not loaded`);
		return simulation.createHeader(name);
	});
}

function versionOf(event: ClassEvent | LostEvent): number[] {
	return event.type === "roundOpened" ? [event.simVersion] : [];
}
