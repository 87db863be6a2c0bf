import { expect, test } from "vitest";
import { LESSONS } from "#shared/lessons/table.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { DOWN_TYPES, readMessage } from "../../client/net/read-message.ts";

test.each(LESSONS.map(({ id }) => id))("a round of %s is read as it was sent", (id) => {
	const lesson = LESSONS.find((one) => one.id === id) ?? LESSONS[0];
	if (lesson === undefined) throw new Error("no lessons");
	const header = createRoundHeader(lesson, 7, 3, (_chip, seat) => seat === 1);
	const round = { id: "r1", log: { header, commands: [], turns: 3 } };
	expect(readMessage("round", JSON.parse(JSON.stringify(round)))).toEqual({ ok: true, value: round });
});

test("a turn is read as it was sent, with or without commands", () => {
	for (const turn of [{ n: 3 }, { n: 4, c: [[0, 1, 5]], k: [7, 8] }])
		expect(readMessage("turn", turn)).toEqual({ ok: true, value: turn });
});

test.each([
	["of another type", { n: "3" }],
	["with something more", { n: 3, more: 1 }],
	["that is empty", undefined],
])("a turn %s is none", (_what, turn) => {
	expect(readMessage("turn", turn)).toEqual({ ok: false, reason: "unreadable" });
});

test("every type of message refuses what it is not", () => {
	for (const type of DOWN_TYPES) expect(readMessage(type, { strange: 1 }).ok, type).toBe(false);
});
