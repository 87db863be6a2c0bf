import { useEffect, useRef, useState } from "preact/hooks";
import type { KeyMapping } from "#shared/brain/trial-order.ts";
import { brainWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { HandKeys } from "./hand-keys.tsx";
import { keyFor } from "./run-trial.ts";
import { DIGITS } from "./stage-board.ts";

type WelcomeProps = {
	isBusy: boolean;
	/** Pictures a second of a screen that is too slow; undefined where it is not, or not known yet. */
	slowPerSecond: number | undefined;
	onBegin: () => void;
	onSitOut: () => void;
};

/** What is coming, what it needs, and the way out of it without a reason. */
export function Welcome({ isBusy, slowPerSecond, onBegin, onSitOut }: WelcomeProps) {
	return (
		<section class="experiment-card">
			<h2>{t.searchTitle}</h2>
			<p>{t.searchText}</p>
			<HandKeys
				left={[t.searchKeys.left, t.searchKeys.left]}
				right={[t.searchKeys.right, t.searchKeys.right]}
			/>
			{slowPerSecond !== undefined && (
				<p class="experiment-warning" role="alert">
					{t.slowScreen(slowPerSecond)}
				</p>
			)}
			<BeginButton isBusy={isBusy} onBegin={onBegin} />
			<SitOut onSitOut={onSitOut} />
		</section>
	);
}

type DualIntroProps = { mapping: KeyMapping; onBegin: () => void; onSitOut: () => void };

export function DualIntro({ mapping, onBegin, onSitOut }: DualIntroProps) {
	return (
		<section class="experiment-card">
			<h2>{t.dualTitle}</h2>
			<p>{t.dualText}</p>
			<p class="experiment-rule">{t.dualRule}</p>
			<DualKeys mapping={mapping} />
			<BeginButton isBusy={false} onBegin={onBegin} />
			<SitOut onSitOut={onSitOut} />
		</section>
	);
}

/** Which key means what to this student. */
export function DualKeys({ mapping }: { mapping: KeyMapping }) {
	return (
		<HandKeys
			left={ordered(t.colours, mapping.colourFlipped)}
			right={ordered(DIGITS, mapping.digitFlipped)}
			colours={keyFor(0, mapping.colourFlipped) === 0 ? [0, 1] : [1, 0]}
		/>
	);
}

function ordered([one, other]: readonly [string, string], flipped: boolean): [string, string] {
	return flipped ? [other, one] : [one, other];
}

function BeginButton({ isBusy, onBegin }: { isBusy: boolean; onBegin: () => void }) {
	const button = useRef<HTMLButtonElement>(null);
	// Both hands are on the keys: Enter is enough.
	useEffect(() => button.current?.focus(), []);
	return (
		<Button look="primary" size="large" busy={isBusy} buttonRef={button} onClick={onBegin}>
			{isBusy ? t.checking : t.begin}
		</Button>
	);
}

function SitOut({ onSitOut }: { onSitOut: () => void }) {
	const [asked, setAsked] = useState(false);
	return (
		<div class="experiment-out">
			<p>
				<strong>{t.needs}</strong> {t.needsText}
			</p>
			<Button look="quiet" onClick={() => (asked ? onSitOut() : setAsked(true))}>
				{asked ? t.sitOutSure : t.sitOut}
			</Button>
		</div>
	);
}
