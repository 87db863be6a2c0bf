import { teamWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import { type RoomSnapshot, teamsOf } from "../net/room-snapshot.ts";
import { TeamBadge } from "../ui/team-badge.tsx";
import { StudentButton } from "./student-button.tsx";

/** The teams and who is in each, where no chips are shown that say so. */
export function TeamList({ session, room }: { session: ClientSession; room: RoomSnapshot }) {
	const teams = teamsOf(room.students);
	if (teams.length === 0) return null;
	return (
		<section class="desk-panel" aria-label={t.title}>
			<h2>{t.title}</h2>
			{teams.map(({ number, members }) => (
				<div class="desk-team" key={number}>
					<h3>
						<TeamBadge team={number} />
					</h3>
					<ul class="student-list">
						{members.map((student) => (
							<li key={student.id}>
								<StudentButton session={session} room={room} student={student} />
							</li>
						))}
					</ul>
				</div>
			))}
		</section>
	);
}
