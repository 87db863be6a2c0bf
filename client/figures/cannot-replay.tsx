import type { RoundFault } from "#shared/frozen/load-round.ts";
import { lessonWords as t } from "../i18n/words.ts";

/** Says that a round can only be shown as it was stored, and why. */
export function CannotReplay({ fault: { is, version } }: { fault: RoundFault }) {
	return (
		<p class="cannot-replay" role="alert">
			{t.cannotReplay[is](version)} {t.asStored}
		</p>
	);
}
