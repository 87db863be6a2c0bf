import { describe, expect, test } from "vitest";
import type { ClassEvent, ClassFact } from "#shared/class/class-event.ts";
import { foldRecorded, type LostEvent } from "#shared/class/recorded-class.ts";
import { PLAIN_PLAN } from "#shared/lessons/plan-switches.ts";
import { SIM_VERSION } from "#shared/sim/version.ts";

const student = "ada";
const command = { turn: 3, chip: 0, seat: 1, command: { type: "yield" } } as const;
/** A class of two lessons, each played once: the second is being played. */
const PLAYED: readonly ClassFact[] = [
	{
		type: "opened",
		code: "K7MF4W",
		lessons: ["parallel-work", "amdahl"],
		kind: "class",
		chips: 1,
		seed: 5,
		level: "standard",
		teamSize: 5,
		switches: PLAIN_PLAN,
	},
	{ type: "joined", student, name: "Ada", token: "a" },
	{ type: "renamed", student, name: "Ida" },
	{ type: "phase", phase: "brief", lesson: 0 },
	{ type: "roundOpened", round: "r1", seed: 5, part: 0, seats: "dealt", simVersion: SIM_VERSION },
	{ type: "phase", phase: "predict", lesson: 0 },
	{ type: "predicted", student, value: 7 },
	{ type: "phase", phase: "play", lesson: 0 },
	{ type: "commanded", command },
	{ type: "roundClosed", round: "r1", turns: 9 },
	{ type: "phase", phase: "explain", lesson: 0 },
	{ type: "answered", student, question: 0, choice: 1 },
	{ type: "phase", phase: "brief", lesson: 1 },
	{ type: "roundOpened", round: "r2", seed: 6, part: 0, seats: "dealt", simVersion: SIM_VERSION },
	{ type: "phase", phase: "predict", lesson: 1 },
	{ type: "phase", phase: "play", lesson: 1 },
	{ type: "commanded", command },
	{ type: "turned" },
	{ type: "dropped", student },
];
const recorded = PLAYED.map((fact, turn): ClassEvent => ({ turn, ...fact }));

/** The class without its event number `index`, whose kind may still be known. */
function without(index: number, events: readonly ClassEvent[], isKnown = true) {
	const lost: LostEvent = { type: "lost", kind: isKnown ? events[index]?.type : undefined };
	return foldRecorded(events.map((event, place) => (place === index ? lost : event)));
}

const IN_LOBBY = recorded.slice(0, 3);
const IN_EXPLANATION = recorded.slice(0, 12);

describe("a class of which one event cannot be read", () => {
	test.each([
		["a name", 2],
		["a prediction", 6],
		["a command of a round that is over", 8],
		["the end of a round that is over", 9],
		["the explanation of a lesson that is over", 5],
		["an answer", 11],
		["time that went by", 17],
		["who went away after the seats were dealt", 18],
	])("goes on without %s", (_what, index) => {
		const folded = without(index, recorded);
		if (!folded.ok) throw new Error("the class has ended");
		expect(folded.value.events).toEqual(recorded.toSpliced(index, 1));
		expect(folded.value.state).toMatchObject({ phase: "play", lesson: 1, round: { id: "r2" } });
	});

	test.each([
		["what it is", 0],
		["somebody to whom a seat was dealt", 1],
		["which lesson a round was opened in", 3],
		["a round, by which seats move on", 4],
		["the seats of the round", 13],
		["which phase it is in", 15],
		["a command of the round that is played", 16],
	])("ends before it without %s", (_what, index) => {
		const folded = without(index, recorded);
		if (folded.ok) throw new Error("the class goes on");
		expect(folded.reason).toMatchObject({ index, events: recorded.slice(0, index) });
	});

	test("is without a student whose joining is lost, as long as no seats were dealt", () => {
		const folded = without(1, IN_LOBBY);
		expect(folded.ok && [...folded.value.state.students]).toEqual([]);
	});

	test.each([
		["in the lobby", IN_LOBBY, 2],
		["in an explanation", IN_EXPLANATION, 11],
	])("goes on without one of a kind that is not known %s", (_where, events, index) => {
		expect(without(index, events, false).ok).toBe(true);
	});

	test.each([
		["before seats were dealt", recorded, 2],
		["while a round is played", recorded.slice(0, 10), 8],
		["that may have begun the play", recorded.slice(0, 9), 7],
		["that may have opened it", IN_LOBBY, 0],
	])("ends at one of a kind that is not known %s", (_where, events, index) => {
		expect(without(index, events, false)).toMatchObject({ ok: false, reason: { index } });
	});
});
