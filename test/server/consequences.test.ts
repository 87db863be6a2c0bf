import { expect, test } from "vitest";
import { TURN_MS } from "#shared/lib/units.ts";
import { Journal } from "../../server/journal/journal.ts";
import { createLog } from "../../server/log.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import { HeldJournal, openHeldClass } from "./held-class.ts";

/** A class whose journal is held back while `step` acts: what was heard before it was let go, and then. */
function openClass(lesson: "parallel-work" | "brain" = "parallel-work") {
	const journal = new HeldJournal();
	const held = openHeldClass(lesson, journal);
	const step = (act: () => void): readonly [before: string[], after: string[]] => {
		held.heard.length = 0;
		const { state } = held.session;
		journal.hold();
		act();
		const before = held.heard.splice(0);
		expect(held.session.state).toBe(state);
		journal.release();
		return [before, held.heard.splice(0)];
	};
	const steer = (action: "next" | "ask" | "end") => held.ask(held.desk, "steer", { action });
	return { ...held, step, steer };
}

/** In play, up to where the first turn is due. */
function openPlay(lesson?: "brain") {
	const opened = openClass(lesson);
	const [ada, ben] = [opened.join("Ada"), opened.join("Ben")];
	for (let phase = 0; phase < 3; phase += 1) opened.steer("next");
	opened.clock.advance(READY_MS);
	return { ...opened, ada, ben };
}

/** After a first turn: the round is being explained. */
function openExplain() {
	const opened = openPlay();
	opened.session.tick();
	opened.steer("next");
	return opened;
}

test("somebody who joins is shown, and welcomed, when that is recorded", () => {
	const { step, join, say } = openClass();
	expect(step(() => say(join("Ada"), "hello", { version: 1 }))).toEqual([
		[],
		["shown: lobby", "id 1: welcome"],
	]);
});

test("a round is told and searched for when its opening is recorded", () => {
	const { step, steer, join } = openClass();
	join("Ada");
	expect(step(() => steer("next"))).toEqual([[], ["shown: brief", "a round is expected", "all: round"]]);
});

test("a turn is told when it is recorded, without commands and with one", () => {
	const { step, session, clock, ada, ask } = openPlay();
	// In the first turn two seats change hands, and with each what a score is held against.
	const expected = "a round is expected";
	expect(step(() => session.tick())).toEqual([[], ["all: turn", expected, expected]]);
	clock.advance(TURN_MS);
	ask(ada, "command", { seen: 0, command: { type: "signal", signal: "thanks" } });
	expect(step(() => session.tick())).toEqual([[], ["all: turn"]]);
});

test("a refusal waits for what came before it", () => {
	const { step, steer, ada, ask } = openExplain();
	const answer = () => ask(ada, "answer", { question: 0, choice: 0 });
	expect(step(() => [answer(), answer()])).toEqual([
		[],
		["shown: explain", "evidence is kept", `${ada.student}: refused`],
	]);
	expect(step(() => [steer("ask"), steer("ask")])).toEqual([[], ["shown: explain", "desk: refused"]]);
});

test("a round is kept and measured when its end is recorded", () => {
	const { step, steer, session } = openPlay();
	session.tick();
	expect(step(() => steer("next"))).toEqual([[], ["shown: explain", "a round of 1 turns is kept"]]);
});

test("an outcome is told after what was recorded before it", () => {
	const { step, ask, ada, measured } = openExplain();
	const outcome = {
		lesson: "parallel-work",
		seed: 1,
		part: 0,
		formula: 2,
		chips: [],
		references: [],
	} as const;
	const [before, after] = step(() => {
		ask(ada, "answer", { question: 0, choice: 0 });
		measured(outcome, undefined);
	});
	// Evidence of what is recorded, then of the answer too.
	expect(before).toEqual(["evidence is kept"]);
	expect(after).toEqual(["shown: explain", "evidence is kept", "all: outcome"]);
});

test("sheets are kept when they are recorded", () => {
	const { step, steer, ada, ask } = openExplain();
	steer("ask");
	expect(step(() => ask(ada, "probe", { sheet: [0, null, null, null, null, null] }))).toEqual([
		[],
		["shown: explain", "sheets are kept after"],
	]);
});

test("a student is told what is kept of an experiment when it is recorded", () => {
	const { step, say, ask, ada, ben } = openPlay("brain");
	say(ada, "hello", { version: 1 });
	expect(step(() => ask(ada, "sitOut", {}))).toEqual([[], ["shown: play", `${ada.student}: trials`]]);
	expect(step(() => ask(ben, "sitOut", {}))).toEqual([[], ["shown: play"]]);
});

test.each([
	[false, "removed"],
	[true, "blocked"],
])(
	"who is removed (for good: %s) is told when that is recorded, and is not heard any more",
	(block, told) => {
		const { step, ask, desk, ada, ben, session } = openExplain();
		const remove = () => ask(desk, "remove", { student: ada.student, block });
		const [before, after] = step(() => {
			remove();
			ask(ada, "answer", { question: 0, choice: 0 });
		});
		expect([before, after]).toEqual([[], ["shown: explain", `${told}: ${ada.student}`]]);
		expect(step(() => [ask(ben, "answer", { question: 0, choice: 0 }), session.arrive(ada.student)])).toEqual(
			[[], ["shown: explain", "evidence is kept", `${told}: ${ada.student}`]],
		);
		expect(session.state.students.get(ada.student)).toMatchObject({
			present: false,
			online: false,
			answers: [],
		});
	},
);

test("a class is closed, and all are dismissed, when its end is recorded", () => {
	const { step, steer, session } = openPlay();
	session.tick();
	expect(step(() => steer("end"))).toEqual([
		[],
		["shown: ended", "a round of 1 turns is kept", "CDFGHJ is closed", "all are dismissed"],
	]);
});

test("where the store fails, everything follows all the same, in its order", async () => {
	const journal = new Journal({
		log: createLog("silent"),
		now: () => 0,
		append: () => Promise.reject(new Error("disk full")),
	});
	const { heard, ask, desk, join } = openHeldClass("parallel-work", journal);
	const ada = join("Ada");
	ask(desk, "remove", { student: ada.student, block: false });
	ask(desk, "steer", { action: "end" });
	expect(heard).toEqual([]);
	await journal.close();
	expect(heard).toEqual([
		"shown: lobby",
		"shown: lobby",
		`removed: ${ada.student}`,
		"shown: ended",
		"CDFGHJ is closed",
		"all are dismissed",
	]);
});
