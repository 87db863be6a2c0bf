import { useEffect, useState } from "preact/hooks";
import { lessonOf } from "#shared/lessons/table.ts";
import { DebugOverlay } from "../board/debug-overlay.tsx";
import { commonWords, errorWords, projectorWords as t } from "../i18n/words.ts";
import { api } from "../net/api.ts";
import { useSession } from "../net/use-session.ts";
import { useStore } from "../net/use-store.ts";
import { ProjectorExperiment } from "./projector-experiment.tsx";
import { ProjectorLobby } from "./projector-lobby.tsx";
import { ProjectorPhase } from "./projector-phase.tsx";
import { ProjectorPlay } from "./projector-play.tsx";
import "./projector.css";

/** `/project/CODE`: the class on the projector, readable from the back of the room. Needs the teacher's session. */
export function ProjectorPage({ code }: { code: string }) {
	const session = useSession(code, "projector");
	const connection = useStore(session.connection);
	const room = useStore(session.room);
	const address = useAddress(code);
	useEffect(() => {
		document.title = `${t.title} · ${commonWords.product}`;
	}, []);
	if (connection.state === "gone" && connection.reason === "refused") {
		return <Message title={errorWords[connection.error]} text="" />;
	}
	if (room?.phase === "ended" || connection.state === "gone")
		return <Message title={t.ended} text={t.endedText} />;
	if (room === undefined)
		return <Message title={connection.state === "reconnecting" ? t.reconnecting : t.connecting} text="" />;
	const join = { code, address };
	return (
		<div class="projector">
			{room.phase === "lobby" && <ProjectorLobby room={room} join={join} />}
			{room.phase === "play" &&
				(lessonOf(room.lessonId)?.kind.type === "experiment" ? (
					<ProjectorExperiment room={room} join={join} />
				) : (
					<ProjectorPlay key={room.round} session={session} room={room} join={join} />
				))}
			{room.phase !== "lobby" && room.phase !== "play" && (
				<ProjectorPhase session={session} room={room} join={join} />
			)}
			{connection.state === "reconnecting" && <output class="projector-lost">{t.reconnecting}</output>}
			{new URLSearchParams(location.search).has("debug") && <DebugOverlay session={session} />}
		</div>
	);
}

/** Where students go. As long as the server has not said, it is where this page came from. */
function useAddress(code: string): string {
	const [address, setAddress] = useState<string>(location.origin);
	useEffect(() => {
		void api.classInfo(code).then((answer) => {
			if (answer.ok) setAddress(answer.value.address);
		});
	}, [code]);
	return address;
}

function Message({ title, text }: { title: string; text: string }) {
	return (
		<main class="projector projector-message">
			<h1>{title}</h1>
			{text !== "" && <p>{text}</p>}
		</main>
	);
}
