import { at } from "#shared/lib/assert.ts";
import { type Chip, SHARED } from "#shared/sim/chip.ts";
import type { ChipEvent } from "#shared/sim/event.ts";
import { NS_PER_PLAY_S } from "#shared/sim/units.ts";
import { kindOf } from "./kinds.ts";
import type { ChipLabels } from "./labels.ts";

export type Listener = {
	readonly labels: ChipLabels;
	/** Seat of who listens; undefined for onlookers. */
	readonly ownSeat: number | undefined;
	readonly nameOf: (seat: number) => string;
};

/**
 * One short sentence for the live summary, or undefined: only what concerns the listener's own seat, and
 * what stops or ends work for everybody. `chip` is the chip right after the event.
 */
export function sentenceOf(event: ChipEvent, chip: Readonly<Chip>, listener: Listener): string | undefined {
	const { labels, ownSeat, nameOf } = listener;
	const ownCore = ownSeat === undefined || ownSeat === 0 ? undefined : ownSeat - 1;
	const secondsOf = (thread: number) => at(chip.threads, thread).workNs / NS_PER_PLAY_S;
	switch (event.type) {
		case "started": {
			const kind = kindOf(at(chip.threads, event.thread));
			if (event.core === ownCore) return labels.sayYouStarted(kind, secondsOf(event.thread));
			return kind === "serial" ? labels.saySerialStarts : undefined;
		}
		case "stopped":
			return event.core === ownCore && event.why === "done"
				? labels.sayYouFinished(secondsOf(event.thread))
				: undefined;
		case "planned":
			if (event.core !== ownCore || event.seat === ownSeat) return undefined;
			return labels.sayPlannedForYou(secondsOf(event.thread), nameOf(event.seat));
		case "stolen":
			if (event.from !== ownCore || event.from === SHARED) return undefined;
			return labels.sayStolenFromYou(secondsOf(event.thread), nameOf(event.core + 1));
		case "decisionOpened":
			return event.seat === ownSeat ? labels.sayYourMove : undefined;
		case "signalled":
			return event.seat === ownSeat ? undefined : labels.saySignal(nameOf(event.seat), event.signal);
		case "refused":
			return event.seat === ownSeat ? labels.sayRefused(event.reason) : undefined;
		case "jobDone":
			return labels.sayJobDone(chip.jobsDone);
		case "finished":
			return labels.sayRoundOver;
		default:
			return undefined;
	}
}
