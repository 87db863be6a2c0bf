import { expect, test } from "vitest";
import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { choose, chosenOf, listOf, move } from "../../client/teach/lesson-list.ts";

test("chosen lessons come first in their order, and every other lesson once behind them", () => {
	const order = listOf(["locks", "amdahl"]);
	expect(chosenOf(order)).toEqual(["locks", "amdahl"]);
	expect(order.map(({ id }) => id).sort()).toEqual([...LESSON_IDS].sort());
});

test("a lesson that is not chosen any more keeps its place", () => {
	const order = choose(listOf(["locks", "amdahl"]), "locks", false);
	expect(order.slice(0, 2)).toEqual([
		{ id: "locks", chosen: false },
		{ id: "amdahl", chosen: true },
	]);
	expect(chosenOf(choose(order, "locks", true))).toEqual(["locks", "amdahl"]);
});

test("a lesson moves by one place, and the others keep their order", () => {
	const order = listOf(["locks", "amdahl", "brain"]);
	expect(chosenOf(move(order, 2, -1))).toEqual(["locks", "brain", "amdahl"]);
	expect(chosenOf(move(order, 0, 1))).toEqual(["amdahl", "locks", "brain"]);
});
