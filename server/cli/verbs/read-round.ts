import { z } from "zod";
import { describeFault } from "#shared/frozen/describe-fault.ts";
import { loadRound } from "#shared/frozen/load-round.ts";
import { CARRIED } from "#shared/frozen/load-simulation.ts";
import type { RecordedRound } from "#shared/round/recorded-round.ts";
import { parseExportedRound } from "#shared/round/round-file.ts";
import { importFrozen } from "../../import-frozen.ts";
import { readJson } from "../command/read-json.ts";
import { UsageError } from "../command/usage-error.ts";

/** A round from a file, and the checksums that its chips had at its end, if the file says. */
export type ReadRound = { readonly round: RecordedRound; readonly checksums: readonly number[] | undefined };

const versioned = z.object({ header: z.object({ simVersion: z.int() }) });

/** Reads a round as it was exported, and loads the simulation that played it. Throws `UsageError`. */
export async function readRoundFile(path: string): Promise<ReadRound> {
	const data = readJson(path);
	// Of another version nothing else is worth saying, nor is it known.
	const version = versioned.safeParse(data).data?.header.simVersion;
	if (version !== undefined && !CARRIED.includes(version)) throw refusal(path, { is: "notCarried", version });
	const parsed = parseExportedRound(data);
	if (!parsed.ok)
		throw new UsageError(`${path} is not a round:\n${parsed.reason.map((line) => `  ${line}`).join("\n")}`);
	const { checksums, ...log } = parsed.value;
	const loaded = await loadRound(log, importFrozen);
	if (!loaded.ok) throw refusal(path, loaded.reason);
	return { round: loaded.value, checksums };
}

function refusal(path: string, fault: Parameters<typeof describeFault>[0]): UsageError {
	return new UsageError(`${path} cannot be replayed: ${describeFault(fault)}.`);
}
