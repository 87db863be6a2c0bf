import { useEffect } from "preact/hooks";
import { LESSON_IDS } from "#shared/lessons/ids.ts";
import type { ClassSession } from "../net/class-session.ts";
import { rememberPractice } from "./progress.ts";

/** Keeps the score of every round of a practice on this device, once per round. */
export function usePracticeProgress(session: ClassSession): void {
	useEffect(
		() =>
			session.outcome.subscribe((told) => {
				const lesson = LESSON_IDS.find((id) => id === told?.outcome.lesson);
				const score = told?.outcome.chips[session.me?.chip ?? -1]?.score;
				if (session.room.get()?.kind !== "practice" || told === undefined) return;
				if (lesson !== undefined && score !== undefined) rememberPractice(lesson, told.id, score);
			}),
		[session],
	);
}
