import { parentPort, workerData } from "node:worker_threads";
import { describeFault } from "#shared/frozen/describe-fault.ts";
import { loadRound } from "#shared/frozen/load-round.ts";
import { loadSimulation } from "#shared/frozen/load-simulation.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { type Attendance, attendanceOf } from "#shared/result/attendance.ts";
import { earlierReferences } from "#shared/result/earlier-references.ts";
import { evidenceOf, type SeatShown } from "#shared/result/evidence.ts";
import { measureRound } from "#shared/result/measure-round.ts";
import type { ReferenceSearch } from "#shared/result/references.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { SIM_VERSION } from "#shared/sim/version.ts";
import { importFrozen } from "../import-frozen.ts";
import type { KnownReferences } from "../references/built-in.ts";
import { createReferenceMemory } from "./reference-memory.ts";

/** A measured round: its outcome, what every seat (by chip) showed of the lesson's concepts, and who played. */
export type MeasuredRound = {
	readonly outcome: RoundOutcome;
	readonly evidence: readonly (readonly SeatShown[])[];
	readonly attendance: Attendance;
};

/** A round to measure, or references to find before they are needed. */
export type MeasureQuestion = { readonly measure: RoundLog } | { readonly search: ReferenceSearch };
export type MeasureAnswer =
	| { readonly measured: MeasuredRound }
	/** Time that the search took, in ms; undefined if the references were known already. */
	| { readonly searchedMs: number | undefined }
	| { readonly error: string };

/** Data that the thread is started with. */
export type MeasureSetup = { readonly builtIn: KnownReferences };

const { builtIn }: MeasureSetup = workerData;
const references = createReferenceMemory(builtIn);

parentPort?.on("message", async (question: MeasureQuestion) => {
	parentPort?.postMessage(await answer(question));
});

async function answer(question: MeasureQuestion): Promise<MeasureAnswer> {
	try {
		return "measure" in question ? { measured: await measure(question.measure) } : search(question.search);
	} catch (error) {
		return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}

async function measure(log: RoundLog): Promise<MeasuredRound> {
	const loaded = await loadRound(log, importFrozen);
	if (!loaded.ok) throw new Error(`the round cannot be replayed: ${describeFault(loaded.reason)}`);
	const round = loaded.value;
	const attendance = attendanceOf(round);
	return {
		outcome: measureRound(round, await finderOf(log.header.simVersion), attendance),
		evidence: log.header.chips.map((_, chip) => evidenceOf(round, chip)),
		attendance,
	};
}

/** Finds references for rounds of that version. */
async function finderOf(version: number): Promise<typeof references.find> {
	if (version === SIM_VERSION) return references.find;
	const simulation = await loadSimulation(version, importFrozen);
	if (!simulation.ok) throw new Error(describeFault({ is: simulation.reason, version }));
	return (wanted) => earlierReferences(simulation.value, wanted);
}

function search(wanted: ReferenceSearch): MeasureAnswer {
	if (references.has(wanted)) return { searchedMs: undefined };
	const startMs = performance.now();
	references.find(wanted);
	return { searchedMs: Math.round(performance.now() - startMs) };
}
