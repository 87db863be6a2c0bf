import { lessonOf } from "#shared/lessons/table.ts";
import { commonWords } from "../i18n/words.ts";
import { LessonPhase } from "../lesson/lesson-phase.tsx";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { type Join, JoinCorner } from "./join-info.tsx";
import "./projector-predict.css";

type ProjectorPhaseProps = { session: ClientSession; room: RoomSnapshot; join: Join };

/** Brief, predict and explain on the projector. Of predictions only how many there are, until play is over. */
export function ProjectorPhase({ session, room, join }: ProjectorPhaseProps) {
	const lesson = lessonOf(room.lessonId);
	if (lesson === undefined) return null;
	return (
		<main class={`projector-phase projector-${room.phase}`}>
			<header class="projector-head">
				<div class="projector-title">
					<h1>{commonWords.lessons[lesson.id]}</h1>
					<p>{commonWords.phases[room.phase]}</p>
				</div>
				<JoinCorner join={join} />
			</header>
			<div class="projector-content">
				<LessonPhase session={session} room={room} />
			</div>
		</main>
	);
}
