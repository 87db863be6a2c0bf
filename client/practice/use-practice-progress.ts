import { useEffect } from "preact/hooks";
import { LESSON_IDS } from "#shared/lessons/ids.ts";
import type { ClassSession } from "../net/class-session.ts";
import { rememberPractice } from "./progress.ts";

/** Keeps the score of every round of a practice that was played to its end on this device, once per round. */
export function usePracticeProgress(session: ClassSession): void {
	useEffect(
		() =>
			session.outcome.subscribe((told) => {
				const lesson = LESSON_IDS.find((id) => id === told?.outcome.lesson);
				const index = session.me?.chip ?? -1;
				const chip = told?.outcome.chips[index];
				const end = session.stream.get()?.header.chips[index]?.scenario.end;
				if (session.room.get()?.kind !== "practice" || lesson === undefined) return;
				if (told === undefined || chip === undefined || end === undefined) return;
				// The score of a few seconds says nothing.
				if (end.type === "horizon" && chip.timeNs < end.ns) return;
				rememberPractice(lesson, told.id, chip.score);
			}),
		[session],
	);
}
