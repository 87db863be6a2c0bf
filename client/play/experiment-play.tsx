import { lessonTitle } from "../i18n/names.ts";
import { commonWords, playWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot, StudentSnapshot } from "../net/room-snapshot.ts";
import { Button } from "../ui/button.tsx";
import { Logo } from "../ui/logo.tsx";
import { useLoaded } from "../ui/use-loaded.ts";
import "./phase.css";

type ExperimentPlayProps = {
	session: ClientSession;
	room: RoomSnapshot;
	me: StudentSnapshot | undefined;
	steers: boolean;
};

const loadBrain = () => import("../brain/experiment-screen.tsx");

/** The play phase of a lesson without seats, in which the students themselves are measured. */
export function ExperimentPlay({ session, room, me, steers }: ExperimentPlayProps) {
	const brain = useLoaded(loadBrain);
	return (
		<div class="experiment">
			<header class="phase-head">
				<Logo sizePx={28} />
				<h1 class="phase-name small">{lessonTitle(room.lessonId)}</h1>
				{steers && (
					<Button size="small" onClick={() => session.steer("next")}>
						{t.skip}
					</Button>
				)}
			</header>
			<main class="experiment-main">
				{brain === undefined || me === undefined ? (
					<p aria-busy="true">{commonWords.loading}</p>
				) : (
					<brain.ExperimentScreen session={session} room={room} me={me} steers={steers} />
				)}
			</main>
		</div>
	);
}
