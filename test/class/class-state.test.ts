import { expect, test } from "vitest";
import { applyClassEvent } from "#shared/class/apply-class-event.ts";
import type { ClassFact } from "#shared/class/class-event.ts";
import { type ClassState, emptyClass, presentStudents } from "#shared/class/class-state.ts";
import { PLAIN_PLAN } from "#shared/lessons/plan-switches.ts";
import { SIM_VERSION } from "#shared/sim/version.ts";

const opened: ClassFact = {
	type: "opened",
	code: "K7MF4W",
	lessons: ["parallel-work", "amdahl"],
	kind: "class",
	chips: 1,
	seed: 5,
	level: "standard",
	teamSize: 5,
	switches: PLAIN_PLAN,
};
const joined = (student: string): ClassFact => ({
	type: "joined",
	student,
	name: student,
	token: `hash of ${student}`,
});
const briefed: readonly ClassFact[] = [
	{ type: "phase", phase: "brief", lesson: 0 },
	{ type: "roundOpened", round: "r1", seed: 5, part: 0, seats: "dealt", simVersion: SIM_VERSION },
];

function fold(...facts: readonly ClassFact[]): ClassState {
	return facts.reduce((state, fact) => applyClassEvent(state, { turn: 0, ...fact }), emptyClass());
}

test("when a round is opened, everyone present is seated and who is online starts as a person", () => {
	const state = fold(opened, joined("ada"), joined("bob"), { type: "dropped", student: "bob" }, ...briefed);
	const [ada, bob] = presentStudents(state);
	expect(ada).toMatchObject({ place: { chip: 0, seat: 1 }, bot: false });
	expect(bob).toMatchObject({ place: { chip: 0, seat: 0 }, bot: true });
	expect(state.round?.header.chips[0]?.seats.map(({ driver }) => driver)).toEqual([
		"bot",
		"person",
		"bot",
		"bot",
		"bot",
	]);
});

test("who left has no seat in the next round, and is known again on coming back", () => {
	const left = fold(opened, joined("ada"), { type: "left", student: "ada" }, ...briefed);
	expect(presentStudents(left)).toEqual([]);
	expect(left.students.get("ada")).toMatchObject({ name: "ada", place: undefined });
	const back = applyClassEvent(left, { turn: 0, type: "returned", student: "ada" });
	expect(presentStudents(back).map(({ id }) => id)).toEqual(["ada"]);
});

test("predictions and answers are forgotten with the lesson, not with a repeat", () => {
	const told: readonly ClassFact[] = [
		{ type: "predicted", student: "ada", value: 3.5 },
		{ type: "answered", student: "ada", question: 1, choice: 2 },
	];
	const repeated = fold(opened, joined("ada"), ...briefed, ...told, {
		type: "roundOpened",
		round: "r2",
		seed: 5,
		part: 0,
		seats: "dealt",
		simVersion: SIM_VERSION,
	});
	expect(repeated.students.get("ada")).toMatchObject({ predicted: 3.5, answers: [null, 2] });
	const next = applyClassEvent(repeated, { turn: 0, type: "phase", phase: "brief", lesson: 1 });
	expect(next.students.get("ada")).toMatchObject({ predicted: undefined, answers: [] });
});

test("an event changes nothing that was there before", () => {
	const before = fold(opened, joined("ada"));
	const copy = structuredClone(before);
	for (const fact of briefed) applyClassEvent(before, { turn: 0, ...fact });
	expect(before).toEqual(copy);
});

test("the same events give the same class", () => {
	const facts = [opened, joined("ada"), joined("bob"), ...briefed] as const;
	expect(fold(...facts)).toEqual(fold(...facts));
});
