import { useEffect, useState } from "preact/hooks";
import { at } from "#shared/lib/assert.ts";
import { actsAsBot } from "#shared/sim/chip/seats.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { BotLine } from "./panel/seat-details.tsx";
import { decisionOf, sayDecision } from "./say-decision.ts";

/** Minimum time before a line changes, so that it can be read. */
const GAP_MS_MIN = 1_500;

/** The latest decision of each bot on the player's chip, for somebody who plays alone and learns from them. */
export function useBotReasons(session: ClientSession, isWanted: boolean): readonly BotLine[] {
	const [lines, setLines] = useState<readonly BotLine[]>([]);
	useEffect(() => {
		if (!isWanted) return;
		const latest = new Map<number, string>();
		let shownMs = Number.NEGATIVE_INFINITY;
		let isNew = false;
		return session.onFrame(({ events }, stream) => {
			const me = session.me;
			const chip = me === undefined ? undefined : stream.chip(me.chip);
			if (me === undefined || chip === undefined) return;
			for (const { chip: index, event } of events) {
				const decided = index === me.chip ? decisionOf(event) : undefined;
				if (decided === undefined || !actsAsBot(at(chip.seats, decided.seat))) continue;
				latest.set(decided.seat, sayDecision(chip, decided));
				isNew = true;
			}
			const nowMs = performance.now();
			if (!isNew || nowMs - shownMs < GAP_MS_MIN) return;
			shownMs = nowMs;
			isNew = false;
			setLines([...latest].map(([seat, text]) => ({ seat, text })).sort((a, b) => a.seat - b.seat));
		});
	}, [session, isWanted]);
	return lines;
}
