import type { ClassState } from "#shared/class/class-state.ts";
import { experimentResult } from "#shared/class/experiment.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { Down } from "#shared/protocol/down.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import type { Member } from "./audience.ts";
import type { LiveRound } from "./live-round.ts";

/** Tells a connection who it is to the class, and what its student has committed to. */
export function welcomeOf(
	state: ClassState,
	member: Member,
	steers: boolean,
	probed: boolean,
): Down["welcome"] {
	const student = state.students.get(member.student);
	return {
		version: PROTOCOL_VERSION,
		role: member.role,
		student: member.student,
		steers,
		predicted: student?.predicted ?? null,
		skipped: student?.predicted === null,
		answered: student?.answers ?? [],
		probed,
	};
}

/**
 * What everybody is told of a finished round. `first`: the first part of a two-sided lesson, if this is the second.
 * `earlier`: the outcomes of an earlier play of the same round.
 */
export function outcomeOf(
	state: ClassState,
	{ id, header }: LiveRound,
	outcome: RoundOutcome,
	first: RoundOutcome | undefined,
	earlier: readonly RoundOutcome[],
	record: number | null | undefined,
): Down["outcome"] {
	const predictions = [...state.students.values()].flatMap(({ predicted }) => predicted ?? []);
	// Sorted, so that their order does not say whose they are.
	predictions.sort((left, right) => left - right);
	const before = header.part === 1 && first?.seed === outcome.seed ? first : null;
	const experiment = experimentResult(state);
	return {
		id,
		outcome,
		before,
		earlier: [...earlier],
		predictions,
		...(experiment !== undefined && { experiment }),
		...(record !== undefined && { record }),
	};
}
