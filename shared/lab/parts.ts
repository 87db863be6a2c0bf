import { NS_PER_US } from "../lib/units.ts";
import type { PhaseFile, ThreadFile } from "../sim/scenario/scenario-file.ts";
import type { ProgramFile } from "./family.ts";

/** Machine time of one millisecond of play: a microsecond. */
export const NS_PER_PLAY_MS = NS_PER_US;

/** A phase of `playMs` ms of play of work on an ideal core. */
export function compute(playMs: number, spread: "fixed" | "exponential" = "fixed"): PhaseFile {
	return { type: "compute", workNs: playMs * NS_PER_PLAY_MS, spread };
}

/** `count` threads named `name` and their number, from 1. */
export function many(
	count: number,
	name: string,
	thread: (index: number) => Omit<ThreadFile, "name">,
): ThreadFile[] {
	return Array.from({ length: count }, (_, index) => ({ name: `${name} ${index + 1}`, ...thread(index) }));
}

/** A program that starts at time 0 and never ends, observed for `lengthMs` of play. */
export function endless(
	threads: readonly ThreadFile[],
	lengthMs: number,
): Pick<ProgramFile, "jobs" | "arrivals" | "end"> {
	return {
		jobs: [{ name: "Program", threads: [...threads] }],
		arrivals: [{ type: "at", atNs: 0, job: 0 }],
		end: { type: "horizon", ns: lengthMs * NS_PER_PLAY_MS },
	};
}
