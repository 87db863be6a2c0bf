import { useEffect } from "preact/hooks";
import { lessonOf } from "#shared/lessons/table.ts";
import { DebugOverlay } from "../board/debug-overlay.tsx";
import { commonWords, playWords as t } from "../i18n/words.ts";
import { useSession } from "../net/use-session.ts";
import { useStore } from "../net/use-store.ts";
import { usePracticeProgress } from "../progress/use-practice-progress.ts";
import { Toast } from "../ui/toast.tsx";
import { ExperimentPlay } from "./experiment-play.tsx";
import { GoneCard } from "./gone-card.tsx";
import { PhaseScreen } from "./phase-screen.tsx";
import { PlayScreen } from "./play-screen.tsx";
import { useNotices } from "./use-notices.ts";
import "./play.css";

/** `/play/CODE`: a student's seat, from the lobby to the end of the class. */
export function PlayPage({ code }: { code: string }) {
	const session = useSession(code, "student");
	const connection = useStore(session.connection);
	const room = useStore(session.room);
	const welcome = useStore(session.welcome);
	const [notice, dropNotice] = useNotices(session);
	usePracticeProgress(session);
	useEffect(() => {
		document.title = `${t.title} · ${commonWords.product}`;
	}, []);
	if (connection.state === "gone" && room?.phase !== "ended")
		return <GoneCard gone={connection} code={code} kind={room?.kind} onComeBack={() => session.comeBack()} />;
	if (room === undefined || welcome === undefined) {
		return (
			<main class="centred" aria-busy="true">
				<p>{connection.state === "reconnecting" ? t.reconnecting : t.connecting}</p>
			</main>
		);
	}
	const me = room.students.find((student) => student.id === welcome.student);
	return (
		<>
			{room.phase === "play" && me?.predicted !== true ? (
				<PhaseScreen session={session} room={room} me={me} steers={welcome.steers} />
			) : room.phase === "play" && lessonOf(room.lessonId)?.kind.type === "experiment" ? (
				<ExperimentPlay key={room.round} session={session} room={room} me={me} steers={welcome.steers} />
			) : room.phase === "play" ? (
				<PlayScreen key={room.round} session={session} room={room} me={me} steers={welcome.steers} />
			) : (
				<PhaseScreen session={session} room={room} me={me} steers={welcome.steers} />
			)}
			{connection.state === "reconnecting" && (
				<output class="line-lost">
					<i aria-hidden="true" /> {t.reconnecting}
				</output>
			)}
			{notice !== undefined && (
				<Toast key={notice.count} text={notice.text} look={notice.look} onDone={dropNotice} />
			)}
			{new URLSearchParams(location.search).has("debug") && <DebugOverlay session={session} />}
		</>
	);
}
