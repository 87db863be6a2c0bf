import { playWords as t } from "../i18n/words.ts";
import type { RoomSnapshot, StudentSnapshot } from "../net/room-snapshot.ts";
import { SeatPicture } from "./seat-picture.tsx";
import "./lobby.css";

type LobbyProps = { room: RoomSnapshot; me: StudentSnapshot | undefined };

/** The student has joined: who else is here, and what the two kinds of seats do. */
export function Lobby({ room, me }: LobbyProps) {
	return (
		<div class="lobby">
			<section class="lobby-welcome">
				<h2>{t.lobbyTitle(me?.name ?? "")}</h2>
				<p>{room.kind === "practice" ? t.lobbyPractice : t.lobbyText}</p>
			</section>
			<section class="lobby-seats" aria-label={t.seatsTitle}>
				<h2>{t.seatsTitle}</h2>
				<div class="lobby-kinds">
					<article>
						<SeatPicture cores={4} seat={2} />
						<div>
							<h3>{t.coreSeat}</h3>
							<p>{t.coreText}</p>
						</div>
					</article>
					<article>
						<SeatPicture cores={4} seat={0} />
						<div>
							<h3>{t.schedulerSeat}</h3>
							<p>{t.schedulerText}</p>
						</div>
					</article>
				</div>
				<p class="muted">{t.seatSoon}</p>
			</section>
			{room.kind === "class" && <WhoIsHere students={room.students} me={me} />}
		</div>
	);
}

function WhoIsHere({
	students,
	me,
}: {
	students: readonly StudentSnapshot[];
	me: StudentSnapshot | undefined;
}) {
	return (
		<section class="lobby-who" aria-live="polite">
			<h2>{t.lobbyWho(students.length)}</h2>
			<ul class="name-chips">
				{students.map((student) => (
					<li key={student.id} class={student.online ? "" : "name-away"}>
						{student.name}
						{student.id === me?.id && <small>{t.you}</small>}
						{!student.online && <small>{t.away}</small>}
					</li>
				))}
			</ul>
		</section>
	);
}
