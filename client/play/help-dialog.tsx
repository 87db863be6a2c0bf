import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { playWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { Segmented } from "../ui/segmented.tsx";
import "./help-dialog.css";

/** Choices for how long a decision point waits for its player, in seconds of play. */
const WINDOWS_S = [2.5, 5, 10] as const;

type HelpDialogProps = {
	seat: "core" | "scheduler";
	/** The seat's keys that do something in this lesson, and what. */
	keys: readonly (readonly [key: string, meaning: string])[];
	/** The player's own decision window, in seconds of play; undefined if the lesson has none to set. */
	windowS: number | undefined;
	onWindow: (windowNs: number) => void;
	sounds: boolean;
	onSound: () => void;
	onClose: () => void;
};

/** What the seat can do, its keys, and the player's own decision window. */
export function HelpDialog({ seat, keys, windowS, onWindow, sounds, onSound, onClose }: HelpDialogProps) {
	return (
		<Modal title={t.helpTitle} onClose={onClose}>
			<p>{seat === "core" ? t.coreText : t.schedulerText}</p>
			<p class="help-touch">{t.helpTouch}</p>
			{windowS !== undefined && (
				<Segmented
					label={t.settings}
					options={WINDOWS_S.map((lengthS) => ({ value: lengthS, text: t.windowS(lengthS) }))}
					value={windowS}
					onValue={(lengthS) => onWindow(lengthS * NS_PER_PLAY_S)}
				/>
			)}
			<dl class="help-keys">
				{[...keys, ...t.keys.both].map(([key, meaning]) => (
					<div key={key}>
						<dt>
							<kbd>{key}</kbd>
						</dt>
						<dd>{meaning}</dd>
					</div>
				))}
			</dl>
			<form method="dialog" class="help-foot">
				<Button pressed={sounds} onClick={onSound}>
					{sounds ? t.soundOn : t.soundOff}
				</Button>
				<Button look="primary" type="submit">
					{t.close}
				</Button>
			</form>
		</Modal>
	);
}
