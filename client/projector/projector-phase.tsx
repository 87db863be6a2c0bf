import { lessonOf } from "#shared/lessons/table.ts";
import { commonWords } from "../i18n/words.ts";
import { LessonPhase } from "../lesson/lesson-phase.tsx";
import type { ClassSession } from "../net/class-session.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { type Join, JoinCorner } from "./join-info.tsx";

type ProjectPhaseProps = { session: ClassSession; room: RoomSnapshot; join: Join };

/** Brief, predict and explain on the wall. Of predictions only how many there are, until play is over. */
export function ProjectPhase({ session, room, join }: ProjectPhaseProps) {
	const lesson = lessonOf(room.lessonId);
	if (lesson === undefined) return null;
	return (
		<main class={`project-phase project-${room.phase}`}>
			<header class="project-head">
				<div class="project-title">
					<h1>{commonWords.lessons[lesson.id]}</h1>
					<p>{commonWords.phases[room.phase]}</p>
				</div>
				<JoinCorner join={join} />
			</header>
			<div class="project-content">
				<LessonPhase session={session} room={room} />
			</div>
		</main>
	);
}
