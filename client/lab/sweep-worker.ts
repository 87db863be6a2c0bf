import { runnableOf, type Subject, SWEPT_CORES, scenarioOn } from "#shared/lab/subject.ts";
import { sweep } from "#shared/result/sweep.ts";

/** One run of one side on so many cores. */
export type SweptRun = {
	readonly side: number;
	readonly cores: number;
	readonly speedup: number;
	readonly finished: boolean;
};

// Asked once per set-up, then thrown away: a change of a slider ends the worker with what it was doing.
addEventListener("message", ({ data }: MessageEvent<readonly Subject[]>) => {
	data.forEach((subject, side) => {
		const runs = sweep({
			...runnableOf(subject),
			cores: SWEPT_CORES,
			scenarioOn: (cores) => scenarioOn(subject, cores),
			pace: "machine",
		});
		for (const { cores, speedup, finished } of runs)
			postMessage({ side, cores, speedup, finished } satisfies SweptRun);
	});
});
