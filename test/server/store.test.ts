import { expect, onTestFinished, test } from "vitest";
import { lessonById } from "#shared/lessons/table.ts";
import { measureRound } from "#shared/result/measure-round.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import type { PlayedRound, StudentEvidence } from "../../server/store/round-row.ts";
import { openStore, type Store } from "../../server/store/store.ts";
import { createDataFolder } from "./test-server.ts";

async function openTestStore(folder = createDataFolder()): Promise<Store> {
	const store = await openStore(folder);
	onTestFinished(() => store.close());
	await store.teachers.ensure("owner", "owner", 1);
	return store;
}

function playedRound(id: string, playedMs: number): PlayedRound {
	const header = createRoundHeader(lessonById("parallel-work"), 7, 1, (_chip, seat) => seat === 1);
	return {
		id,
		playedMs,
		code: "K7MF4W",
		teacher: "owner",
		log: { header, commands: [{ turn: 3, chip: 0, seat: 1, command: { type: "yield" } }], turns: 20 },
		seats: [[null, "Ada", null, null, null]],
		predictions: [{ name: "Ada", value: 3.5 }],
		teams: [1],
		outcome: undefined,
		experiment: undefined,
		evidence: [],
	};
}

/** A round as it is found again: with its lesson. */
function found(round: ReturnType<typeof playedRound>) {
	return { ...round, lesson: round.log.header.lesson };
}

test("a round comes back as it was saved, and saving it again changes nothing", async () => {
	const store = await openTestStore();
	const round = playedRound("r1", 100);
	await store.rounds.save(round);
	await store.rounds.save({ ...round, playedMs: 999 });
	expect(await store.rounds.find("r1")).toEqual(found(round));
	const outcome = measureRound(presentRound(round.log));
	await store.rounds.setOutcome("r1", outcome);
	expect((await store.rounds.find("r1"))?.outcome).toEqual(outcome);
});

test("rounds are listed by teacher, newest first", async () => {
	const store = await openTestStore();
	await store.teachers.ensure("other", "other", 1);
	await store.rounds.save(playedRound("old", 100));
	await store.rounds.save(playedRound("new", 200));
	await store.rounds.save({ ...playedRound("foreign", 300), teacher: "other" });
	expect((await store.rounds.list("owner")).map(({ id }) => id)).toEqual(["new", "old"]);
});

const ADA: StudentEvidence = {
	name: "Ada",
	role: "core",
	decisions: 12,
	played: 0.9,
	concepts: [
		{ concept: "balance", arose: 4, taken: 4, expected: 1, seen: true, used: true, explained: null },
	],
};

test("what students showed is kept beside the round, and only its latest state", async () => {
	const store = await openTestStore();
	await store.rounds.save(playedRound("r1", 100));
	await store.rounds.setEvidence("r1", [ADA]);
	const explained = { ...ADA, concepts: ADA.concepts.map((shown) => ({ ...shown, explained: true })) };
	await store.rounds.setEvidence("r1", [explained]);
	expect((await store.rounds.find("r1"))?.evidence).toEqual([explained]);
});

test("names fall away from old rounds, and old events go, the rest stays", async () => {
	const store = await openTestStore();
	await store.rounds.save(playedRound("old", 100));
	await store.rounds.setEvidence("old", [ADA]);
	await store.rounds.save(playedRound("new", 300));
	await store.journal.append([
		{ code: "A", sequence: 0, atMs: 100, event: "{}" },
		{ code: "A", sequence: 1, atMs: 300, event: "{}" },
	]);
	await store.rounds.forgetNames(200);
	await store.journal.forget(200);
	const old = await store.rounds.find("old");
	expect(old?.seats).toEqual([[null, "", null, null, null]]);
	expect(old?.predictions).toEqual([{ name: "", value: 3.5 }]);
	expect(old?.evidence).toEqual([{ ...ADA, name: "" }]);
	expect(await store.rounds.find("new")).toEqual(found(playedRound("new", 300)));
	expect((await store.journal.read("A")).map(({ sequence }) => sequence)).toEqual([1]);
});

test("events come back in order; appending them again changes nothing; many are all or none", async () => {
	const store = await openTestStore();
	const rows = Array.from({ length: 12_000 }, (_, sequence) => ({
		sequence,
		code: "A",
		atMs: 1,
		event: `{"n":${sequence}}`,
	}));
	await store.journal.append(rows);
	await store.journal.append(rows.slice(0, 2).map((row) => ({ ...row, event: "other" })));
	const read = await store.journal.read("A");
	expect(read.length).toBe(12_000);
	expect(read.every(({ sequence, event }) => event === `{"n":${sequence}}`)).toBe(true);
});

test("what is saved is there after the store was closed and opened again", async () => {
	const folder = createDataFolder();
	const first = await openStore(folder);
	await first.teachers.ensure("owner", "owner", 1);
	await first.classes.add({ code: "K7MF4W", teacher: "owner", openedMs: 5, endedMs: null });
	await first.close();
	const second = await openTestStore(folder);
	expect(await second.classes.listOpen()).toEqual([
		{ code: "K7MF4W", teacher: "owner", openedMs: 5, endedMs: null },
	]);
	await second.classes.end("K7MF4W", 9);
	expect(await second.classes.listOpen()).toEqual([]);
	expect((await second.classes.find("K7MF4W"))?.endedMs).toBe(9);
});

test("a statement that fails rejects, and the next one works", async () => {
	const store = await openTestStore();
	const row = { code: "K7MF4W", teacher: "nobody", openedMs: 5, endedMs: null };
	await expect(store.classes.add(row)).rejects.toThrow(/FOREIGN KEY/);
	await store.classes.add({ ...row, teacher: "owner" });
	expect((await store.classes.listOpen()).length).toBe(1);
});
