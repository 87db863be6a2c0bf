import { teamWords as t } from "../i18n/words.ts";
import type { StudentSnapshot } from "../net/room-snapshot.ts";
import { TeamBadge } from "../ui/team-badge.tsx";

type OwnTeamProps = { me: StudentSnapshot; students: readonly StudentSnapshot[] };

/** The student's team and who else is in it; nothing for who plays alone. */
export function OwnTeam({ me, students }: OwnTeamProps) {
	if (me.team === null) return null;
	const mates = students.filter(({ id, team }) => team === me.team && id !== me.id);
	return (
		<p class="own-team">
			<TeamBadge team={me.team} />
			{mates.length > 0 && <span class="muted"> {t.mates(mates.map(({ name }) => name))}</span>}
		</p>
	);
}
