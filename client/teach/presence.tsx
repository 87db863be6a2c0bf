import type { Phase } from "#shared/class/phase.ts";
import { deskWords as t } from "../i18n/words.ts";
import { presenceOf, type StudentSnapshot } from "../net/room-snapshot.ts";

/** What stands beside the name, and what the dot looks like. */
const LOOKS = { away: "away", silent: "bot", undecided: "bot", here: "here" } as const;

/** A student's name with whether they are here; a full dot, a half one while a bot plays, a hollow one when away. */
export function Presence({ student, phase }: { student: StudentSnapshot; phase: Phase }) {
	const is = presenceOf(student, phase);
	return (
		<span class="presence">
			<i class={`presence-${LOOKS[is]}`} aria-hidden="true" />
			<span class="presence-name">{student.name}</span>
			{is !== "here" && <em>{t.presence[is]}</em>}
		</span>
	);
}
