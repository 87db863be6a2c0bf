import { brainWords as t } from "../i18n/words.ts";
import { KEYS } from "./answers.ts";

type HandKeysProps = {
	/** What the keys of each hand mean, the left one first. */
	left: readonly [string, string];
	right: readonly [string, string];
	/** Colours of the left hand's meanings, where they are colours. */
	colours?: readonly [number, number];
};

/** The four keys with what they mean. On a touch screen they are the keys: two under each thumb. */
export function HandKeys({ left, right, colours }: HandKeysProps) {
	return (
		<div class="hands">
			<fieldset class="hand">
				<legend>{t.leftHand}</legend>
				{left.map((meaning, key) => (
					<button
						key={KEYS.left[key]}
						type="button"
						tabIndex={-1}
						class={colours === undefined ? "hand-key" : `hand-key hand-colour-${colours[key]}`}
						data-press={`left ${key}`}
					>
						<kbd>{KEYS.left[key]}</kbd> {meaning}
					</button>
				))}
			</fieldset>
			<fieldset class="hand">
				<legend>{t.rightHand}</legend>
				{right.map((meaning, key) => (
					<button
						key={KEYS.right[key]}
						type="button"
						tabIndex={-1}
						class="hand-key"
						data-press={`right ${key}`}
					>
						<kbd>{KEYS.right[key]}</kbd> {meaning}
					</button>
				))}
			</fieldset>
		</div>
	);
}
