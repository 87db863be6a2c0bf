import type { ClassFact } from "#shared/class/class-event.ts";
import type { ClassState } from "#shared/class/class-state.ts";
import type { ProbeMoment, ProbeSheet } from "#shared/class/probe-tally.ts";
import { PROBE } from "#shared/lessons/probe.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/down.ts";
import type { Member } from "./audience.ts";

/**
 * Who has handed in a sheet of the six questions, one per student and moment. Kept in memory only, because records
 * must not say whose a sheet was. After a restart of the server a student can therefore hand in a second one.
 */
export class ProbeSheets {
	readonly #handedIn = new Set<string>();

	has(student: string, moment: ProbeMoment | undefined): boolean {
		return this.#handedIn.has(`${moment} ${student}`);
	}

	/** Takes a sheet with a choice for at least one question. */
	take(
		{ asked: moment }: ClassState,
		{ role, student }: Member,
		sheet: ProbeSheet,
	): Result<readonly ClassFact[], Refusal> {
		if (role !== "student") return refuse("notAllowed");
		if (moment === undefined || this.has(student, moment)) return refuse("notNow");
		const isSheet = PROBE.every(({ choices }, item) => (sheet[item] ?? 0) < choices.length);
		if (!isSheet || sheet.every((choice) => choice === null)) return refuse("malformed");
		this.#handedIn.add(`${moment} ${student}`);
		return ok([{ type: "probed", moment, sheet }]);
	}
}
