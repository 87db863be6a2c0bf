import { mean, sumOf } from "#shared/lib/statistics.ts";
import { NEVER_NS } from "#shared/lib/units.ts";
import { causesAt, sumBars } from "#shared/sim/chip/accounting.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import { CAUSES, type CauseBar, type ReadonlyThread } from "#shared/sim/chip/chip.ts";
import { energyOf } from "#shared/sim/chip/energy.ts";
import { doneNsAt, workDoneAt } from "#shared/sim/chip/progress.ts";
import type { Side } from "./bench.ts";

/** What one side has done so far. Undefined: there is no such thing in its program, or none yet. */
export type Measures = {
	readonly timeNs: number;
	/** Work per time, in P cores without losses; and the same by name of process, where there are several. */
	readonly rate: number;
	readonly rates: readonly { readonly name: string; readonly rate: number }[];
	readonly tasksDone: number;
	readonly meanTurnaroundNs: number | undefined;
	readonly meanResponseNs: number | undefined;
	readonly usefulShare: number;
	readonly deadlines: { readonly missed: number; readonly all: number } | undefined;
	readonly updates: { readonly lost: number; readonly all: number } | undefined;
	readonly energyPj: number;
	readonly workNs: number;
	/** Core time by cause: of all cores, and of each. */
	readonly causes: CauseBar;
	readonly causesByCore: readonly CauseBar[];
	/** Of the finished chip. */
	readonly checksum: number | undefined;
};

/** Groups beyond this would be a table of their own. */
const GROUPS_MAX = 4;

export function measure(side: Side, nowNs: number): Measures {
	const { chip } = side;
	const timeNs = chip.finished ? chip.nowNs : nowNs;
	const workNs = workDoneAt(chip, timeNs);
	const causesByCore = chip.cores.map((core) => causesAt(core, timeNs));
	const causes = sumBars(causesByCore);
	const due = chip.threads.filter(({ spec, announcedNs }) => spec.deadlineNs > 0 && announcedNs !== NEVER_NS);
	const all = sumOf(chip.counters, ({ updates }) => updates);
	const kept = sumOf(chip.counters, ({ value }) => value);
	return {
		timeNs,
		rate: timeNs === 0 ? 0 : workNs / timeNs,
		rates: ratesOf(side, timeNs),
		tasksDone: chip.threadsDone,
		meanTurnaroundNs: meanOf(chip.threads, ({ finishNs, announcedNs }) => spanNs(announcedNs, finishNs)),
		meanResponseNs: meanOf(chip.threads, ({ startNs, announcedNs }) => spanNs(announcedNs, startNs)),
		usefulShare: causes.useful / Math.max(1, totalNs(causes)),
		deadlines:
			due.length === 0
				? undefined
				: { missed: due.filter((thread) => isLate(thread, timeNs)).length, all: due.length },
		updates: chip.counters.length === 0 ? undefined : { lost: all - kept, all },
		energyPj: energyOf(chip, timeNs),
		workNs,
		causes,
		causesByCore,
		checksum: chip.finished ? checksum(chip) : undefined,
	};
}

function ratesOf({ chip, groups, groupOf }: Side, timeNs: number): { name: string; rate: number }[] {
	if (groups.length < 2 || groups.length > GROUPS_MAX || timeNs === 0) return [];
	const workNs = groups.map(() => 0);
	for (const thread of chip.threads) {
		const group = groupOf[thread.spec.process] ?? 0;
		workNs[group] = (workNs[group] ?? 0) + doneNsAt(chip, thread, timeNs);
	}
	return groups.map((name, group) => ({ name, rate: (workNs[group] ?? 0) / timeNs }));
}

function isLate({ spec, announcedNs, finishNs }: ReadonlyThread, nowNs: number): boolean {
	return Math.min(finishNs, nowNs) > announcedNs + spec.deadlineNs;
}

function spanNs(fromNs: number, toNs: number): number | undefined {
	return toNs === NEVER_NS || fromNs === NEVER_NS ? undefined : toNs - fromNs;
}

function meanOf(
	threads: readonly ReadonlyThread[],
	of: (thread: ReadonlyThread) => number | undefined,
): number | undefined {
	const values = threads.flatMap((thread) => of(thread) ?? []);
	return values.length === 0 ? undefined : mean(values);
}

function totalNs(causes: CauseBar): number {
	return sumOf(CAUSES, (cause) => causes[cause]);
}
