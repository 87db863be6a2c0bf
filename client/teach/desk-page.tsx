import { useEffect, useState } from "preact/hooks";
import { showRoomCode } from "#shared/protocol/room-code.ts";
import { SignedIn } from "../entry/signed-in.tsx";
import { errorWords, deskWords as t } from "../i18n/words.ts";
import { ClientSession } from "../net/client-session.ts";
import type { ConnectionState } from "../net/connection-state.ts";
import { useStore } from "../net/use-store.ts";
import { Button } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { PageFrame } from "../ui/page-frame.tsx";
import { Desk } from "./desk.tsx";

/** The teacher's desk of one class. */
export function DeskPage({ code }: { code: string }) {
	return (
		<SignedIn title={t.signInFirst}>
			<ConnectedDesk code={code} />
		</SignedIn>
	);
}

function ConnectedDesk({ code }: { code: string }) {
	const [session, setSession] = useState<ClientSession>();
	useEffect(() => {
		const opened = new ClientSession(code, "desk");
		setSession(opened);
		return () => opened.close();
	}, [code]);
	useEffect(() => {
		document.title = t.title(showRoomCode(code));
	}, [code]);
	return session === undefined ? null : <DeskOf session={session} />;
}

function DeskOf({ session }: { session: ClientSession }) {
	const connection = useStore(session.connection);
	const room = useStore(session.room);
	if (connection.state === "gone" && !(connection.reason === "ended" && room !== undefined)) {
		const { reason } = connection;
		return (
			<PageFrame title={t.title(showRoomCode(session.code))} aside={<Link href="/teach">{t.back}</Link>}>
				<p role="alert">
					{connection.reason === "refused" ? errorWords[connection.error] : t.gone[connection.reason]}
				</p>
				<p>
					{reason === "reload" ? (
						<Button look="primary" onClick={() => location.reload()}>
							{t.reload}
						</Button>
					) : (
						<Button onClick={() => session.comeBack()}>{t.comeBack}</Button>
					)}
				</p>
			</PageFrame>
		);
	}
	if (room === undefined) {
		return (
			<PageFrame title={t.title(showRoomCode(session.code))} aside={<Link href="/teach">{t.back}</Link>}>
				<p aria-live="polite">{connection.state === "reconnecting" ? t.reconnecting : t.connecting}</p>
			</PageFrame>
		);
	}
	return <Desk session={session} room={room} line={lineOf(connection)} />;
}

function lineOf({ state }: ConnectionState): "online" | "lost" | "over" {
	if (state === "gone") return "over";
	return state === "online" ? "online" : "lost";
}
