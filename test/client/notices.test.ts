import { expect, test } from "vitest";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { machineWords } from "../../client/i18n/words.ts";
import type { RoomSnapshot, StudentSnapshot } from "../../client/net/room-snapshot.ts";
import { isOf, isOver, watchFrames } from "../../client/play/use-notices.ts";
import { botChip, richScenario } from "./rich-scenario.ts";

test("what is refused of a round that has ended is not said over its result; what else is refused is", () => {
	for (const of of ["command", "hint"] as const) {
		expect(isOver(of, "play")).toBe(false);
		expect(isOver(of, "explain")).toBe(true);
	}
	expect(isOver("predict", "play")).toBe(false);
	expect(isOver("answer", "explain")).toBe(false);
});

test("a notice goes with its phase, and with its round where another follows at once", () => {
	const notice = { phase: "play", round: "one" } as const;
	expect(isOf(notice, { phase: "play", round: "one" })).toBe(true);
	expect(isOf(notice, { phase: "explain", round: "one" })).toBe(false);
	expect(isOf(notice, { phase: "play", round: "two" })).toBe(false);
	expect(isOf(notice, undefined)).toBe(false);
});

test("every round has its own news: the second part tells again what the first told, and nothing of the first", () => {
	const chip = botChip(richScenario());
	const said: string[] = [];
	let round = "one";
	const session = {
		me: { chip: 0, seat: 1 } as StudentSnapshot,
		room: { get: () => ({ phase: "play", round }) as RoomSnapshot, subscribe: () => () => undefined },
	};
	const watch = watchFrames(session, (text) => said.push(text));
	const log = { header: { chips: [] }, commands: [] } as unknown as Parameters<typeof watch>[1]["log"];
	const see = (id: string, atS: number, isStuck: boolean) =>
		watch(
			{ events: [], applied: [] },
			{ id, log, chip: () => ({ ...chip, nowNs: atS * NS_PER_PLAY_S, isStuck }) },
		);
	see("one", 20, false);
	see("one", 60, true);
	expect(said).toEqual([machineWords.news.stuck]);
	see("one", 70, false);
	round = "two";
	see("one", 80, true);
	expect(said.length, "the first part is over").toBe(1);
	see("two", 11, true);
	expect(said.length, "it was so when one looked").toBe(1);
	see("two", 15, false);
	see("two", 20, true);
	expect(said).toEqual([machineWords.news.stuck, machineWords.news.stuck]);
});
