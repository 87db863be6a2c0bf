import { momentOf } from "#shared/class/probe-tally.ts";
import { steerWords, probeWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { Button } from "../ui/button.tsx";

/** Asks the six questions, where the class is at one of the two moments for them. */
export function ProbePanel({ session, room }: { session: ClientSession; room: RoomSnapshot }) {
	const moment = momentOf(room);
	if (moment === undefined) return null;
	const isAsked = room.asked !== undefined;
	return (
		<section class="desk-panel probe-panel" aria-label={t.title}>
			<h2>{t.title}</h2>
			{isAsked ? (
				<p role="status">{t.handedIn(room.sheets)}</p>
			) : (
				<p class="muted">{moment === "before" ? t.askBefore : t.askAfter}</p>
			)}
			<Button onClick={() => session.steer(isAsked ? "askNoMore" : "ask")}>
				{isAsked ? steerWords.askNoMore : steerWords.ask}
			</Button>
		</section>
	);
}
