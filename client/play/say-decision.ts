import { at } from "#shared/lib/assert.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { chipLabels, coachWords as t } from "../i18n/words.ts";
import { sayAdvice } from "./say-advice.ts";

/** What a policy has decided for its seat. */
type Decided = { readonly seat: number; readonly command: Command; readonly from?: number };

/** The decision that an event is about; undefined if it is about none. */
export function decisionOf(event: ChipEvent): Decided | undefined {
	switch (event.type) {
		case "planned":
			return {
				seat: event.seat,
				command: { type: "plan", thread: event.thread, core: event.core, position: 0 },
				from: event.from,
			};
		case "stolen":
			return { seat: event.core + 1, command: { type: "steal", from: event.from } };
		case "asked":
			return { seat: event.seat, command: { type: "ask", thread: event.of, count: event.count } };
		case "reordered":
			return {
				seat: event.seat,
				command: { type: "reorder", thread: event.thread, position: event.position },
			};
		case "decided":
			return { seat: event.seat, command: event.command };
		default:
			return undefined;
	}
}

/** Who does what and why, in one sentence. */
export function sayDecision(chip: ReadonlyChip, { seat, ...decided }: Decided): string {
	const reason = at(chip.seats, seat).policy.reason?.(chip, seat, decided.command);
	const who = seat === 0 ? chipLabels.scheduler : chipLabels.coreShort(seat);
	return t.botSays(who, sayAdvice(chip, seat, { ...decided, reason }));
}
