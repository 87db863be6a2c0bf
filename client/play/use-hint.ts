import { useEffect, useRef, useState } from "preact/hooks";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { policyById } from "#shared/policies/table.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { lessonTexts, coachWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import { advise } from "../seat/advise.ts";
import { sayAdvice } from "./say-advice.ts";

/** Long enough to read a hint twice and follow it. */
const SHOWN_MS = 9_000;

/**
 * The hint on screen: what the lesson's policy would do now in this seat. `taken`: hints that the server has given in
 * this round. Why comes along once the lesson has been explained: before that, the rule is to be found.
 */
export function useHint(
	session: ClientSession,
	lesson: Lesson | undefined,
	allowed: readonly Command["type"][],
	{ taken, explained }: { readonly taken: number; readonly explained: boolean },
): string | undefined {
	const [hint, setHint] = useState<string>();
	const known = useRef(taken);
	useEffect(() => {
		if (taken > known.current) setHint(hintNow(session, lesson, allowed, explained));
		known.current = taken;
	}, [session, lesson, allowed, taken, explained]);
	useEffect(() => {
		if (hint === undefined) return;
		const timer = setTimeout(() => setHint(undefined), SHOWN_MS);
		return () => clearTimeout(timer);
	}, [hint]);
	return hint;
}

function hintNow(
	session: ClientSession,
	lesson: Lesson | undefined,
	allowed: readonly Command["type"][],
	explained: boolean,
): string | undefined {
	const me = session.me;
	const chip = me === undefined ? undefined : session.stream.get()?.chip(me.chip);
	if (me === undefined || chip === undefined || lesson === undefined) return undefined;
	const advice = advise(chip, me.seat, policyById(lesson.policies.expert), allowed);
	if (advice === undefined) return t.hintNothing;
	if (!explained) return sayAdvice(chip, me.seat, { ...advice, reason: undefined });
	const idea = advice.reason === undefined ? ` ${lessonTexts[lesson.id].idea}` : "";
	return sayAdvice(chip, me.seat, advice) + idea;
}
