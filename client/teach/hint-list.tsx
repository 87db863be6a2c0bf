import { useMemo } from "preact/hooks";
import { chipNames } from "../i18n/team-names.ts";
import { deskWords as t } from "../i18n/words.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { type ChipReport, chipsOf } from "./chip-report.ts";
import { hintsFor } from "./hints.ts";
import { sayHint } from "./say-hint.ts";

/** At most five sentences about what needs help; nothing at all before there is a round to look at. */
export function HintList({ room, reports }: { room: RoomSnapshot; reports: readonly ChipReport[] }) {
	const hints = useMemo(() => {
		const chips = chipNames(chipsOf(reports), room.teams);
		return hintsFor(room, reports).map((hint) => sayHint(hint, chips));
	}, [room, reports]);
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
