import { deskWords as d, teamWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import { type RoomSnapshot, type StudentSnapshot, teamsOf } from "../net/room-snapshot.ts";
import { TeamBadge } from "../ui/team-badge.tsx";
import { StudentButton } from "./student-button.tsx";

/** The teams, who is in each and in which seat, while no chip is played that says so. */
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
					<ul class="seat-list">
						{members.map((student) => (
							<li key={student.id}>
								<span class="seat-name">{seatOf(student)}</span>
								<StudentButton session={session} room={room} student={student} />
								{room.phase === "predict" && student.predicted && (
									<em class="seat-done">
										✓<span class="sr-only"> {d.committed}</span>
									</em>
								)}
							</li>
						))}
					</ul>
				</div>
			))}
		</section>
	);
}

function seatOf({ chip, seat }: StudentSnapshot): string {
	if (chip < 0) return "–";
	return seat === 0 ? d.scheduler : d.core(seat);
}
