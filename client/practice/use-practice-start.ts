import { useState } from "preact/hooks";
import type { LessonId, Level } from "#shared/lessons/ids.ts";
import { enterClass, offerName } from "../entry/enter-class.ts";
import { errorWords } from "../i18n/words.ts";
import { api } from "../net/api.ts";
import { navigate } from "../ui/navigate.ts";
import type { PracticeStart } from "./ladder-step.tsx";

/** Opens a practice of a lesson and goes there; `starting` says of which while it takes its time. */
export function usePracticeStart(level: Level) {
	const [starting, setStarting] = useState<LessonId>();
	const [error, setError] = useState("");
	async function start(lesson: LessonId, { seed, seat }: PracticeStart): Promise<void> {
		setError("");
		setStarting(lesson);
		const opened = await api.openPractice({
			lesson,
			level,
			...(seed !== undefined && { seed }),
			...(seat !== undefined && { seat }),
		});
		const entered = opened.ok ? await enterClass(opened.value.code, offerName()) : opened;
		setStarting(undefined);
		if (entered.ok) navigate(`/play/${entered.value}`);
		else setError(errorWords[entered.error.code]);
	}
	return { starting, error, start };
}
