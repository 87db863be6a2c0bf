import { adviceOf, recordedVersion, versionFault, writeHash } from "./seal.ts";
import { differencesOfSimulation, hashSimulation, recordSimulation, SIMULATION } from "./simulation.ts";

/**
 * `npm run record`: writes down what the versions of today stand for. What a version stood for is never written
 * over: where it has changed, the version has to be raised first.
 */
const faults = [...(await recordSimulationNow())];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

async function recordSimulationNow(): Promise<string[]> {
	const fault = versionFault(SIMULATION);
	if (fault !== undefined) return [fault];
	const isSame = SIMULATION.version === recordedVersion(SIMULATION);
	const changed = isSame ? differencesOfSimulation().flatMap((found) => found.changed) : [];
	if (changed.length > 0) return [...changed, `${adviceOf(SIMULATION)}.`];
	recordSimulation(isSame);
	writeHash(SIMULATION, await hashSimulation());
	return [];
}
