import { family } from "./family.ts";
import { slider } from "./field.ts";
import { compute, NS_PER_PLAY_MS } from "./parts.ts";

const LENGTH_MS = 60_000;
/** Size of the pieces in which background work comes. */
const BACKGROUND_MS = 4_000;

/** Control jobs with a deadline beside background work, by default on big and little cores. */
export const deadlines = family({
	id: "deadlines",
	fields: {
		gapMs: slider(200, 5_000, 1_000, 100, "playMs"),
		taskMs: slider(100, 3_000, 700, 100, "playMs"),
		deadlineMs: slider(200, 10_000, 2_000, 100, "playMs"),
		background: slider(0, 40, 10),
	},
	standards: { pCores: 2, eCores: 2, policy: "eas" },
	program: ({ gapMs, taskMs, deadlineMs, background }) => {
		const every = (job: number, gap: number) => ({
			type: "process" as const,
			job,
			count: Math.floor(LENGTH_MS / gap),
			gapNs: gap * NS_PER_PLAY_MS,
		});
		return {
			jobs: [
				{
					name: "Control",
					threads: [
						{
							name: "Control",
							priority: 2,
							deadlineNs: deadlineMs * NS_PER_PLAY_MS,
							program: [compute(taskMs)],
						},
					],
				},
				{
					name: "Background",
					threads: [{ name: "Background", priority: 1, program: [compute(BACKGROUND_MS)] }],
				},
			],
			arrivals: [
				every(0, gapMs),
				...(background === 0 ? [] : [every(1, Math.floor(LENGTH_MS / background))]),
			],
			end: { type: "done" },
		};
	},
});
