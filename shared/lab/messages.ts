import type { PhaseFile, ThreadFile } from "../sim/scenario/scenario-file.ts";
import { family } from "./family.ts";
import { choice, slider } from "./field.ts";
import { compute, endless } from "./parts.ts";

const LENGTH_MS = 30_000;

/** Cost per side: a pipe is two system calls and copies; shared memory is a pointer and a line or two. */
const COST = {
	processes: { fixedNs: 690, nsPerByte: 2 },
	threads: { fixedNs: 0, nsPerByte: 0.01 },
} as const;

/** Pairs that exchange messages, as threads of one process or as two processes. */
export const messages = family({
	id: "messages",
	fields: {
		between: choice(["threads", "processes"], "processes"),
		pairs: slider(1, 8, 2),
		messageKib: slider(0, 512, 64, 8, "kib"),
		workMs: slider(50, 2_000, 300, 50, "playMs"),
	},
	program: ({ between, pairs, messageKib, workMs }) => {
		const bytes = messageKib * 1_024;
		const processOf = (thread: number) => (between === "threads" ? Math.floor(thread / 2) : thread);
		const threads = Array.from({ length: pairs }, (_, pair): ThreadFile[] => {
			const [there, back] = [2 * pair, 2 * pair + 1];
			const ask: PhaseFile[] = [
				{ type: "send", channel: there, bytes },
				{ type: "receive", channel: back },
			];
			const answer: PhaseFile[] = [
				{ type: "receive", channel: there },
				{ type: "send", channel: back, bytes },
			];
			return [
				{
					name: `Asks ${pair + 1}`,
					process: processOf(there),
					program: [compute(workMs), ...ask, { type: "repeat" }],
				},
				{
					name: `Answers ${pair + 1}`,
					process: processOf(back),
					program: [...answer.slice(0, 1), compute(workMs), ...answer.slice(1), { type: "repeat" }],
				},
			];
		}).flat();
		return {
			...endless(threads, LENGTH_MS),
			processes: Array.from({ length: between === "threads" ? pairs : 2 * pairs }, (_, index) => ({
				name: `Process ${index + 1}`,
			})),
			channels: Array.from({ length: 2 * pairs }, (_, index) => ({
				name: `Channel ${index + 1}`,
				...COST[between],
			})),
		};
	},
});
