import { useEffect, useState } from "preact/hooks";
import { showRoomCode } from "#shared/protocol/room-code.ts";
import { deskWords as t } from "../i18n/words.ts";
import { api } from "../net/api.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { QrCode } from "../ui/qr-code.tsx";
import "./join-panel.css";

/** How students get in: address, code and QR code; and the projector, which shows them to the class. */
export function JoinPanel({ room }: { room: RoomSnapshot }) {
	const address = useJoinAddress(room.code);
	const link = `${address}/?code=${room.code}`;
	return (
		<section class="desk-panel desk-join" aria-label={t.joinAt}>
			<div class="desk-join-words">
				<p class="muted">{t.joinAt}</p>
				<p class="desk-address">{address.replace(/^https?:\/\//, "")}</p>
				<p class="muted">{t.code}</p>
				<p class="desk-big-code">{showRoomCode(room.code)}</p>
				{room.locked && <p class="desk-locked">{t.locked}</p>}
				<a class="button" href={`/project/${room.code}`} target="_blank" rel="noopener">
					{t.projector}
				</a>
			</div>
			<div class="desk-qr">
				<QrCode text={link} label={t.qr(link)} />
			</div>
		</section>
	);
}

/** Where students go: what the server knows of its own address, as this browser may use a private one. */
function useJoinAddress(code: string): string {
	const [address, setAddress] = useState(location.origin);
	useEffect(() => {
		async function load() {
			const answer = await api.classInfo(code);
			if (answer.ok) setAddress(answer.value.address);
		}
		void load();
	}, [code]);
	return address;
}
