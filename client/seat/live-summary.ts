import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { type ReadonlyChip, SHARED } from "#shared/sim/chip/chip.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { kindOf } from "../present/kinds.ts";
import type { ChipLabels } from "../present/labels.ts";

/** The player who hears the summary: seat 0 is the scheduler, seat k is core k - 1. `names`: by seat, "" for a bot. */
export type Listener = { readonly seat: number; readonly names: readonly string[] };

/** What this player should hear about an event, in one sentence; undefined if nothing. */
export function sentenceFor(
	event: ChipEvent,
	chip: ReadonlyChip,
	{ seat, names }: Listener,
	labels: ChipLabels,
): string | undefined {
	const who = (id: number) => names[id] || (id === 0 ? labels.scheduler : labels.coreShort(id));
	const lengthS = (thread: number) => at(chip.threads, thread).workNs / NS_PER_PLAY_S;
	const own = seat - 1;
	switch (event.type) {
		case "decisionOpened":
			return event.seat === seat ? labels.sayYourMove : undefined;
		case "jobDone":
			return labels.sayJobDone(chip.jobsDone);
		case "started": {
			const thread = at(chip.threads, event.thread);
			if (event.core === own) return labels.sayYouStarted(kindOf(thread), lengthS(event.thread));
			return thread.spec.serial ? labels.saySerialStarts : undefined;
		}
		case "stopped":
			if (event.core !== own || event.why !== "done") return undefined;
			return labels.sayYouFinished(lengthS(event.thread));
		case "planned":
			if (event.core !== own || event.seat === seat || event.from !== SHARED) return undefined;
			return labels.sayPlannedForYou(lengthS(event.thread), who(event.seat));
		case "stolen":
			if (event.from !== own) return undefined;
			return labels.sayStolenFromYou(lengthS(event.thread), who(event.core + 1));
		case "signalled":
			return event.seat === seat ? undefined : labels.saySignal(who(event.seat), event.signal);
		case "finished":
			return labels.sayRoundOver;
		default:
			return undefined;
	}
}

/** Urgency of a sentence; higher is more urgent. Of sentences that coincide, only the most urgent is spoken. */
export function urgencyOf(event: ChipEvent): number {
	switch (event.type) {
		case "finished":
			return 5;
		case "decisionOpened":
			return 4;
		case "signalled":
		case "stolen":
			return 3;
		case "jobDone":
			return 2;
		default:
			return 1;
	}
}
