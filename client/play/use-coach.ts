import { useEffect, useRef, useState } from "preact/hooks";
import type { Command } from "#shared/sim/chip/command.ts";
import type { ClientSession } from "../net/client-session.ts";
import { COACH_KEYS, type CoachKey, learnedNow, nextMark } from "../seat/coach.ts";
import type { SeatView } from "../seat/seat-view.ts";

/** How long a mark stays that nobody follows. */
const SAID_MS = 12_000;

const KEY = "coretet:learned";

/** What the controls teach this player now; undefined if nothing. What was learnt on this device is not taught again. */
export function useCoach(
	session: ClientSession,
	view: SeatView | undefined,
	allowed: readonly Command["type"][],
	hasChosen: boolean,
): CoachKey | undefined {
	const [learned, setLearned] = useState<ReadonlySet<CoachKey>>(recall);
	const commands = useGiven(session);
	const fresh =
		view === undefined ? [] : learnedNow(view, { commands, hasChosen }).filter((key) => !learned.has(key));
	const mark = view === undefined ? undefined : nextMark(view, allowed, new Set([...learned, ...fresh]));
	// Said long enough to be read: whether to do it is the player's own decision.
	useEffect(() => {
		if (mark === undefined) return;
		const timer = setTimeout(() => setLearned((before) => new Set([...before, mark])), SAID_MS);
		return () => clearTimeout(timer);
	}, [mark]);
	useEffect(() => {
		if (fresh.length === 0) return;
		const all = new Set([...learned, ...fresh]);
		setLearned(all);
		remember(all);
	});
	return mark;
}

/** Kinds of commands of the player's seat that have taken effect in this round, including those before a reload. */
function useGiven(session: ClientSession): ReadonlySet<Command["type"]> {
	const [given, setGiven] = useState<ReadonlySet<Command["type"]>>(new Set());
	const known = useRef<Set<Command["type"]> | undefined>(undefined);
	useEffect(
		() =>
			session.onFrame(({ applied }, stream) => {
				const me = session.me;
				if (me === undefined || !stream.isReady) return;
				const commands = known.current === undefined ? stream.log.commands : applied;
				known.current ??= new Set();
				const before = known.current.size;
				for (const { chip, seat, command } of commands)
					if (chip === me.chip && seat === me.seat) known.current.add(command.type);
				if (known.current.size > before) setGiven(new Set(known.current));
			}),
		[session],
	);
	return given;
}

function recall(): ReadonlySet<CoachKey> {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
		return new Set(COACH_KEYS.filter((key) => Array.isArray(stored) && stored.includes(key)));
	} catch {
		return new Set();
	}
}

function remember(learned: ReadonlySet<CoachKey>): void {
	try {
		localStorage.setItem(KEY, JSON.stringify([...learned]));
	} catch {
		// A device that refuses to store anything teaches everything again.
	}
}
