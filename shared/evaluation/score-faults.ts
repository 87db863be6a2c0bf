import { isPlayed, sideKeysOf, sidesOf } from "../lessons/kind.ts";
import type { Lesson } from "../lessons/lesson.ts";
import { numberAt } from "../lib/assert.ts";
import { scoreOf } from "../result/score.ts";
import { REFERENCE_PER_S, simulatePlayers } from "../result/simulate-players.ts";

/** Any round would do: a single one cannot distinguish anything from chance except a lesson that cannot work. */
const SEED = 1;
/** Least gain over the naive policy as a share of the measure: less cannot be felt. */
const SPAN_SHARE_MIN = 0.05;

/**
 * Why a lesson's score cannot work, one sentence each: its measure is not a number, nothing beats its naive
 * policy, or others do but its expert policy does not. [] if it works. Simulates two rounds per side.
 */
export function scoreFaults(lesson: Lesson): string[] {
	if (!isPlayed(lesson)) return [];
	return sidesOf(lesson).flatMap((side) => faultsOf(lesson, side).map((fault) => `${lesson.id}: ${fault}`));
}

function faultsOf(lesson: Lesson, side: number): string[] {
	const { policies, measure } = lesson;
	const setup = { cores: numberAt(lesson.chipCores, 0), seed: SEED, level: "standard" as const, side };
	const played = (policy: string) => simulatePlayers(lesson, setup, policy, REFERENCE_PER_S);
	const sign = measure.better === "more" ? 1 : -1;
	const { naive: naiveId, expert: expertId } = policies;
	const [naive, expert] = [played(naiveId), played(expertId)];
	const key = sideKeysOf(lesson)[side];
	const where = key === undefined ? "score" : `score of side "${key}"`;
	if (!Number.isFinite(naive) || !Number.isFinite(expert))
		return [
			`${where}: ${measure.id} is ${naive} for its naive policy and ${expert} for its expert policy: no number`,
		];
	const isBetter = (value: number) => sign * (value - naive) >= SPAN_SHARE_MIN * Math.abs(value);
	// The other policies matter only where the expert policy hardly helps.
	if (isBetter(expert)) return [];
	const others = [...policies.constants, ...policies.rivals].map(played);
	const best = sign * Math.max(...[expert, ...others].map((value) => sign * value));
	const figures = `${naiveId} ${naive.toFixed(1)}, ${expertId} ${expert.toFixed(1)}, best ${best.toFixed(1)} in ${measure.id}`;
	if (!isBetter(best))
		return [
			`${where}: its best known equals its naive policy (${figures}), so that there is nothing to gain`,
		];
	const score = scoreOf(expert, naive, best, measure.better);
	return [`${where}: cannot be reached: who knows its idea comes to ${score.toFixed(0)} of 100 (${figures})`];
}
