import { lessonOf } from "#shared/lessons/table.ts";
import { deskWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { StudentButton } from "./student-button.tsx";

/** Who has joined, in order of joining; once seats are dealt only those who have none. */
export function StudentList({ session, room }: { session: ClientSession; room: RoomSnapshot }) {
	// In an experiment everybody takes part, and nobody waits for a seat.
	const isDealt = room.roundNumber > 0 && lessonOf(room.lessonId)?.kind.type !== "experiment";
	const shown = isDealt ? room.students.filter((student) => student.chip < 0) : room.students;
	if (isDealt && shown.length === 0) return null;
	return (
		<section class="desk-panel" aria-label={t.students}>
			<h2>
				{isDealt ? t.waiting : t.students}{" "}
				<span class="muted small">{t.studentCount(room.students.length)}</span>
			</h2>
			{shown.length === 0 && <p class="muted">{t.noStudents}</p>}
			<ul class="student-list">
				{shown.map((student) => (
					<li key={student.id}>
						<StudentButton session={session} room={room} student={student} />
					</li>
				))}
			</ul>
		</section>
	);
}
