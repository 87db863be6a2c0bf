import { seconds } from "../../i18n/base/format.ts";
import { playWords as t } from "../../i18n/words.ts";
import type { CoachKey } from "../../seat/coach.ts";
import type { OwnCoreView } from "../../seat/seat-view.ts";
import { CoachLine } from "./coach-line.tsx";
import "./decision-prompt.css";

type DecisionPromptProps = {
	own: OwnCoreView;
	/** Whether the core may take what is undealt. */
	mayTake: boolean;
	botActs: boolean;
	/** What is taught, instead of what the core is doing. */
	coach: CoachKey | undefined;
	/** Whether the core asks for batches rather than taking tasks. */
	asks: boolean;
};

/**
 * What the player's core is doing, and the call for a decision while one is open. The height is fixed, so that
 * nothing jumps.
 */
export function DecisionPrompt({ own, mayTake, botActs, coach, asks }: DecisionPromptProps) {
	const { decision } = own;
	if (decision === undefined) {
		return (
			<div class={`prompt prompt-${lookOf(own, botActs ? undefined : coach)}`}>
				<p>
					{botActs ? (
						t.botPlays
					) : coach === undefined ? (
						activityWords(own, mayTake)
					) : (
						<CoachLine mark={coach} />
					)}
				</p>
			</div>
		);
	}
	return (
		<div class="prompt prompt-open">
			<p>
				<strong>{asks ? t.freeAsk : t.free}</strong>
				<small>
					<b>{seconds(decision.leftS)}</b> <span>{asks ? t.freeAskCountdown : t.freeCountdown}</span>
				</small>
			</p>
			<div class="prompt-time" aria-hidden="true">
				<i style={{ transform: `scaleX(${decision.share})` }} />
			</div>
		</div>
	);
}

function lookOf({ activity }: OwnCoreView, coach: CoachKey | undefined): string {
	if (coach !== undefined) return "coach";
	return activity === "idle" ? "idle" : "calm";
}

function activityWords(own: OwnCoreView, mayTake: boolean): string {
	switch (own.activity) {
		case "computing":
			return t.running(seconds(own.leftS));
		case "switching":
		case "waking":
			return t.switching;
		case "spinning":
			return t.spinning;
		default:
			return idleWords(own, mayTake);
	}
}

function idleWords({ idleCause }: OwnCoreView, mayTake: boolean): string {
	if (idleCause === "idleSerial") return t.idleSerial;
	if (idleCause === "idleBlocked") return t.idleBlocked;
	if (idleCause !== "idleWorkWaits") return t.idleNothing;
	return mayTake ? t.idleWorkWaits : t.idleUndealt;
}
