import { isPlayed, sideKeysOf, sidesOf } from "../lessons/kind.ts";
import type { Lesson } from "../lessons/lesson.ts";
import { at } from "../lib/assert.ts";
import { SPAN_SHARE_MIN, scoreOf } from "../result/score.ts";
import { REFERENCE_PER_S, rehearse } from "../result/simulate-players.ts";

/** Any round would do: on one alone nothing is told from chance but a lesson that cannot work. */
const SEED = 1;

/**
 * Why a lesson's score cannot work, one sentence each: it measures no number, or nobody does better than its naive
 * policy, or others do but not who knows its idea. [] if it can; two rounds are simulated for each side.
 */
export function scoreFaults(lesson: Lesson): string[] {
	if (!isPlayed(lesson)) return [];
	return sidesOf(lesson).flatMap((side) => faultsOf(lesson, side).map((fault) => `${lesson.id}: ${fault}`));
}

function faultsOf(lesson: Lesson, side: number): string[] {
	const { players, measure } = lesson;
	const setup = { cores: at(lesson.chipCores, 0), seed: SEED, level: "standard" as const, side };
	const played = (policy: string) => rehearse(lesson, setup, policy, REFERENCE_PER_S);
	const sign = measure.better === "more" ? 1 : -1;
	const { naive: naiveId, insight: insightId } = players;
	const [naive, insight] = [played(naiveId), played(insightId)];
	const key = sideKeysOf(lesson)[side];
	const where = key === undefined ? "score" : `score of side "${key}"`;
	if (!Number.isFinite(naive) || !Number.isFinite(insight))
		return [
			`${where}: ${measure.id} is ${naive} for its naive policy and ${insight} for its insight: no number`,
		];
	const isBetter = (value: number) => sign * (value - naive) >= SPAN_SHARE_MIN * Math.abs(value);
	// Only where the idea hardly helps do the others have to tell.
	if (isBetter(insight)) return [];
	const others = [...players.constants, ...players.rivals].map(played);
	const best = sign * Math.max(...[insight, ...others].map((value) => sign * value));
	const figures = `${naiveId} ${naive.toFixed(1)}, ${insightId} ${insight.toFixed(1)}, best ${best.toFixed(1)} in ${measure.id}`;
	if (!isBetter(best))
		return [
			`${where}: its best known equals its naive policy (${figures}), so that there is nothing to gain`,
		];
	const score = scoreOf(insight, naive, best, measure.better);
	return [`${where}: cannot be reached: who knows its idea comes to ${score.toFixed(0)} of 100 (${figures})`];
}
