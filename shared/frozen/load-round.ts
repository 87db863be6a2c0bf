import { ok, type Result, refuse } from "../lib/result.ts";
import { presentRound, type RecordedRound } from "../round/recorded-round.ts";
import type { RoundLog } from "../round/round.ts";
import { SIM_VERSION } from "../sim/version.ts";
import { type ImportFrozen, loadSimulation, type SimulationFault } from "./load-simulation.ts";
import { readRound } from "./read-round.ts";

/**
 * Why a round cannot be replayed: there is no simulation of its version, or that finds fault with the round and says
 * what.
 */
export type RoundFault =
	| { readonly is: SimulationFault; readonly version: number }
	| { readonly is: "refused"; readonly version: number; readonly reasons: readonly string[] };

/**
 * The round with the simulation that played it, whichever version that is. `log`: as its schema has read it, which
 * leaves what only another version understands to that version.
 */
export async function loadRound(
	log: RoundLog,
	importFrozen?: ImportFrozen,
): Promise<Result<RecordedRound, RoundFault>> {
	const version = log.header.simVersion;
	if (version === SIM_VERSION) return ok(presentRound(log));
	const simulation = await loadSimulation(version, importFrozen);
	if (!simulation.ok) return refuse({ is: simulation.reason, version });
	const round = readRound(log, simulation.value);
	if (!round.ok) return refuse({ is: "refused", version, reasons: round.reason });
	return begins(round.value) ? round : refuse({ is: "damaged", version });
}

/** Whether a round can be begun: a file may have the door of a simulation, and something else behind it. */
function begins({ open }: RecordedRound): boolean {
	try {
		const { chip, startTurn, advance, checksum } = open(0);
		startTurn(0, []);
		advance(1);
		return chip.nowNs === 1 && Number.isInteger(checksum());
	} catch {
		return false;
	}
}
