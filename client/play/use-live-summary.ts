import { useEffect, useState } from "preact/hooks";
import { chipLabels } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import { sentenceFor, urgencyOf } from "../seat/live-summary.ts";
import { namesOfChip } from "../seat/seat-names.ts";

/** Screen readers need this long to finish a sentence. */
const GAP_MS_MIN = 2_000;

/** One sentence about the player's chip, new at most every two seconds. For a polite live region. */
export function useLiveSummary(session: ClientSession): string {
	const [sentence, setSentence] = useState("");
	useEffect(() => {
		let saidMs = Number.NEGATIVE_INFINITY;
		let best: { readonly text: string; readonly urgency: number } | undefined;
		return session.onFrame(({ events }, stream) => {
			const me = session.me;
			const chip = me === undefined ? undefined : stream.chip(me.chip);
			if (me === undefined || chip === undefined) return;
			for (const { event } of events) {
				const listener = {
					seat: me.seat,
					names: namesOfChip(session.room.get()?.students ?? [], me.chip, chip.seats.length),
				};
				const text = sentenceFor(event, chip, listener, chipLabels);
				const urgency = urgencyOf(event);
				if (text !== undefined && urgency >= (best?.urgency ?? 0)) best = { text, urgency };
			}
			const nowMs = performance.now();
			if (best === undefined || nowMs - saidMs < GAP_MS_MIN) return;
			saidMs = nowMs;
			setSentence(best.text);
			best = undefined;
		});
	}, [session]);
	return sentence;
}
