import { lessonOf } from "#shared/lessons/table.ts";
import { commonWords, lessonWords } from "../i18n/words.ts";
import { BriefCard } from "../lesson/brief-card.tsx";
import { ExperimentCard } from "../lesson/experiment-card.tsx";
import { PredictCard } from "../lesson/predict-card.tsx";
import type { ClientSession } from "../net/client-session.ts";
import { progressOf, type RoomSnapshot } from "../net/room-snapshot.ts";
import { useRoundLog } from "../net/use-round-log.ts";
import { useStore } from "../net/use-store.ts";
import { type Join, JoinCorner } from "./join-info.tsx";
import { ProjectorResult } from "./projector-result.tsx";

type ProjectorPhaseProps = { session: ClientSession; room: RoomSnapshot; join: Join };

/** Brief, predict and explain on the projector. Of predictions only how many there are, until play is over. */
export function ProjectorPhase({ session, room, join }: ProjectorPhaseProps) {
	const told = useStore(session.outcome);
	const log = useRoundLog(session, told?.id);
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
				{room.phase === "brief" && <BriefCard lesson={lesson.id} />}
				{room.phase === "predict" && (
					<PredictCard lesson={lesson.id} predicted={null} {...progressOf(room.students, "predicted")} />
				)}
				{room.phase === "explain" &&
					(told === undefined ? (
						<p class="projector-wait">{lessonWords.loading}</p>
					) : told.experiment === undefined ? (
						<ProjectorResult
							lesson={lesson.id}
							outcome={told.outcome}
							before={told.before}
							predictions={told.predictions}
							record={told.record}
							log={log}
						/>
					) : (
						<ExperimentCard lesson={lesson.id} experiment={told.experiment} predictions={told.predictions} />
					))}
			</div>
		</main>
	);
}
