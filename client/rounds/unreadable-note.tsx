import { roundsWords as t } from "../i18n/words.ts";

/** Says what of something stored cannot be read, in the server's own sentence; nothing where all can. */
export function UnreadableNote({ what }: { what: string | undefined }) {
	if (what === undefined) return null;
	return (
		<p class="small" role="note">
			<strong>{t.unreadable}</strong> <span class="muted">{what}</span>
		</p>
	);
}
