import { parentPort } from "node:worker_threads";
import { type Attendance, attendanceOf } from "#shared/round/attendance.ts";
import { evidenceOf, type SeatEvidence } from "#shared/round/evidence.ts";
import { measureRound } from "#shared/round/measure-round.ts";
import type { RoundOutcome } from "#shared/round/outcome.ts";
import type { RoundLog } from "#shared/round/round.ts";

/** A round in numbers: what it came to, what every seat (by chip) showed of the lesson's concepts, and who played. */
export type MeasuredRound = {
	readonly outcome: RoundOutcome;
	readonly evidence: readonly (readonly (readonly SeatEvidence[])[])[];
	readonly attendance: Attendance;
};

export type MeasureQuestion = { readonly id: number; readonly log: RoundLog };
export type MeasureAnswer = { readonly id: number } & (
	| { readonly measured: MeasuredRound }
	| { readonly error: string }
);

parentPort?.on("message", ({ id, log }: MeasureQuestion) => {
	parentPort?.postMessage(answer(id, log));
});

function answer(id: number, log: RoundLog): MeasureAnswer {
	try {
		const evidence = log.header.chips.map((_, chip) => evidenceOf(log, chip));
		return { id, measured: { outcome: measureRound(log), evidence, attendance: attendanceOf(log) } };
	} catch (error) {
		return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}
