import { describe, expect, test } from "vitest";
import { sideKeysOf } from "#shared/lessons/kind.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { openSimulation } from "#shared/result/simulate-players.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import type { Chip, ReadonlyThread } from "#shared/sim/chip/chip.ts";
import { itemWords } from "../../client/play/panel/item-words.ts";
import { viewChip } from "../../client/present/chip-view.ts";
import { handOutNs, shareDone } from "../../client/present/hand-out.ts";
import { factsOf } from "../../client/present/task-facts.ts";
import { choosableTask, openTasks } from "../../client/seat/choice.ts";
import { commandFor } from "../../client/seat/intents.ts";
import { viewSeat } from "../../client/seat/seat-view.ts";
import type { TaskView } from "../../client/seat/task-view.ts";

const LESSON = lessonById("asymmetric");
const SEES_ALL = { caches: "all", own: undefined } as const;

function open(side: number): Chip {
	return openSimulation(LESSON, { cores: 5, seed: 3, level: "standard", side }, LESSON.policies.expert, 0.8);
}

const isDivided = ({ spec }: ReadonlyThread) => spec.program.some(({ type }) => type === "delegate");
const lookAt = (chip: Chip) => viewSeat(chip, 0, [], () => "");

describe.each(["smp", "amp"])("lots that are cut, %s", (name) => {
	const side = sideKeysOf(LESSON).indexOf(name);

	test("a job is handed out from nothing to all, in the time that its way takes", () => {
		const chip = open(side);
		const shares = new Map<number, number>();
		let whole = 0;
		for (let atNs = 0; atNs < 60 * NS_PER_PLAY_S; atNs += NS_PER_PLAY_S / 5) {
			advance(chip, atNs);
			const view = viewChip(chip, chip.nowNs, SEES_ALL);
			for (const { core, state, secondsLeft } of view.cores) {
				const thread = chip.threads[at(chip.cores, core).thread];
				if (thread === undefined || !isDivided(thread)) continue;
				const share = shareDone(chip, thread, chip.nowNs);
				expect(share).toBeGreaterThanOrEqual(shares.get(thread.id) ?? 0);
				expect(share).toBeLessThanOrEqual(1);
				const wholeS = handOutNs(thread.spec.program) / NS_PER_PLAY_S;
				expect(secondsLeft).toBeCloseTo((1 - share) * wholeS, 6);
				if (state === "handOut") shares.set(thread.id, share);
			}
			whole = chip.threads.filter((thread) => isDivided(thread) && thread.state === "done").length;
		}
		expect(whole).toBeGreaterThan(2);
		expect([...shares.values()].filter((share) => share > 0.5).length).toBeGreaterThan(2);
		for (const thread of chip.threads.filter((each) => isDivided(each) && each.state === "done")) {
			const tookNs = thread.finishNs - thread.startNs;
			expect(tookNs).toBeGreaterThanOrEqual(handOutNs(thread.spec.program));
		}
	});

	test("the scheduler sees every job that has not begun, says with W how it is cut, and what that costs", () => {
		const chip = open(side);
		let seen = 0;
		for (let atNs = 0; atNs < 60 * NS_PER_PLAY_S; atNs += NS_PER_PLAY_S) {
			advance(chip, atNs);
			const task = choosableTask(lookAt(chip), undefined);
			const waiting = chip.threads.filter(
				(thread) =>
					isDivided(thread) &&
					(chip.shared.includes(thread.id) || chip.cores.some(({ queue }) => queue.includes(thread.id))),
			);
			expect(new Set(openTasks(lookAt(chip)).map(({ thread }) => thread))).toEqual(
				new Set(waiting.map(({ id }) => id)),
			);
			if (task === undefined) continue;
			seen++;
			expect(task.kind).toBe("dividing");
			expect(new Set(task.ways.map(({ lengthS }) => lengthS)).size).toBeGreaterThan(1);
			const command = commandFor({ type: "nextWay" }, lookAt(chip), undefined, LESSON.actions.scheduler);
			expect(command).toMatchObject({ type: "choose", thread: task.thread });
			if (command === undefined) continue;
			expect(applyCommand(chip, 0, command).ok).toBe(true);
			const after = openTasks(lookAt(chip)).find(({ thread }) => thread === task.thread);
			expect(after?.way).toBe((task.way + 1) % task.ways.length);
			expect(after?.lengthS).toBe(task.ways[after?.way ?? 0]?.lengthS);
		}
		expect(seen).toBeGreaterThan(3);
	});
});

test("what a core takes without choosing is something that it can do", () => {
	const chip = open(1);
	let taken = 0;
	let unfit = 0;
	for (let atNs = 0; atNs < 60 * NS_PER_PLAY_S; atNs += NS_PER_PLAY_S) {
		advance(chip, atNs);
		for (const seat of [2, 3, 4, 5]) {
			const view = viewSeat(chip, seat, [], () => "");
			const command = commandFor({ type: "take" }, view, undefined, LESSON.actions.core);
			if (command === undefined) {
				if (view.shared.length > 0) unfit++;
				continue;
			}
			taken++;
			expect(applyCommand(chip, seat, command).ok).toBe(true);
		}
	}
	expect(taken).toBeGreaterThan(10);
	expect(unfit).toBeGreaterThan(0);
});

test("a mark shows what no more than half of the cores can do, and never a job", () => {
	for (const side of [0, 1]) {
		const chip = open(side);
		const marked = new Set<string>();
		for (let atNs = 0; atNs < 60 * NS_PER_PLAY_S; atNs += NS_PER_PLAY_S) {
			advance(chip, atNs);
			for (const { thread, rare, kind } of viewChip(chip, chip.nowNs, SEES_ALL).tokens) {
				const { needs } = at(chip.threads, thread).spec;
				expect(rare).toBe(needs === "dsp");
				if (rare) marked.add(kind);
			}
		}
		expect([...marked]).toEqual(["parallel"]);
	}
});

describe("a job is called by what is in it and what that needs, anything else by its length", () => {
	const saidOf = (items: TaskView["items"]) => itemWords({ items, lengthS: 3.3 }).replaceAll("\u00a0", " ");

	test("in words", () => {
		expect(saidOf({ count: 24, eachS: 0.4, needs: ["cpu", "dsp"] })).toBe("24 × 0.4 s · cpu · dsp");
		expect(saidOf({ count: 6, eachS: 0.04, needs: [] })).toBe("6 × 0.04 s");
		expect(saidOf(undefined)).toBe("3.3 s");
	});

	test.each([0, 1])("as the lesson's scenario says, side %i", (side) => {
		const chip = open(side);
		advance(chip, 60 * NS_PER_PLAY_S);
		const told = chip.threads.map((thread) => ({ thread, items: factsOf(chip, thread).items }));
		const jobs = told.filter(({ thread }) => isDivided(thread));
		expect(jobs.length).toBeGreaterThan(5);
		for (const { items } of jobs) {
			expect(items?.count).toBeGreaterThan(1);
			expect([["cpu"], ["dsp"], ["cpu", "dsp"]]).toContainEqual(items?.needs);
		}
		const batches = told.filter(({ thread, items }) => !isDivided(thread) && items !== undefined);
		expect(batches.length).toBeGreaterThan(5);
		for (const { thread, items = { count: 0, eachS: 0, needs: [] } } of batches) {
			expect(items.needs).toEqual([thread.spec.needs]);
			expect(items.count * items.eachS).toBeCloseTo(thread.workNs / NS_PER_PLAY_S, 6);
		}
		// What a core still has to do at the start is one piece.
		for (const { items } of told.slice(0, chip.cores.length)) expect(items).toBeUndefined();
	});
});
