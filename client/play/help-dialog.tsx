import { playWords as t } from "../i18n/en/play.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import "./help-dialog.css";

type HelpDialogProps = { seat: "core" | "scheduler"; onClose: () => void };

/** What the seat can do, and the keys for it. */
export function HelpDialog({ seat, onClose }: HelpDialogProps) {
	return (
		<Modal title={t.helpTitle} onClose={onClose}>
			<p>{seat === "core" ? t.coreText : t.schedulerText}</p>
			<p>{t.helpTouch}</p>
			<dl class="help-keys">
				{[...t.keys[seat], ...t.keys.both].map(([keys, meaning]) => (
					<div key={keys}>
						<dt>
							<kbd>{keys}</kbd>
						</dt>
						<dd>{meaning}</dd>
					</div>
				))}
			</dl>
			<form method="dialog">
				<Button look="primary" type="submit">
					{t.close}
				</Button>
			</form>
		</Modal>
	);
}
