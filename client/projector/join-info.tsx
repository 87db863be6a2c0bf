import { showRoomCode } from "#shared/protocol/room-code.ts";
import { projectorWords as t } from "../i18n/words.ts";
import { QrCode } from "../ui/qr-code.tsx";
import "./join-info.css";

/** The way into the class. `address`: without a path. */
export type Join = { readonly code: string; readonly address: string };

/** Code and QR code, small but to be scanned, for latecomers. */
export function JoinCorner({ join }: { join: Join }) {
	return (
		<div class="join-corner">
			<div>
				<p>{hostOf(join.address)}</p>
				<p class="join-corner-code">
					<span class="sr-only">{t.code}</span> {showRoomCode(join.code)}
				</p>
			</div>
			<QrCode text={joinLink(join)} label={t.qr} />
		</div>
	);
}

export function joinLink({ code, address }: Join): string {
	return `${address}/?code=${code}`;
}

/** What a student types: no one types the protocol. */
export function hostOf(address: string): string {
	return address.replace(/^https?:\/\//, "");
}
