import { expect, test } from "vitest";
import { applyClassEvent } from "#shared/class/apply-class-event.ts";
import type { ClassFact } from "#shared/class/class-event.ts";
import { emptyClass } from "#shared/class/class-state.ts";
import { countSheet, momentOf, NO_SHEETS } from "#shared/class/probe-tally.ts";
import { PROBE, PROBE_FACTS, rightChoice } from "#shared/lessons/probe.ts";

const rightOf = (concept: string) => {
	const item = PROBE.find((asked) => asked.concept === concept);
	return item?.choices[rightChoice(item)]?.values;
};

test("the right answers are what theory gives, each worked out by hand", () => {
	// 1 / (0.2 + 0.8 / 16) = 1 / 0.25
	expect(rightOf("amdahl")).toEqual([4]);
	// A is loaded, then B: 4 x 1 + 2 x 3
	expect(rightOf("locality")).toEqual([10]);
	// Both read before either writes, or one after the other.
	expect(rightOf("race")).toEqual([1, 2]);
	// 100 x (20 + 1)
	expect(rightOf("ipc")).toEqual([2_100]);
	// 4 tasks a second together: 6 + 3 + 3 in 3 s
	expect(rightOf("heterogeneity")).toEqual([3]);
	// The other process
	expect(rightOf("isolation")).toEqual([4]);
});

test("every question has one right choice, a belief of its own behind every wrong one, and no two choices alike", () => {
	const beliefs = PROBE.flatMap(({ choices }) => choices.flatMap(({ belief }) => belief ?? []));
	expect(new Set(beliefs).size).toBe(beliefs.length);
	for (const { concept, choices } of PROBE) {
		expect(choices.filter(({ belief }) => belief === undefined).length, concept).toBe(1);
		expect(new Set(choices.map(({ values }) => values.join())).size, concept).toBe(choices.length);
	}
});

test("the right choice does not stand at one place in all questions", () => {
	expect(new Set(PROBE.map(rightChoice)).size).toBeGreaterThan(2);
});

test("tasks of the locality question fit what the wrong answers presume", () => {
	const { tasks } = PROBE_FACTS.locality;
	expect(new Set(tasks).size).toBe(2);
});

test("sheets are counted by choice, and a question left out counts nowhere", () => {
	const once = countSheet(NO_SHEETS, [2, null, 0, null, null, 1]);
	const twice = countSheet(once, [2, 0, null, null, null, null]);
	expect(twice.sheets).toBe(2);
	expect(twice.counts[0]).toEqual([0, 0, 2, 0]);
	expect(twice.counts[1]).toEqual([1, 0, 0, 0]);
	expect(twice.counts[3]).toEqual([0, 0, 0, 0]);
});

test("a class is asked in its lobby and after its last lesson only", () => {
	const lessons = ["parallel-work", "amdahl"];
	expect(momentOf({ phase: "lobby", lesson: 0, lessons })).toBe("before");
	expect(momentOf({ phase: "explain", lesson: 0, lessons })).toBeUndefined();
	expect(momentOf({ phase: "explain", lesson: 1, lessons })).toBe("after");
	expect(momentOf({ phase: "play", lesson: 1, lessons })).toBeUndefined();
});

test("what a class remembers of a sheet names nobody, and going on ends the asking", () => {
	const facts: readonly ClassFact[] = [
		{ type: "joined", student: "ada", name: "Ada", token: "hash" },
		{ type: "asked", moment: "before" },
		{ type: "probed", moment: "before", sheet: [1, null, null, null, null, null] },
	];
	const state = facts.reduce((before, fact) => applyClassEvent(before, { turn: 0, ...fact }), emptyClass());
	expect(state.asked).toBe("before");
	expect(state.probes.before).toEqual(countSheet(NO_SHEETS, [1, null, null, null, null, null]));
	expect(state.probes.after).toEqual(NO_SHEETS);
	expect(JSON.stringify(facts[2])).not.toContain("ada");
	expect(applyClassEvent(state, { turn: 0, type: "phase", phase: "brief", lesson: 0 }).asked).toBeUndefined();
});
