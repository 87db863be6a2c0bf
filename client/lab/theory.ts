import { amdahlLimit, amdahlSpeedup, equalTasksSpeedup } from "#shared/analysis/amdahl.ts";
import { fitUsl, uslThroughput } from "#shared/analysis/usl.ts";
import type { Law } from "#shared/lab/family.ts";
import { lawOf } from "#shared/lab/setup.ts";
import { type Subject, SWEPT_CORES } from "#shared/lab/subject.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import { fixed, number, percent } from "../i18n/base/format.ts";
import { labWords as t } from "../i18n/words.ts";

/** What theory says beside a measured speed-up: a curve over the swept cores, and its name. */
export type Theory = { readonly text: string; readonly values: readonly number[] };

/** The law of the program, if there is one; fitted, once all is measured, where it has to be. */
export function theoryOf(subject: Subject, measured: readonly (number | null)[]): Theory | undefined {
	if (subject.type === "file" || subject.values.eCores !== 0) return undefined;
	const law = lawOf(subject);
	if (law === undefined) return undefined;
	if (law.type !== "scalability")
		return { text: lawText(law), values: SWEPT_CORES.map((cores) => lawSpeedup(law, cores)) };
	const points = SWEPT_CORES.map((cores, index) => ({ cores, throughput: measured[index] ?? 0 }));
	if (points.some(({ throughput }) => throughput <= 0)) return undefined;
	const usl = fitUsl(points);
	return {
		text: t.laws.usl(fixed(usl.alpha, 3), fixed(usl.beta, 4)),
		values: SWEPT_CORES.map((cores) => uslThroughput(usl, cores)),
	};
}

type ClosedLaw = Exclude<Law, { type: "scalability" }>;

function lawSpeedup(law: ClosedLaw, cores: number): number {
	switch (law.type) {
		case "amdahl":
			return amdahlSpeedup(law.parallelShare, cores);
		case "equalTasks":
			return equalTasksSpeedup(law.tasks, cores);
		case "bottleneck":
			return Math.min(cores, law.limit);
		default:
			return unreachable(law);
	}
}

function lawText(law: ClosedLaw): string {
	switch (law.type) {
		case "amdahl":
			return t.laws.amdahl(
				percent(law.parallelShare),
				law.parallelShare === 1 ? "∞" : number(amdahlLimit(law.parallelShare), 2),
			);
		case "equalTasks":
			return t.laws.equalTasks(law.tasks);
		case "bottleneck":
			return t.laws.bottleneck(number(law.limit, 2));
		default:
			return unreachable(law);
	}
}
