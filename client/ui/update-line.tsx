import { commonWords as t } from "../i18n/words.ts";
import { Button } from "./button.tsx";
import "./update-line.css";

/** Says that the server has a newer client, and what to do about it. */
export function UpdateLine() {
	return (
		<div class="update-line" role="alert">
			<span>{t.updated}</span>
			<Button look="primary" size="small" onClick={() => location.reload()}>
				{t.reload}
			</Button>
		</div>
	);
}
