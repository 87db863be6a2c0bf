import { useEffect } from "preact/hooks";
import { hasMeasured } from "#shared/brain/person.ts";
import { isPlayed, sideKeysOf } from "#shared/lessons/kind.ts";
import { lessonOf } from "#shared/lessons/table.ts";
import { isByHand, PLAYED_SHARE_MIN } from "#shared/result/attendance.ts";
import type { ClientSession } from "../net/client-session.ts";
import { useStore } from "../net/use-store.ts";
import { rememberPractice } from "./kept-progress.ts";
import { playedShare, practisedScore } from "./practised-score.ts";
import type { PractisedRound } from "./progress.ts";

/** Keeps every run of a practice that was played to its end on this device, once. */
export function usePracticeProgress(session: ClientSession): void {
	const told = useStore(session.outcome);
	const room = useStore(session.room);
	const trials = useStore(session.trials);
	useEffect(() => {
		const practised = practisedRound(session);
		if (practised !== undefined) rememberPractice(practised);
	}, [session, told, room, trials]);
}

function practisedRound(session: ClientSession): PractisedRound | undefined {
	const told = session.outcome.get();
	const header = session.round.get()?.log.header;
	const lesson = lessonOf(told?.outcome.lesson ?? "");
	if (session.room.get()?.kind !== "practice" || told === undefined) return undefined;
	if (header === undefined || lesson === undefined) return undefined;
	const round = {
		lesson: lesson.id,
		level: header.level,
		round: told.id,
		seed: header.seed,
		hints: session.me?.hints ?? 0,
	};
	if (!isPlayed(lesson)) {
		const means = session.trials.get()?.means ?? null;
		return means !== null && hasMeasured(means) ? { ...round, score: undefined } : undefined;
	}
	const index = session.me?.chip ?? -1;
	const end = header.chips[index]?.scenario.end;
	if (end === undefined) return undefined;
	const parts = sideKeysOf(lesson).length === 0 ? [told.outcome] : [told.before, told.outcome];
	if (playedShare(parts, index, session.me?.seat ?? -1) < PLAYED_SHARE_MIN) return undefined;
	const score = practisedScore(parts, index, end);
	const chip = told.outcome.chips[index];
	if (score === undefined || chip === undefined) return undefined;
	const scored = { ...round, score };
	if (lesson.kind.type !== "open") return scored;
	return isByHand(chip) ? { ...scored, value: lesson.measure.of(chip) } : scored;
}
