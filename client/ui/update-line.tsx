import { render } from "preact";
import { commonWords as t } from "../i18n/words.ts";
import { Button } from "./button.tsx";
import { watchForStaleCode } from "./stale-code.ts";

/** Below everything, over everything. Not a style sheet: one more name that every page would begin with. */
const LOOK = {
	position: "fixed",
	zIndex: 30,
	inset: "auto 0 0",
	display: "flex",
	flexWrap: "wrap",
	alignItems: "center",
	justifyContent: "center",
	gap: "var(--space-3)",
	padding: "12px 20px",
	borderTop: "2px solid var(--go)",
	background: "var(--panel-raised)",
} as const;

/** Goes to a newer client when this one, whose first script is `entry`, asks for code that is gone; or says so. */
export function watchForUpdate(entry: string): void {
	watchForStaleCode(entry, () => {
		render(<UpdateLine />, document.body.appendChild(document.createElement("div")));
	});
}

/** Says that the server has a newer client, and what to do about it. */
function UpdateLine() {
	return (
		<div role="alert" style={LOOK}>
			<Button look="primary" size="small" onClick={() => location.reload()}>
				{t.updated}
			</Button>
		</div>
	);
}
