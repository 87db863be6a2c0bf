import { useEffect, useState } from "preact/hooks";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { policyById } from "#shared/policies/table.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { lessonTexts, coachWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import { advise } from "../seat/advise.ts";
import { sayAdvice } from "./say-advice.ts";

/** Long enough to read a hint twice and follow it. */
const SHOWN_MS = 9_000;

/** The hint on screen, and a function that asks for one: what the lesson's policy would do now in this seat, and why. */
export function useHint(
	session: ClientSession,
	lesson: Lesson | undefined,
	allowed: readonly Command["type"][],
): readonly [hint: string | undefined, ask: () => void] {
	const [hint, setHint] = useState<string>();
	useEffect(() => {
		if (hint === undefined) return;
		const timer = setTimeout(() => setHint(undefined), SHOWN_MS);
		return () => clearTimeout(timer);
	}, [hint]);
	const ask = () => {
		const me = session.me;
		const chip = me === undefined ? undefined : session.stream.get()?.chip(me.chip);
		if (me === undefined || chip === undefined || lesson === undefined) return;
		const advice = advise(chip, me.seat, policyById(lesson.policies.expert), allowed);
		if (advice === undefined) return setHint(t.hintNothing);
		const idea = advice.reason === undefined ? ` ${lessonTexts[lesson.id].idea}` : "";
		setHint(sayAdvice(chip, me.seat, advice) + idea);
	};
	return [hint, ask];
}
