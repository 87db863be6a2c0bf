import { expect, test } from "vitest";
import { PLAIN_PLAN } from "#shared/lessons/plan-switches.ts";
import type { RoomSnapshot } from "../../client/net/room-snapshot.ts";
import { actionsOf, endsNext, nextStepOf } from "../../client/teach/steps.ts";

const ROOM: RoomSnapshot = {
	code: "K7MF4W",
	kind: "class",
	phase: "lobby",
	lessons: ["amdahl", "locks"],
	lesson: 0,
	lessonId: "amdahl",
	explained: false,
	round: "r",
	roundNumber: 1,
	teams: [1],
	switches: PLAIN_PLAN,
	level: "standard",
	paused: false,
	locked: false,
	generatedNames: false,
	asked: undefined,
	sheets: 0,
	students: [],
};

test("the next step ends the class after the last lesson's explanation, and only there", () => {
	expect(endsNext({ ...ROOM, phase: "explain", lesson: 1 })).toBe(true);
	expect(endsNext({ ...ROOM, phase: "explain", lesson: 0 })).toBe(false);
	expect(endsNext({ ...ROOM, phase: "play", lesson: 1 })).toBe(false);
});

test.each([
	[{ phase: "lobby" }, ["generateNames", "lock"]],
	[{ phase: "lobby", generatedNames: true, locked: true }, ["freeNames", "unlock"]],
	[{ phase: "brief" }, ["skip", "lock"]],
	[{ phase: "play" }, ["pause", "repeat", "newSeed", "lock"]],
	[{ phase: "play", paused: true }, ["resume", "repeat", "newSeed", "lock"]],
	[{ phase: "explain" }, ["repeat", "newSeed", "lock"]],
	[{ phase: "explain", lesson: 1 }, ["ask", "repeat", "newSeed", "lock"]],
	[{ phase: "explain", lesson: 1, asked: "after" }, ["askNoMore", "repeat", "newSeed", "lock"]],
	[{ phase: "ended" }, []],
] as const)("in %j the teacher may do %j beside the next step", (state, actions) => {
	expect(actionsOf({ ...ROOM, ...state })).toEqual(actions);
});

test.each([
	[{ phase: "play" }, false, "next"],
	// First the same round again, with what one knows; then the next lesson.
	[{ phase: "explain" }, false, "repeat"],
	[{ phase: "explain" }, true, "next"],
	[{ phase: "explain", lesson: 1 }, true, "end"],
	// The second part is the second play.
	[{ phase: "explain", lessonId: "false-sharing" }, false, "next"],
	// Nobody has played anything.
	[{ phase: "explain", lessonId: "brain" }, false, "next"],
] as const)("in %j, played again: %j, the next step is %s", (state, isRepeated, step) => {
	expect(nextStepOf({ ...ROOM, ...state }, isRepeated)).toBe(step);
});
