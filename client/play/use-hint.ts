import { useEffect, useRef, useState } from "preact/hooks";
import { HINT_TURNS_MIN } from "#shared/class/hints.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { policyById } from "#shared/policies/table.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { lessonTexts, coachWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { TurnStream } from "../net/turn-stream.ts";
import { advise } from "../seat/advise.ts";
import { answerHint, type GivenHint, type SeatHint } from "../seat/hint.ts";
import { sayAdvice } from "./say-advice.ts";

/** Long enough to read a hint twice and follow it. */
const SHOWN_MS = 9_000;
/** The server has not answered for so long that it may be asked again. */
const LOST_MS = 3_000;

/** Commands of a seat that leave what is to be decided there as it is. */
const NO_ACTS: ReadonlySet<Command["type"]> = new Set(["drive", "window", "signal"]);

type Hinting = {
	readonly session: ClientSession;
	readonly lesson: Lesson;
	readonly allowed: readonly Command["type"][];
	/** Hints that the server has given in this round. */
	readonly taken: number;
	/** Whether the lesson has been explained: before that, the rule is to be found, and no hint says why. */
	readonly explained: boolean;
};

/** A hint that the server was asked for and has not answered yet. */
type AskedHint = { readonly hint: SeatHint; readonly askedMs: number };

/**
 * The hint on screen, what the lesson's policy would do now in this seat; and what a press on the button does. Only
 * what is new costs: where there is no advice, or the same as before, the server is not asked.
 */
export function useHint(hinting: Hinting): readonly [string | undefined, () => void] {
	const { session, taken } = hinting;
	const [shown, show] = useShown();
	const asked = useRef<AskedHint | undefined>(undefined);
	const known = useRef(taken);
	useEffect(() => {
		const given = asked.current?.hint;
		const stream = session.stream.get();
		if (taken > known.current && given !== undefined && stream !== undefined) {
			asked.current = undefined;
			show(given.text);
			session.kept.keepHint({ ...given, round: stream.id, turn: stream.turns });
		}
		known.current = taken;
	}, [session, taken, show]);
	useEffect(
		() =>
			session.onRefusal(({ of }) => {
				if (of === "hint") asked.current = undefined;
			}),
		[session],
	);
	function ask() {
		const stream = session.stream.get();
		const { chip: index = -1, seat = -1 } = session.me ?? {};
		const chip = stream?.chip(index);
		if (stream === undefined || chip === undefined || isOpen(asked.current)) return;
		const answer = answerHint(chip, seat, hintNow(chip, seat, hinting), givenBefore(session, stream));
		if (answer.type === "again") show(answer.hint.text);
		else if (answer.type === "new") {
			if (session.takeHint()) asked.current = { hint: answer.hint, askedMs: performance.now() };
		} else if (stream.turns >= HINT_TURNS_MIN) show(t.hintNothing);
		// Too early it is for the server to say, as with any other hint.
		else session.takeHint();
	}
	return [shown, ask];
}

/** A sentence that goes away by itself; the same one again begins anew. */
function useShown(): readonly [string | undefined, (text: string) => void] {
	const [shown, setShown] = useState<{ readonly text: string }>();
	useEffect(() => {
		if (shown === undefined) return;
		const timer = setTimeout(() => setShown(undefined), SHOWN_MS);
		return () => clearTimeout(timer);
	}, [shown]);
	const [show] = useState(() => (text: string) => setShown({ text }));
	return [shown?.text, show];
}

function isOpen(asked: AskedHint | undefined): boolean {
	return asked !== undefined && performance.now() - asked.askedMs < LOST_MS;
}

function hintNow(
	chip: ReadonlyChip,
	seat: number,
	{ lesson, allowed, explained }: Hinting,
): SeatHint | undefined {
	const advice = advise(chip, seat, policyById(lesson.policies.expert), allowed);
	if (advice === undefined) return undefined;
	const { command, reason } = advice;
	if (!explained) return { command, text: sayAdvice(chip, seat, { ...advice, reason: undefined }) };
	const idea = reason === undefined ? ` ${lessonTexts[lesson.id].idea}` : "";
	return { command, text: sayAdvice(chip, seat, advice) + idea };
}

/** The last hint of this round, and whether the player has done anything since. */
function givenBefore(session: ClientSession, stream: TurnStream): GivenHint | undefined {
	const hint = session.kept.hintOf(stream.id);
	const { me } = session;
	if (hint === undefined || me === undefined) return undefined;
	const hasActed = stream.log.commands.some(
		({ turn, chip, seat, command }) =>
			turn >= hint.turn && chip === me.chip && seat === me.seat && !NO_ACTS.has(command.type),
	);
	return { command: hint.command, text: hint.text, hasActed };
}
