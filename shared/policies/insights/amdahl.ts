import type { Thread } from "../../sim/chip.ts";
import { createPlayer } from "../player.ts";
import { sendTo } from "./parallel-work.ts";

const LATER = 1_000_000_000;

/** The serial part the moment that it is ready, for nothing runs beside it; of the others the longest first. */
export const serialFirst = createPlayer("insight:amdahl", {
	take: (_chip, _core, thread) => serialThenLongest(thread),
	rank: (_chip, _core, thread) => serialThenLongest(thread),
	mode: (chip, seat) => (seat === 0 ? sendTo(chip, serialThenLongest) : undefined),
});

function serialThenLongest({ spec, state, workNs }: Readonly<Thread>): number {
	return (spec.serial ? 0 : state === "ready" ? LATER : 2 * LATER) - workNs;
}
