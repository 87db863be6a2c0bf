import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { KeptRounds } from "../../client/net/kept-rounds.ts";
import { recallRounds } from "../../client/net/round-memory.ts";
import { forgetSeat } from "../../client/net/seat-memory.ts";

const stored = new Map<string, string>();

/** What a tab remembers over reloads. */
beforeEach(() =>
	vi.stubGlobal("sessionStorage", {
		getItem: (key: string) => stored.get(key) ?? null,
		setItem: (key: string, value: string) => stored.set(key, value),
		removeItem: (key: string) => stored.delete(key),
	}),
);
afterEach(() => {
	stored.clear();
	vi.unstubAllGlobals();
});

const CODE = "K7MF4W";
const HINT = { round: "two", turn: 90, command: { type: "steal", from: 1 }, text: "Steal." } as const;

function played(lesson: LessonId, seed: number): RoundLog {
	const header = createRoundHeader(lessonById(lesson), seed, 1, (_, seat) => seat === 1);
	const command = { turn: 3, chip: 0, seat: 1, command: { type: "yield" as const } };
	return { header, commands: [command], turns: 8 };
}

test("the first play of a round is there in the second, and after a reload in the middle of it", async () => {
	const first = played("locks", 3);
	const page = new KeptRounds(CODE, true);
	page.begin(first.header, undefined);
	expect(page.earlier.get()).toBeUndefined();
	page.begin(first.header, first);
	expect(page.earlier.get()).toEqual(first);
	page.keepHint(HINT);
	await vi.waitFor(() => expect(stored.size).toBe(1));

	const reloaded = new KeptRounds(CODE, true);
	reloaded.begin(first.header, undefined);
	await vi.waitFor(() => expect(reloaded.earlier.get()).toEqual(first));
	expect(reloaded.hintOf("two")).toEqual(HINT);
	expect(reloaded.hintOf("three")).toBeUndefined();
	reloaded.begin(played("locks", 4).header, undefined);
	expect(reloaded.earlier.get()).toBeUndefined();
});

test("what an earlier version of the simulation played is no earlier play of a round", () => {
	const { header, ...rest } = played("locks", 3);
	const page = new KeptRounds(CODE, true);
	page.begin(header, { ...rest, header: { ...header, simVersion: header.simVersion - 1 } });
	expect(page.earlier.get()).toBeUndefined();
	page.begin(header, { ...rest, header });
	expect(page.earlier.get()).toBeDefined();
});

test("of many rounds the newest are kept, and all is dropped with the seat", async () => {
	const page = new KeptRounds(CODE, true);
	for (const seed of [1, 2, 3]) page.begin(played("locks", seed + 1).header, played("locks", seed));
	await vi.waitFor(() => expect(stored.size).toBe(1));
	expect((await recallRounds(CODE)).played.map(({ header }) => header.seed)).toEqual([2, 3]);
	forgetSeat(CODE);
	expect(stored.size).toBe(0);
	expect(await recallRounds(CODE)).toEqual({ played: [] });
});

test("what somebody edited by hand counts as nothing", async () => {
	for (const text of ["{", "[]", '{"played":[1]}', '{"played":[],"hint":{"round":"two"}}']) {
		stored.set(`coretet:rounds:${CODE}`, text);
		expect(await recallRounds(CODE)).toEqual({ played: [] });
	}
});

test("desk and projector keep nothing", async () => {
	const desk = new KeptRounds(CODE, false);
	desk.begin(played("locks", 1).header, undefined);
	await Promise.resolve();
	expect(stored.size).toBe(0);
});

test("the first part of a round is there in its second, and after a reload in the middle of it", async () => {
	const first = played("processes-threads", 3);
	const { header } = first;
	const second = { ...header, part: 1 as const };
	const page = new KeptRounds(CODE, true);
	page.begin(header, undefined);
	page.begin(second, first);
	expect(page.first.get()).toEqual(first);
	await vi.waitFor(() => expect(stored.size).toBe(1));
	const reloaded = new KeptRounds(CODE, true);
	reloaded.begin(second, undefined);
	await vi.waitFor(() => expect(reloaded.first.get()).toEqual(first));

	// Played again, each part has that of its own play.
	page.begin(header, { header: second, commands: [], turns: 8 });
	expect(page.first.get()).toBeUndefined();
	const again = { ...first, commands: [] };
	page.begin(second, again);
	expect(page.first.get()).toEqual(again);
});

test("who comes in the second part has no first one, nor is one of another seed", () => {
	const { header, ...rest } = played("processes-threads", 3);
	const second = { ...header, part: 1 as const };
	const late = new KeptRounds(CODE, true);
	late.begin(second, undefined);
	expect(late.first.get()).toBeUndefined();
	late.begin(second, { header: { ...header, seed: 4 }, ...rest });
	expect(late.first.get()).toBeUndefined();
});
