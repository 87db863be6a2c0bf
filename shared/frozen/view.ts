import type { PlayedChip } from "../round/played-chip.ts";
import type { Chip } from "../sim/chip/chip.ts";
import type { ChipEvent, EventSink } from "../sim/chip/event.ts";
import { fillFrom5 } from "./fill-from-5.ts";
import { fillFrom6 } from "./fill-from-6.ts";

/**
 * Fills in, in place, what the version after has added to a chip's state, with what it was before. What it returns
 * does so again: when the chip has gone on, and at each event.
 */
export type Fill = (chip: Chip) => (event?: ChipEvent) => void;

/** By version, what its chips lack of the next one. A version whose chips lack nothing needs no line. */
const FILLS: readonly { readonly version: number; readonly fill: Fill }[] = [
	{ version: 5, fill: fillFrom5 },
	{ version: 6, fill: fillFrom6 },
];

/** The chip of an earlier version in today's shape, whenever it is looked at: also by a sink, at the time of an event. */
export function viewOf(version: number, played: PlayedChip): PlayedChip {
	// It has all of that shape once every fill has been there, and nobody sees it before.
	const chip = played.chip as Chip;
	const fills = FILLS.filter((each) => each.version >= version).map(({ fill }) => fill(chip));
	const fillAll = (event?: ChipEvent) => {
		for (const fill of fills) fill(event);
	};
	const watched = (sink: EventSink | undefined): EventSink => {
		return (event) => {
			fillAll(event);
			sink?.(event);
		};
	};
	fillAll();
	return {
		chip,
		checksum: played.checksum,
		startTurn: (turn, commands, sink) => {
			played.startTurn(turn, commands, watched(sink));
			fillAll();
		},
		apply: (seat, command, sink) => {
			played.apply(seat, command, watched(sink));
			fillAll();
		},
		advance: (toNs, sink) => {
			played.advance(toNs, watched(sink));
			fillAll();
		},
	};
}
