import { lessonTitle } from "../i18n/names.ts";
import { projectorWords, brainWords as t } from "../i18n/words.ts";
import { progressOf, type RoomSnapshot } from "../net/room-snapshot.ts";
import { type Join, JoinCorner } from "./join-info.tsx";

/** While everybody looks at their own screen the projector says what to do, and how far the class is. */
export function ProjectorExperiment({ room, join }: { room: RoomSnapshot; join: Join }) {
	const { made, of } = progressOf(room.students, "measured");
	return (
		<main class="projector-phase">
			<header class="projector-head">
				<div class="projector-title">
					<h1>{lessonTitle(room.lessonId)}</h1>
					<p>{projectorWords.round(room.roundNumber)}</p>
				</div>
				<JoinCorner join={join} />
			</header>
			<div class="projector-content">
				<section class="lesson-card projector-experiment">
					<h2>{t.projectorTitle}</h2>
					<p>{t.projectorText}</p>
					<progress value={made} max={Math.max(1, of)} />
					<p class="muted">{t.progress(made, of)}</p>
				</section>
			</div>
			{room.paused && (
				<div class="projector-paused" role="status">
					{projectorWords.paused}
				</div>
			)}
		</main>
	);
}
