import type { Command } from "#shared/sim/chip/command.ts";
import { seconds } from "../../i18n/base/format.ts";
import { playWords as t } from "../../i18n/words.ts";
import type { CoachKey } from "../../seat/coach.ts";
import { openActOf } from "../../seat/open-act.ts";
import type { OwnCoreView, SeatView } from "../../seat/seat-view.ts";
import { CoachLine } from "./coach-line.tsx";
import { dueWords } from "./item-words.ts";
import "./decision-prompt.css";

type DecisionPromptProps = {
	view: SeatView;
	own: OwnCoreView;
	allowed: readonly Command["type"][];
	/** What is taught, instead of what the core is doing. */
	coach: CoachKey | undefined;
};

/**
 * What the player's core is doing, and the call for a decision while one is open and something can be done about it. The
 * height is fixed, so that nothing jumps.
 */
export function DecisionPrompt({ view, own, allowed, coach }: DecisionPromptProps) {
	const { botActs } = view;
	const act = openActOf(view, allowed);
	const { decision } = own;
	if (decision === undefined || act === undefined) {
		const mark = decision === undefined ? coach : undefined;
		const due = botActs || mark !== undefined ? undefined : dueWords(own);
		return (
			<div class={`prompt prompt-${lookOf(own, botActs ? undefined : mark)}`}>
				<p class={due === undefined ? "" : "prompt-due"}>
					{botActs ? t.botPlays : mark === undefined ? activityWords(view, own) : <CoachLine mark={mark} />}
					{due !== undefined && <small>{due}</small>}
				</p>
			</div>
		);
	}
	return (
		<div class="prompt prompt-open">
			<p>
				<strong>{t.free[act]}</strong>
				<small>
					<b>{seconds(decision.leftS)}</b> <span>{t.freeCountdown[act]}</span>
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

function activityWords(view: SeatView, own: OwnCoreView): string {
	switch (own.activity) {
		case "computing":
			return t.running(seconds(own.leftS));
		case "switching":
		case "waking":
			return t.switching;
		case "spinning":
			return t.spinning;
		default:
			return idleWords(view, own);
	}
}

function idleWords({ shared, mayTake, handOut }: SeatView, { idleCause }: OwnCoreView): string {
	if (idleCause === "idleSerial") return t.idleSerial;
	if (idleCause === "idleBlocked") return t.idleBlocked;
	if (idleCause !== "idleWorkWaits") return t.idleNothing;
	if (handOut !== undefined) return t.idleWorkWaits;
	if (!shared.some(({ ready }) => ready)) return t.idleElsewhere;
	return mayTake ? t.idleWorkWaits : t.idleUndealt;
}
