import { showRoomCode } from "#shared/protocol/room-code.ts";
import { projectorWords as t } from "../i18n/words.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { Logo } from "../ui/logo.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { hostOf, type Join, joinLink } from "./join-info.tsx";
import "./projector-lobby.css";

/** How to get in, as large as the projector, and who is in. */
export function ProjectorLobby({ room, join }: { room: RoomSnapshot; join: Join }) {
	return (
		<main class="projector-lobby">
			<section class="projector-join">
				<div>
					<p class="projector-brand">
						<Logo sizePx={56} /> Coretet
					</p>
					<p class="projector-label">{t.join}</p>
					<p class="projector-address">{hostOf(join.address)}</p>
					<p class="projector-label">{t.code}</p>
					<p class="projector-code">{showRoomCode(join.code)}</p>
				</div>
				<QrCode text={joinLink(join)} label={t.qr} />
			</section>
			<section class="projector-who" aria-live="polite">
				<h1>{room.students.length === 0 ? t.nobody : t.joined(room.students.length)}</h1>
				{room.locked && <p>{t.locked}</p>}
				<ul class={room.students.length > 24 ? "who-many" : ""}>
					{room.students.map((student) => (
						<li key={student.id} class={student.online ? "" : "who-away"}>
							{student.name}
						</li>
					))}
				</ul>
			</section>
		</main>
	);
}
