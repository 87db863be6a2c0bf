import { NEVER_NS } from "../lib/units.ts";
import type { ReadonlyChip, ReadonlyJob } from "../sim/chip/chip.ts";
import type { ProgramPhase } from "../sim/scenario/scenario.ts";

/**
 * Mean turnaround of the jobs that no other job delegates, in ns, each including the jobs it delegates.
 * Unfinished jobs count up to now. Jobs of one kind that delegate the same kind share what they delegate.
 */
export function meanJobTurnaroundNs(chip: ReadonlyChip): number {
	const { jobs, nowNs, scenario } = chip;
	const partsOf = scenario.jobs.map(({ threads }) =>
		threads.flatMap(({ program, ways }) => [program, ...ways.map((way) => way.program)].flatMap(handedOut)),
	);
	const parts = new Set(partsOf.flat());
	const endOf = ({ finishNs }: ReadonlyJob): number => (finishNs === NEVER_NS ? nowNs : finishNs);
	const lastEndNs = scenario.jobs.map(() => 0);
	for (const job of jobs) lastEndNs[job.spec] = Math.max(lastEndNs[job.spec] ?? 0, endOf(job));
	let sumNs = 0;
	let count = 0;
	for (const job of jobs) {
		if (job.announcedNs === NEVER_NS || parts.has(job.spec)) continue;
		const ends = (partsOf[job.spec] ?? []).map((part) => lastEndNs[part] ?? 0);
		sumNs += Math.max(endOf(job), ...ends) - job.announcedNs;
		count++;
	}
	return count === 0 ? 0 : sumNs / count;
}

function handedOut(program: readonly ProgramPhase[]): number[] {
	return program.flatMap((phase) => (phase.type === "delegate" ? [phase.job] : []));
}
