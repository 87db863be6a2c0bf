import { lessonTitle } from "../i18n/names.ts";
import { projectWords, brainWords as t } from "../i18n/words.ts";
import { progressOf, type RoomSnapshot } from "../net/room-snapshot.ts";
import { type Join, JoinCorner } from "./join-info.tsx";

/** While everybody looks at their own screen the wall says what to do, and how far the class is. */
export function ProjectExperiment({ room, join }: { room: RoomSnapshot; join: Join }) {
	const { made, of } = progressOf(room.students, "measured");
	return (
		<main class="project-phase">
			<header class="project-head">
				<div class="project-title">
					<h1>{lessonTitle(room.lessonId)}</h1>
					<p>{projectWords.round(room.roundNumber)}</p>
				</div>
				<JoinCorner join={join} />
			</header>
			<div class="project-content">
				<section class="lesson-card project-experiment">
					<h2>{t.wallTitle}</h2>
					<p>{t.wallText}</p>
					<progress value={made} max={Math.max(1, of)} />
					<p class="muted">{t.progress(made, of)}</p>
				</section>
			</div>
			{room.paused && (
				<div class="project-paused" role="status">
					{projectWords.paused}
				</div>
			)}
		</main>
	);
}
