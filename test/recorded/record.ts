import { changedParts, type Description, recordDescription } from "./description.ts";
import { readRecord, writeRecord } from "./files.ts";
import { faultsOfFrozen } from "./frozen.ts";
import { hashData } from "./hash-data.ts";
import { adviceOf, recordedVersion, type Seal, versionFault, writeConstant, writeHash } from "./seal.ts";
import { differencesOfSimulation, hashSimulation, recordSimulation, SIMULATION } from "./simulation.ts";
import { describeStored, differencesOfStored, missingHistory, recordedKinds } from "./stored.ts";
import { describeWire, PROTOCOL, WIRE } from "./wire.ts";

/**
 * `npm run record`: writes down what the versions of today stand for. What a version stood for is never written
 * over: where it has changed, the version has to be raised first.
 */
const faults = [
	...(await recordPlay()),
	...recordParts(PROTOCOL, WIRE, describeWire()),
	...(await recordKept()),
];
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log("Recorded: how rounds go, what goes over the wire, and what is stored.");
process.exitCode = faults.length === 0 ? 0 : 1;

async function recordPlay(): Promise<string[]> {
	const fault = versionFault(SIMULATION);
	if (fault !== undefined) return [fault];
	const unfrozen = faultsOfFrozen();
	if (unfrozen.length > 0) return unfrozen;
	const keeps = SIMULATION.version === recordedVersion(SIMULATION);
	const changed = keeps ? differencesOfSimulation().flatMap((found) => found.changed) : [];
	if (changed.length > 0) return [`${adviceOf(SIMULATION)}:`, ...changed];
	recordSimulation(keeps);
	writeHash(SIMULATION, await hashSimulation());
	return [];
}

function recordParts(seal: Seal, name: string, today: Description): string[] {
	const fault = versionFault(seal);
	if (fault !== undefined) return [fault];
	const changed = changedParts(name, today);
	if (changed.length > 0 && seal.version === recordedVersion(seal)) return [`${adviceOf(seal)}:`, ...changed];
	recordDescription(name, today);
	writeHash(seal, hashData(today));
	return [];
}

async function recordKept(): Promise<readonly string[]> {
	const today = await describeStored();
	const { changed } = differencesOfStored(today, readRecord("stored", recordedKinds) ?? {});
	const faults = [...changed, ...missingHistory(today)];
	if (faults.length > 0) return faults;
	writeRecord("stored", today);
	writeConstant("server/store/stored-kinds.ts", "STORED_HASH", hashData(today));
	return [];
}
