import { useEffect } from "preact/hooks";
import type { ClassSession } from "../net/class-session.ts";
import { useStore } from "../net/use-store.ts";
import { rememberPractice } from "../practice/progress.ts";
import { lessonOf } from "./lesson-of.ts";

/** Keeps on this device what was reached in a practice. */
export function usePracticeProgress(session: ClassSession): void {
	const told = useStore(session.outcome);
	const kind = useStore(session.room)?.kind;
	useEffect(() => {
		const lesson = lessonOf(told?.outcome.lesson ?? "");
		const score = told?.outcome.chips[session.me?.chip ?? -1]?.score;
		if (kind !== "practice" || told === undefined || lesson === undefined || score === undefined) return;
		rememberPractice(lesson.id, told.id, score);
	}, [session, told, kind]);
}
