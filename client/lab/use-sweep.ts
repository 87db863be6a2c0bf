import { useEffect, useState } from "preact/hooks";
import { type Subject, SWEPT_CORES } from "#shared/lab/subject.ts";
import type { SweptRun } from "./sweep-worker.ts";

export type Sweep = {
	/** By side, in order of cores; grows while the worker runs. */
	readonly sides: readonly (readonly SweptRun[])[];
	readonly done: number;
	readonly all: number;
	readonly failed: boolean;
};

/** A slider that is still moving does not start a worker at every step. */
const REST_MS = 200;

/** Runs every side on 1 to 16 cores in a worker; what is under way ends when the sides change. */
export function useSweep(subjects: readonly Subject[]): Sweep {
	const [runs, setRuns] = useState<readonly SweptRun[]>([]);
	const [failed, setFailed] = useState(false);
	useEffect(() => {
		let worker: Worker | undefined;
		setRuns([]);
		setFailed(false);
		const timer = setTimeout(() => {
			worker = new Worker(new URL("./sweep-worker.ts", import.meta.url), { type: "module" });
			worker.onmessage = ({ data }: MessageEvent<SweptRun>) => setRuns((before) => [...before, data]);
			worker.onerror = () => setFailed(true);
			worker.postMessage(subjects);
		}, REST_MS);
		return () => {
			clearTimeout(timer);
			worker?.terminate();
		};
	}, [subjects]);
	return {
		sides: subjects.map((_, side) => runs.filter((run) => run.side === side)),
		done: runs.length,
		all: subjects.length * SWEPT_CORES.length,
		failed,
	};
}
