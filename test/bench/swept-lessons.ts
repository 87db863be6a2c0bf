import { LESSONS } from "#shared/lessons/table.ts";
import { findPolicy } from "#shared/policies/table.ts";
import { sweep } from "#shared/result/sweep.ts";

/** Sweeps every lesson over so many numbers of cores, as a page's worker does; milliseconds by lesson. */
export function sweepLessons(counts: number): { readonly lesson: string; readonly ms: number }[] {
	const cores = Array.from({ length: counts }, (_, index) => index + 1);
	return LESSONS.map(({ id, policies, createScenario }) => {
		const policy = findPolicy(policies.rivals[0] ?? policies.naive);
		if (policy === undefined) throw new Error(`lesson ${id} has no policy`);
		const startMs = performance.now();
		const points = [
			...sweep({
				cores,
				scenarioOn: (count) => createScenario({ cores: count, seed: 1, level: "standard", side: 0 }),
				policy,
				seed: 1,
				pace: "machine",
			}),
		];
		if (points.length !== counts) throw new Error(`${points.length} results for ${counts} numbers of cores`);
		return { lesson: id, ms: performance.now() - startMs };
	});
}
