import { describe, expect, test } from "vitest";
import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { PERIODS, planMinutes, planTimes, READY_PLANS, SETTLE_MINUTES } from "#shared/lessons/plans.ts";
import { lessonById } from "#shared/lessons/table.ts";

describe.each(READY_PLANS)("the ready plan of $period minutes with $lessons", ({ period, lessons }) => {
	test("fits its period", () => {
		const minutes = lessons.map((id) => lessonById(id).minutes).reduce((sum, more) => sum + more, 0);
		expect(minutes + SETTLE_MINUTES).toBeLessThanOrEqual(period);
		expect(planMinutes(lessons)).toBe(minutes + SETTLE_MINUTES);
	});

	test("has lessons, in teaching order", () => {
		expect(lessons.length).toBeGreaterThan(0);
		expect(lessons).toEqual(LESSON_IDS.filter((id) => lessons.includes(id)));
	});
});

test.each(PERIODS)("the sessions of %d minutes are the whole course", (period) => {
	const sessions = READY_PLANS.filter((plan) => plan.period === period && plan.session !== undefined);
	expect(sessions.flatMap(({ lessons }) => lessons)).toEqual([...LESSON_IDS]);
	expect(sessions.map(({ session }) => session)).toEqual(
		sessions.map((_, index) => ({ number: index + 1, of: sessions.length })),
	);
});

test("no session could have taken the first lesson of the next one", () => {
	for (const [index, plan] of READY_PLANS.entries()) {
		const next = READY_PLANS[index + 1]?.lessons[0];
		if (plan.session === undefined || plan.session.number === plan.session.of || next === undefined) continue;
		expect(planMinutes([...plan.lessons, next])).toBeGreaterThan(plan.period);
	}
});

test("the times of a plan follow one another without a gap, after coming in", () => {
	const times = planTimes(LESSON_IDS);
	expect(times[0]?.from).toBe(SETTLE_MINUTES);
	expect(times.slice(1).map(({ from }) => from)).toEqual(times.slice(0, -1).map(({ to }) => to));
	expect(times.at(-1)?.to).toBe(planMinutes(LESSON_IDS));
});
