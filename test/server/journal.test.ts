import { expect, onTestFinished, test, vi } from "vitest";
import type { ClassEvent } from "#shared/class/class-event.ts";
import { Journal } from "../../server/journal/journal.ts";
import { createLog } from "../../server/log.ts";
import type { JournalRow } from "../../server/store/journal-records.ts";
import { openStore } from "../../server/store/store.ts";
import { playTurns, startPlay } from "./lesson-play.ts";
import { join } from "./test-client.ts";
import { createDataFolder, openClass, signIn, startTestServer } from "./test-server.ts";

const event: ClassEvent = { turn: 0, type: "turned" };
const log = createLog("silent");

function createGate() {
	let resolveGate: (() => void) | undefined;
	const gate = new Promise<void>((resolve) => {
		resolveGate = resolve;
	});
	return { gate, open: () => resolveGate?.() };
}

test("nobody is told before the commit", async () => {
	const { gate, open } = createGate();
	const order: string[] = [];
	const journal = new Journal({
		log,
		now: () => 0,
		append: async () => {
			await gate;
			order.push("committed");
		},
	});
	journal.record("A", 0, [event], () => order.push("told"));
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(order).toEqual([]);
	open();
	await journal.close();
	expect(order).toEqual(["committed", "told"]);
});

test("what comes in during a commit goes with the next one, of all classes together, and is told in order", async () => {
	const commits: number[] = [];
	const told: string[] = [];
	const journal = new Journal({
		log,
		now: () => 0,
		append: async (rows) => {
			commits.push(rows.length);
			await new Promise((resolve) => setTimeout(resolve, 5));
		},
	});
	journal.record("A", 0, [event], () => {
		told.push("A0");
		journal.record("A", 2, [event], () => told.push("A2"));
		journal.record("B", 1, [], () => told.push("B nothing"));
		journal.record("C", 0, [event, event], () => told.push("C0"));
	});
	journal.record("B", 0, [event], () => told.push("B0"));
	await journal.close();
	expect(commits).toEqual([2, 3]);
	expect(told).toEqual(["A0", "B0", "A2", "B nothing", "C0"]);
});

test("where there is nothing to record and nothing before it, it is told at once", () => {
	let told = false;
	new Journal({ log, now: () => 0, append: () => Promise.resolve() }).record("A", 0, [], () => {
		told = true;
	});
	expect(told).toBe(true);
});

test("if the store fails, everyone is told all the same, and the events are saved when it is back", async () => {
	const saved: JournalRow[] = [];
	let broken = true;
	const journal = new Journal({
		log,
		now: () => 0,
		append: async (rows) => {
			if (broken) throw new Error("disk full");
			saved.push(...rows);
		},
	});
	const told: number[] = [];
	journal.record("A", 0, [event], () => told.push(0));
	await new Promise((resolve) => setTimeout(resolve, 10));
	journal.record("A", 1, [event], () => told.push(1));
	await new Promise((resolve) => setTimeout(resolve, 10));
	expect(told).toEqual([0, 1]);
	expect(journal.unsaved).toBe(true);
	broken = false;
	await journal.close();
	expect(saved.map(({ sequence }) => sequence)).toEqual([0, 1]);
	expect(journal.unsaved).toBe(false);
});

test("a store that hangs holds turns up for less than a second", async () => {
	vi.useFakeTimers();
	onTestFinished(() => void vi.useRealTimers());
	const { gate, open } = createGate();
	const saved: number[] = [];
	const journal = new Journal({
		log,
		now: () => 0,
		append: async (rows) => {
			await gate;
			saved.push(...rows.map(({ sequence }) => sequence));
		},
	});
	const told: number[] = [];
	journal.record("A", 0, [event], () => {
		told.push(0);
		journal.record("A", 1, [event], () => told.push(1));
	});
	await vi.advanceTimersByTimeAsync(100);
	expect(told).toEqual([]);
	await vi.advanceTimersByTimeAsync(899);
	expect(told).toEqual([0, 1]);
	open();
	await vi.advanceTimersByTimeAsync(10);
	await journal.close();
	expect(saved).toEqual([0, 1]);
});

test("a class plays on when its store dies in the middle", async () => {
	const dataFolder = createDataFolder();
	const store = await openStore(dataFolder);
	const server = await startTestServer({ dataFolder, store });
	const session = await signIn(server);
	const code = await openClass(server, session);
	const desk = await join(server, { code, role: "desk" }, session);
	const ada = await join(server, { code, name: "Ada" });
	await startPlay(server, desk);
	await playTurns(server, [ada, desk], 4);
	store.journal.append = () => Promise.reject(new Error("gone"));
	await playTurns(server, [ada, desk], 8);
	expect(ada.turnsTold).toBe(12);
});
