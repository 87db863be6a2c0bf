import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonOf } from "#shared/lessons/table.ts";
import { ExplainCard } from "../explain/explain-card.tsx";
import type { OwnPart } from "../explain/explained.ts";
import { lessonWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { Role } from "../net/connection-state.ts";
import { progressOf, type RoomSnapshot } from "../net/room-snapshot.ts";
import { useRoundLog } from "../net/use-round-log.ts";
import { useStore } from "../net/use-store.ts";
import { BriefCard } from "./brief-card.tsx";
import { DiscussNote } from "./discuss-note.tsx";
import { PredictCard } from "./predict-card.tsx";

/** What differs by who looks: whether they commit and answer, and how an explanation is arranged for them. */
const VIEWERS: Readonly<Record<Role, { readonly acts: boolean; readonly on: "page" | "projector" }>> = {
	student: { acts: true, on: "page" },
	desk: { acts: false, on: "page" },
	projector: { acts: false, on: "projector" },
};

type LessonPhaseProps = { session: ClientSession; room: RoomSnapshot };

/** Brief, predict and explain, for whoever the session is of; nothing in the other phases. */
export function LessonPhase({ session, room }: LessonPhaseProps) {
	const lesson = lessonOf(room.lessonId)?.id;
	if (lesson === undefined) return null;
	switch (room.phase) {
		case "brief":
			return <BriefCard lesson={lesson} />;
		case "predict":
			return <Prediction session={session} room={room} lesson={lesson} />;
		case "explain":
			return <Explanation session={session} />;
		case "lobby":
		case "play":
		case "ended":
			return null;
	}
}

/** The question that is answered before play, also by who comes later. */
export function Prediction({ session, room, lesson }: LessonPhaseProps & { lesson: LessonId }) {
	const predicted = useStore(session.predicted);
	const skipped = useStore(session.skipped);
	const progress = progressOf(room.students, "predicted");
	const { acts } = VIEWERS[session.role];
	const talks = room.switches.discussion && room.kind === "class" && room.phase === "predict";
	return (
		<>
			<PredictCard
				lesson={lesson}
				predicted={predicted}
				skipped={skipped}
				onPredict={acts ? (value) => session.predict(value) : undefined}
				{...progress}
			/>
			{talks && <DiscussNote hasCommitted={acts ? predicted !== null : undefined} {...progress} />}
		</>
	);
}

function Explanation({ session }: { session: ClientSession }) {
	const told = useStore(session.outcome);
	const log = useRoundLog(session, told?.id);
	const own = useOwnPart(session);
	const lesson = lessonOf(told?.outcome.lesson ?? "")?.id;
	const { acts, on } = VIEWERS[session.role];
	if (told === undefined || lesson === undefined)
		return (
			<p class="lesson-wait" aria-busy="true">
				{t.loading}
			</p>
		);
	return (
		<ExplainCard
			{...told}
			teams={session.room.get()?.teams ?? []}
			lesson={lesson}
			log={log}
			own={acts ? own : undefined}
			on={on}
		/>
	);
}

function useOwnPart(session: ClientSession): OwnPart {
	const predicted = useStore(session.predicted);
	const answered = useStore(session.answered);
	const first = useStore(session.kept.first);
	const means = useStore(session.trials)?.means ?? null;
	const { chip = -1, seat = 0, hints = 0 } = session.me ?? {};
	const room = session.room.get();
	return {
		chip,
		seat,
		hints: room?.kind === "practice" ? hints : undefined,
		first,
		predicted,
		answered,
		means,
		seesDecisions: room?.switches.ownDecisions ?? true,
		onAnswer: (question, choice) => session.answer(question, choice),
	};
}
