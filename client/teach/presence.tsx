import { deskWords as t } from "../i18n/words.ts";
import type { StudentSnapshot } from "../net/room-snapshot.ts";

/** A student's name with whether they are here; a full dot, a half one while a bot plays, a hollow one when away. */
export function Presence({ student }: { student: StudentSnapshot }) {
	const look = !student.online ? "away" : student.bot ? "bot" : "here";
	return (
		<span class="presence">
			<i class={`presence-${look}`} aria-hidden="true" />
			<span class="presence-name">{student.name}</span>
			{look === "away" && <em>{t.away}</em>}
			{look === "bot" && <em>{t.botPlays}</em>}
		</span>
	);
}
