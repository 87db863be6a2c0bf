import { expect, test } from "vitest";
import { Commitments } from "../../client/net/commitments.ts";

function shown({ predicted, answered, probed }: Commitments) {
	return [predicted.get(), answered.get(), probed.get()];
}

test("what is sent is shown at once, over what the server told", () => {
	const commitments = new Commitments();
	commitments.told({ predicted: 2, skipped: false, answered: [1], probed: undefined });
	commitments.sent(1, { type: "predict", value: 3 });
	commitments.sent(2, { type: "answer", question: 2, choice: 0 });
	commitments.sent(3, { type: "probe", moment: "before" });
	expect(shown(commitments)).toEqual([3, [1, null, 0], "before"]);
});

test.each<[string, readonly number[], number | null]>([
	["none", [], 4],
	["the last", [3], 3],
	["the first", [1], 4],
	["the middle one, then the last", [2, 3], 2],
	["all, in the order in which they were sent", [1, 2, 3], null],
	["one twice", [3, 3], 3],
	["one that was never sent", [9], 4],
])("of three predictions refused: %s; the last that stands is shown", (_which, refused, value) => {
	const commitments = new Commitments();
	for (const id of [1, 2, 3]) commitments.sent(id, { type: "predict", value: id + 1 });
	for (const id of refused) commitments.refused(id);
	expect(commitments.predicted.get()).toBe(value);
});

test("a second answer to a question that is refused leaves the first, and the other questions", () => {
	const commitments = new Commitments();
	commitments.sent(1, { type: "answer", question: 0, choice: 1 });
	commitments.sent(2, { type: "answer", question: 0, choice: 2 });
	commitments.sent(3, { type: "answer", question: 1, choice: 0 });
	commitments.refused(2);
	expect(commitments.answered.get()).toEqual([1, 0]);
});

test("on coming back the server's word holds, and a refusal from before takes nothing from it", () => {
	const commitments = new Commitments();
	commitments.sent(1, { type: "predict", value: 3 });
	commitments.told({ predicted: 2, skipped: false, answered: [], probed: undefined });
	commitments.refused(1);
	expect(commitments.predicted.get()).toBe(2);
});

test("another lesson begins with nothing, and a sheet that was handed in stays so", () => {
	const commitments = new Commitments();
	commitments.told({ predicted: 2, skipped: false, answered: [1], probed: "before" });
	commitments.sent(1, { type: "predict", value: 3 });
	commitments.turnPage();
	expect(shown(commitments)).toEqual([null, [], "before"]);
});

test("giving no prediction is a decision, which a number replaces and a refusal takes back", () => {
	const commitments = new Commitments();
	const decided = () => [commitments.predicted.get(), commitments.skipped.get()];
	expect(decided()).toEqual([null, false]);
	commitments.sent(1, { type: "predict", value: null });
	expect(decided()).toEqual([null, true]);
	commitments.sent(2, { type: "predict", value: 4 });
	expect(decided()).toEqual([4, false]);
	commitments.refused(2);
	expect(decided()).toEqual([null, true]);
	commitments.turnPage();
	expect(decided()).toEqual([null, false]);
});
