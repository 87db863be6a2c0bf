import { parentPort } from "node:worker_threads";
import { measureRound } from "#shared/round/measure-round.ts";
import type { RoundOutcome } from "#shared/round/outcome.ts";
import type { RoundLog } from "#shared/round/round.ts";

export type MeasureQuestion = { readonly id: number; readonly log: RoundLog };
export type MeasureAnswer = { readonly id: number } & (
	| { readonly outcome: RoundOutcome }
	| { readonly error: string }
);

parentPort?.on("message", ({ id, log }: MeasureQuestion) => {
	parentPort?.postMessage(answer(id, log));
});

function answer(id: number, log: RoundLog): MeasureAnswer {
	try {
		return { id, outcome: measureRound(log) };
	} catch (error) {
		return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}
