import { describe, expect, test } from "vitest";
import { sideKeysOf } from "#shared/lessons/kind.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { openSimulation } from "#shared/result/simulate-players.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { askerOf } from "#shared/sim/chip/batches.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { itemWords } from "../../client/play/panel/item-words.ts";
import { viewChip } from "../../client/present/chip-view.ts";
import { shareDone } from "../../client/present/hand-out.ts";
import { factsOf } from "../../client/present/task-facts.ts";
import { askable, moveInKind, toFront } from "../../client/seat/divisible-view.ts";
import { commandFor } from "../../client/seat/intents.ts";
import { viewSeat } from "../../client/seat/seat-view.ts";
import type { TaskView } from "../../client/seat/task-view.ts";

const LESSON = lessonById("asymmetric");
const SEES_ALL = { caches: "all", own: undefined } as const;
const AMP = sideKeysOf(LESSON).indexOf("amp");

function open(side: number, policy = LESSON.policies.expert): Chip {
	return openSimulation(LESSON, { cores: 5, seed: 3, level: "standard", side }, policy, 0.8);
}

const lookAt = (chip: Chip, seat: number) => viewSeat(chip, seat, [], () => "");
const handOutOf = (chip: Chip, seat: number) => {
	const { handOut } = lookAt(chip, seat);
	if (handOut === undefined) throw new Error("nothing is handed out");
	return handOut;
};

describe.each(["smp", "amp"])("jobs in batches, %s", (name) => {
	const side = sideKeysOf(LESSON).indexOf(name);

	test("a job goes from nothing to all of it done, and who hands out a batch says for how long", () => {
		const chip = open(side);
		const shares = new Map<number, number>();
		let handedOut = 0;
		for (let atNs = 0; atNs < 60 * NS_PER_PLAY_S; atNs += NS_PER_PLAY_S / 5) {
			advance(chip, atNs);
			for (const job of chip.threads.filter(({ spec }) => spec.divisible === true)) {
				const share = shareDone(chip, job, chip.nowNs);
				expect(share).toBeGreaterThanOrEqual(shares.get(job.id) ?? 0);
				expect(share).toBeLessThanOrEqual(1);
				expect(share === 1, `${share}`).toBe(job.state === "done");
				shares.set(job.id, share);
			}
			for (const { core, state, secondsLeft } of viewChip(chip, chip.nowNs, SEES_ALL).cores) {
				if (state !== "handOut") continue;
				handedOut++;
				expect(secondsLeft * NS_PER_PLAY_S).toBeCloseTo(at(chip.cores, core).nextNs - chip.nowNs, 3);
			}
		}
		expect(handedOut).toBeGreaterThan(20);
		expect([...shares.values()].filter((share) => share === 1).length).toBeGreaterThan(5);
	});

	test("numbers ask for the sizes of the core's own kind first, then for those of the other", () => {
		const chip = open(side, "wait-and-see");
		advance(chip, 20 * NS_PER_PLAY_S);
		for (const seat of [2, 4]) {
			const jobs = askable(handOutOf(chip, seat));
			expect(jobs.map(({ misfit }) => misfit)).toEqual([1, 3]);
			const pressed = (index: number) =>
				commandFor({ type: "pickNumber", index }, lookAt(chip, seat), undefined, LESSON.actions.core);
			expect([0, 3, 4, 8].map(pressed)).toEqual([
				{ type: "ask", thread: jobs[0]?.thread, count: 1 },
				{ type: "ask", thread: jobs[0]?.thread, count: 64 },
				{ type: "ask", thread: jobs[1]?.thread, count: 1 },
				undefined,
			]);
			const command = pressed(2);
			expect(command !== undefined && applyCommand(chip, seat, command).ok).toBe(true);
			// With a master it has as many as it may; without one it has begun the batch, and may ask for the next.
			expect(pressed(2) === undefined).toBe(side === AMP);
		}
	});

	test("numbers put jobs first of their kind, plus and minus move the chosen one by a place", () => {
		const chip = open(side, "wait-and-see");
		advance(chip, 40 * NS_PER_PLAY_S);
		const before = handOutOf(chip, 0);
		const kind = before.jobs[0]?.needs;
		const own = before.jobs.filter(({ needs }) => needs === kind).map(({ thread }) => thread);
		expect(own.length).toBeGreaterThan(2);
		const third = own[2] ?? -1;
		const index = before.jobs.findIndex(({ thread }) => thread === third);
		const { scheduler } = LESSON.actions;
		const command = commandFor({ type: "pickNumber", index }, lookAt(chip, 0), undefined, scheduler);
		expect(command).toEqual(toFront(before, third));
		if (command !== undefined) applyCommand(chip, 0, command);
		expect(handOutOf(chip, 0).jobs[0]).toMatchObject({ thread: third, isOpen: true });
		expect(toFront(handOutOf(chip, 0), third)).toBeUndefined();
		const choice = { thread: third, whole: false };
		const moved = commandFor({ type: "move", step: 1 }, lookAt(chip, 0), choice, scheduler);
		expect(moved).toEqual(moveInKind(handOutOf(chip, 0), third, 1));
		if (moved !== undefined) applyCommand(chip, 0, moved);
		const after = handOutOf(chip, 0).jobs.filter(({ needs }) => needs === kind);
		expect(after.slice(0, 2).map(({ thread }) => thread)).toEqual([own[0], third]);
	});
});

test("what has been asked for shows at once, and a core knows where its batch is", () => {
	const chip = open(AMP, "wait-and-see");
	advance(chip, 0);
	const [job] = askable(handOutOf(chip, 2));
	if (job === undefined) throw new Error("nothing to ask for");
	const ask = { type: "ask", thread: job.thread, count: 4 } as const;
	expect(viewSeat(chip, 2, [ask], () => "").handOut).toMatchObject({ room: 0, asked: 1 });
	applyCommand(chip, 2, ask);
	expect(handOutOf(chip, 2)).toMatchObject({ room: 0, asked: 1 });
	expect(handOutOf(chip, 1).room).toBe(0);
	advance(chip, NS_PER_PLAY_S);
	expect(handOutOf(chip, 2)).toMatchObject({ room: 1, asked: 0 });
});

describe("a job is called by what is in it and what that needs, anything else by its length", () => {
	const saidOf = (items: TaskView["items"]) => itemWords({ items, lengthS: 3.3 }).replaceAll("\u00a0", " ");

	test("in words", () => {
		expect(saidOf({ count: 24, eachS: 0.4, needs: ["cpu"] })).toBe("24 × 0.4 s · cpu");
		expect(saidOf({ count: 6, eachS: 0.04, needs: [] })).toBe("6 × 0.04 s");
		expect(saidOf(undefined)).toBe("3.3 s");
	});

	test.each([0, 1])("as the lesson's scenario says, side %i", (side) => {
		const chip = open(side);
		advance(chip, 60 * NS_PER_PLAY_S);
		const told = chip.threads.map((thread) => ({ thread, items: factsOf(chip, thread).items }));
		const isBatch = ({ thread }: (typeof told)[number]) => askerOf(thread) !== undefined;
		for (const { thread, items } of told.filter((each) => !isBatch(each)))
			expect(items?.needs).toEqual([thread.spec.needs]);
		const batches = told.filter(isBatch);
		expect(batches.length).toBeGreaterThan(20);
		for (const { thread, items = { count: 0, eachS: 0 } } of batches)
			expect(items.count * items.eachS).toBeCloseTo(thread.taskWorkNs / NS_PER_PLAY_S, 6);
	});
});
