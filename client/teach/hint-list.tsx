import { useMemo } from "preact/hooks";
import { deskWords as t } from "../i18n/words.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import type { ChipReport } from "./chip-report.ts";
import { hintsFor } from "./hints.ts";
import { sayHint } from "./say-hint.ts";

/** At most five sentences about what needs help; nothing at all before there is a round to look at. */
export function HintList({ room, reports }: { room: RoomSnapshot; reports: readonly ChipReport[] }) {
	const hints = useMemo(() => hintsFor(room, reports).map(sayHint), [room, reports]);
	if (room.phase !== "play" && hints.length === 0) return null;
	return (
		<section class="desk-panel" aria-label={t.hints}>
			<h2>{t.hints}</h2>
			{hints.length === 0 && <p class="muted">{t.noHints}</p>}
			<ul class="hint-list">
				{hints.map((hint) => (
					<li key={hint}>{hint}</li>
				))}
			</ul>
		</section>
	);
}
