import type { ChipEvent } from "#shared/sim/chip/event.ts";
import type { SignalView } from "../present/prefs.ts";
import { SIGNAL_NS } from "../present/project.ts";

/** Signals that are still to be seen: the chip's state does not keep them. */
export type ShownSignals = {
	readonly notice: (event: ChipEvent) => void;
	/** The oldest first; at most one of each seat. */
	readonly at: (nowNs: number) => readonly SignalView[];
};

export function createShownSignals(): ShownSignals {
	const signals: SignalView[] = [];
	return {
		notice: (event) => {
			if (event.type !== "signalled") return;
			const known = signals.findIndex(({ seat }) => seat === event.seat);
			if (known >= 0) signals.splice(known, 1);
			signals.push({ seat: event.seat, signal: event.signal, sinceNs: event.atNs });
		},
		at: (nowNs) => {
			while (signals[0] !== undefined && nowNs - signals[0].sinceNs > SIGNAL_NS) signals.shift();
			return signals;
		},
	};
}
