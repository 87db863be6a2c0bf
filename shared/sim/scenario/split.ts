import type { JobSpec, ProgramPhase, ThreadSpec } from "./scenario.ts";

/** So many parts of a thread that may run side by side, each with so much work of its own more. */
export type Split = { readonly parts: number; readonly overheadNs: number };

/** The job with each thread cut as `splits` says (by index); what waited for a thread waits for all its parts. */
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
	// The items are those of the whole: which of them a part does, nobody says.
	const { items: _, ...common } = thread;
	return Array.from({ length: parts }, (_part, part) => ({
		...common,
		name: `${thread.name} ${part + 1}/${parts}`,
		serial: thread.serial && parts === 1,
		program: programOf(thread.program, part, split),
		ways: thread.ways.map((way) => ({ ...way, program: programOf(way.program, part, split) })),
	}));
}

/** The work of every phase is shared out to the nanosecond; everything else each part does itself. */
function programOf(
	program: readonly ProgramPhase[],
	part: number,
	{ parts, overheadNs }: Split,
): ProgramPhase[] {
	const own = program.map((phase): ProgramPhase => {
		if (phase.type !== "compute" && phase.type !== "update") return phase;
		const { workNs } = phase;
		const shareNs = Math.floor(((part + 1) * workNs) / parts) - Math.floor((part * workNs) / parts);
		// What takes time goes on taking time, so that a loop around it does not stand still.
		return { ...phase, workNs: workNs === 0 ? 0 : Math.max(1, shareNs) };
	});
	return overheadNs === 0 ? own : [...own, { type: "compute", workNs: overheadNs, spread: "fixed" }];
}
