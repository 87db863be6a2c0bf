import type { JobSpec, ProgramPhase, ThreadSpec } from "./scenario.ts";

/** Number of parts of a thread that may run side by side, and the extra work of each in ns. */
export type Split = { readonly parts: number; readonly overheadNs: number };

/** Cuts the threads of a job as `splits` says, by index. What waited for a thread waits for all its parts. */
export function splitJob(job: JobSpec, splits: readonly (Split | undefined)[]): JobSpec {
	const partsOf: number[][] = [];
	const threads: ThreadSpec[] = [];
	job.threads.forEach((thread, index) => {
		const after = thread.after.flatMap((other) => partsOf[other] ?? []);
		const parts = cut({ ...thread, after }, splits[index]);
		partsOf.push(parts.map((_, part) => threads.length + part));
		threads.push(...parts);
	});
	return { ...job, threads };
}

function cut(thread: ThreadSpec, split: Split | undefined): ThreadSpec[] {
	if (split === undefined) return [thread];
	const { parts } = split;
	// The items belong to the whole; which of them a part processes is not defined.
	const { items: _, ...common } = thread;
	return Array.from({ length: parts }, (_part, part) => ({
		...common,
		name: `${thread.name} ${part + 1}/${parts}`,
		serial: thread.serial && parts === 1,
		program: programOf(thread.program, part, split),
		ways: thread.ways.map((way) => ({ ...way, program: programOf(way.program, part, split) })),
	}));
}

/** Divides the work of every phase to the nanosecond; each part does everything else in full. */
function programOf(
	program: readonly ProgramPhase[],
	part: number,
	{ parts, overheadNs }: Split,
): ProgramPhase[] {
	const own = program.map((phase): ProgramPhase => {
		if (phase.type !== "compute" && phase.type !== "update") return phase;
		const { workNs } = phase;
		const shareNs = Math.floor(((part + 1) * workNs) / parts) - Math.floor((part * workNs) / parts);
		// A phase that takes time must still take some, or a loop around it would stand still.
		return { ...phase, workNs: workNs === 0 ? 0 : Math.max(1, shareNs) };
	});
	return overheadNs === 0 ? own : [...own, { type: "compute", workNs: overheadNs, spread: "fixed" }];
}
