import { describe, expect, test } from "vitest";
import { LESSON_IDS, LEVELS } from "#shared/lessons/ids.ts";
import { isPlayed, sideKeysOf } from "#shared/lessons/kind.ts";
import { lessonMinutes, lessonSeconds, PHASE_S, playSeconds } from "#shared/lessons/minutes.ts";
import type { PlanSwitches } from "#shared/lessons/plan-switches.ts";
import {
	FORMS,
	PERIODS,
	planMinutes,
	planTimes,
	READY_PLANS,
	SETTLE_MINUTES,
	standard,
} from "#shared/lessons/plans.ts";
import { LESSONS, lessonById } from "#shared/lessons/table.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { openSimulation, wholeNs } from "#shared/result/simulate-players.ts";
import { advance } from "#shared/sim/advance.ts";

const OFF: PlanSwitches = { secondPlay: false, discussion: false, ownDecisions: false };
const secondsOf = (id: (typeof LESSON_IDS)[number], switches: PlanSwitches) =>
	lessonSeconds(lessonById(id), standard(switches));

describe("minutes of a lesson", () => {
	test("with everything off they are a brief, a prediction, one play and its explanation", () => {
		expect(playSeconds(lessonById("amdahl"), "standard")).toBe(90);
		expect(secondsOf("amdahl", OFF)).toBe(60 + 60 + 15 + 90 + 150);
		expect(lessonMinutes(lessonById("amdahl"), standard(OFF))).toBe(7);
	});

	test.each(LESSONS.filter(isPlayed))("each switch adds its own part to $id", (lesson) => {
		const added = (on: Partial<PlanSwitches>) =>
			secondsOf(lesson.id, { ...OFF, ...on }) - secondsOf(lesson.id, OFF);
		const playS = PHASE_S.ready + playSeconds(lesson, "standard");
		expect(added({ discussion: true })).toBe(PHASE_S.discuss);
		expect(added({ ownDecisions: true })).toBe(PHASE_S.ownDecisions);
		// In a lesson with two sides the second part is the second play: no third one is added.
		expect(added({ secondPlay: true }), sideKeysOf(lesson).join()).toBe(playS + PHASE_S.compare);
	});

	test("an experiment is done once, and nobody decides in it", () => {
		expect(secondsOf("brain", { ...OFF, secondPlay: true, ownDecisions: true })).toBe(
			secondsOf("brain", OFF),
		);
	});

	const untilDone = LESSONS.filter((lesson) => {
		const setup = { cores: lesson.chipCores[0] ?? 4, seed: 1, level: "standard", side: 0 } as const;
		return lesson.createScenario(setup).end.type === "done";
	});

	test.each(untilDone)("play of $id, which ends with its work, takes about as long", (lesson) => {
		for (const level of LEVELS) {
			const setup = { cores: lesson.chipCores[0] ?? 4, seed: 1, level, side: 0 };
			const chip = openSimulation(lesson, setup, lesson.policies.expert, 0.9);
			advance(chip, wholeNs(chip.scenario));
			const error = playSeconds(lesson, level) / (chip.nowNs / NS_PER_PLAY_S) - 1;
			expect(Math.abs(error), level).toBeLessThan(0.25);
		}
	});
});

describe.each(READY_PLANS)(
	"the ready plan of $period minutes with $lessons",
	({ period, lessons, switches }) => {
		test("fits its period", () => {
			expect(planMinutes(lessons, standard(switches))).toBeLessThanOrEqual(period);
		});

		test("has lessons, in teaching order", () => {
			expect(lessons.length).toBeGreaterThan(0);
			expect(lessons).toEqual(LESSON_IDS.filter((id) => lessons.includes(id)));
		});
	},
);

test("the first plan is a first look with a second play of each lesson", () => {
	expect(READY_PLANS[0]).toMatchObject({ period: 45, switches: { secondPlay: true } });
	expect(READY_PLANS[0]?.session).toBeUndefined();
	expect(READY_PLANS.filter(({ session }) => session === undefined).length).toBe(1);
});

describe.each(PERIODS)("the sessions of %d minutes", (period) => {
	test.each(["short", "full"] as const)("are the whole course in its %s form", (form) => {
		const sessions = READY_PLANS.filter((plan) => plan.period === period && plan.session?.form === form);
		expect(sessions.flatMap(({ lessons }) => lessons)).toEqual([...LESSON_IDS]);
		expect(new Set(sessions.map(({ switches }) => switches))).toEqual(new Set([FORMS[form]]));
		expect(sessions.map(({ session }) => session)).toEqual(
			sessions.map((_, index) => ({ form, number: index + 1, of: sessions.length })),
		);
	});
});

test("no session could have taken the first lesson of the next one", () => {
	for (const [index, plan] of READY_PLANS.entries()) {
		const next = READY_PLANS[index + 1]?.lessons[0];
		if (plan.session === undefined || plan.session.number === plan.session.of || next === undefined) continue;
		expect(planMinutes([...plan.lessons, next], standard(plan.switches))).toBeGreaterThan(plan.period);
	}
});

test("the times of a plan follow one another without a gap, after coming in", () => {
	const form = standard(FORMS.full);
	const times = planTimes(LESSON_IDS, form);
	expect(times[0]?.from).toBe(SETTLE_MINUTES);
	expect(times.slice(1).map(({ from }) => from)).toEqual(times.slice(0, -1).map(({ to }) => to));
	expect(times.at(-1)?.to).toBe(planMinutes(LESSON_IDS, form));
});
