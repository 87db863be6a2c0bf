import type { SteerAction } from "#shared/protocol/up.ts";
import { coachWords, playWords as t } from "../i18n/words.ts";

type HudControlsProps = {
	sounds: boolean;
	onSound: () => void;
	onHelp: () => void;
	paused: boolean;
	/** Controls the clock; undefined unless the student does, as in a practice. */
	onSteer: ((action: SteerAction) => void) | undefined;
	/** Asks what the lesson's own policy would do now; undefined if hints are not given. */
	onHint: (() => void) | undefined;
	/** How many are left in this round. */
	hintsLeft: number;
};

/** Small controls at the right of the head. Words become icons where space is short. */
export function HudControls({
	sounds,
	onSound,
	onHelp,
	paused,
	onSteer,
	onHint,
	hintsLeft,
}: HudControlsProps) {
	return (
		<>
			{onSteer !== undefined && (
				<>
					<SignButton
						label={paused ? t.resume : t.pause}
						path={paused ? "M7 4l12 8-12 8z" : "M7 4h4v16H7zM14 4h4v16h-4z"}
						filled
						onClick={() => onSteer(paused ? "resume" : "pause")}
					/>
					<SignButton
						label={t.skip}
						path="M5 4l9 8-9 8zM16 4h3v16h-3z"
						filled
						onClick={() => onSteer("next")}
					/>
				</>
			)}
			{onHint !== undefined && (
				<SignButton
					label={coachWords.hint(hintsLeft)}
					path="M9 18h6M10 21h4M12 3a6 6 0 0 0-3.6 10.8c.6.5.9 1 .9 1.7h5.4c0-.7.3-1.2.9-1.7A6 6 0 0 0 12 3z"
					onClick={onHint}
				/>
			)}
			<SignButton
				label={sounds ? t.soundOn : t.soundOff}
				path={`M4 9h4l5-4v14l-5-4H4z${sounds ? "M16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11" : "M16 9l5 6M21 9l-5 6"}`}
				pressed={sounds}
				place="sound"
				onClick={onSound}
			/>
			<SignButton
				label={t.help}
				path="M9 9.2a3 3 0 1 1 4.2 2.9c-.8.4-1.2 1-1.2 2M12 17.6v.1"
				onClick={onHelp}
			/>
		</>
	);
}

type SignButtonProps = {
	label: string;
	path: string;
	filled?: boolean;
	pressed?: boolean;
	/** Marks a control that has another place on a phone. */
	place?: "sound";
	onClick: () => void;
};

function SignButton({ label, path, filled = false, pressed, place, onClick }: SignButtonProps) {
	return (
		<button
			type="button"
			class={`sign-button ${place === undefined ? "" : `sign-${place}`}`}
			aria-label={label}
			title={label}
			aria-pressed={pressed}
			onClick={onClick}
		>
			<svg class={filled ? "sign-filled" : ""} viewBox="0 0 24 24" aria-hidden="true">
				<path d={path} />
			</svg>
		</button>
	);
}
