import { describe, expect, test } from "vitest";
import { loadBalancing } from "#shared/lessons/load-balancing.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { stealCandidateOf } from "#shared/policies/parts/moves.ts";
import { openSimulation } from "#shared/result/simulate-players.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { cloneChip } from "#shared/sim/chip/clone.ts";
import { sayAdvice } from "../../client/play/say-advice.ts";
import { dealTo, step, touch } from "../../client/seat/choice.ts";
import { learnedNow, nextMark } from "../../client/seat/coach.ts";
import { commandFor } from "../../client/seat/intents.ts";
import { viewSeat } from "../../client/seat/seat-view.ts";

const { scheduler, core } = loadBalancing.actions;

/** The lesson after its first burst, in which nobody moves anything. */
function burstChip(seconds = 3): Chip {
	const setup = { cores: 4, seed: 1, level: "standard", side: 0 } as const;
	const chip = openSimulation(loadBalancing, setup, "stay-home", 0.5);
	advance(chip, seconds * NS_PER_PLAY_S);
	return chip;
}

const look = (chip: Chip, seat: number) => viewSeat(chip, seat, [], () => "");

describe("a scheduler who moves what waits at cores", () => {
	test("J goes through the queues, core by core, K back, and round", () => {
		const view = look(burstChip(), 0);
		const waiting = view.peers.flatMap(({ queue }) => queue.map(({ thread }) => thread));
		expect(waiting.length).toBeGreaterThan(4);
		let choice = step(view, undefined, 1, false);
		for (const thread of [...waiting, numberAt(waiting, 0)]) {
			expect(choice).toEqual({ thread, whole: false });
			choice = step(view, choice, 1, false);
		}
		expect(step(view, { thread: numberAt(waiting, 0), whole: false }, -1, false)?.thread).toBe(
			waiting.at(-1),
		);
	});

	test("touching a task that waits at a core picks it, touching it again undoes that", () => {
		const view = look(burstChip(), 0);
		const { thread } = at(
			view.peers.flatMap(({ queue }) => queue),
			2,
		);
		const once = touch(view, undefined, thread, false);
		expect(once).toEqual({ thread, whole: false });
		expect(touch(view, once, thread, false)).toBeUndefined();
	});

	test("a digit moves the chosen task to the end of that core's queue, and the chip agrees", () => {
		const chip = burstChip();
		const view = look(chip, 0);
		const from = at(
			view.peers.filter(({ queue }) => queue.length > 1),
			0,
		);
		const to = at(
			view.peers.filter((peer) => peer.core !== from.core),
			0,
		);
		const choice = { thread: at(from.queue, 1).thread, whole: false };
		const command = commandFor({ type: "pickNumber", index: to.core }, view, choice, scheduler);
		expect(command).toEqual({ type: "plan", thread: choice.thread, core: to.core, position: to.planned });
		if (command !== undefined) expect(applyCommand(chip, 0, command).ok).toBe(true);
		expect(at(chip.cores, to.core).queue.at(-1)).toBe(choice.thread);
	});

	test("without a choice there is nothing to send", () => {
		expect(dealTo(look(burstChip(), 0), undefined, 1, scheduler)).toBeUndefined();
	});

	test("moving is taught once there is a queue to move from, until it was done", () => {
		const view = look(burstChip(), 0);
		const before = { ...view, peers: view.peers.map((peer) => ({ ...peer, planned: 1 })) };
		expect(nextMark(before, scheduler, new Set())).toBeUndefined();
		expect(nextMark(view, scheduler, new Set())).toBe("move");
		const learned = learnedNow(view, { commands: new Set(["plan"]), hasChosen: true });
		expect(nextMark(view, scheduler, new Set(learned))).toBeUndefined();
	});

	test("what waits at a core is said to be moved, what nobody has is dealt", () => {
		const chip = burstChip();
		const thread = at(
			look(chip, 0).peers.flatMap(({ queue }) => queue),
			0,
		).thread;
		const command = { type: "plan", thread, core: 1, position: 0 } as const;
		expect(sayAdvice(chip, 0, { command, reason: undefined })).toMatch(/^Move the .* task to C2\.$/);
		expect(sayAdvice(chip, 0, { command, reason: undefined, from: -1 })).toMatch(
			/^Deal the .* task to C2\.$/,
		);
	});
});

describe("a core that may steal", () => {
	test("sees of each neighbour the task that it would get, and what that would load here", () => {
		const chip = burstChip();
		for (const { core: from, stealCandidate, loadS } of look(chip, 1).peers) {
			const thread = stealCandidateOf(chip, from, 0);
			expect(stealCandidate?.lengthS).toBe(thread && thread.workNs / NS_PER_PLAY_S);
			if (stealCandidate === undefined) continue;
			expect(loadS).toBeGreaterThanOrEqual(stealCandidate.lengthS);
			expect(stealCandidate.data).toBe(thread?.spec.name);
			expect(stealCandidate.loadsS).toBeGreaterThan(0);
			const after = cloneChip(chip);
			expect(applyCommand(after, 1, { type: "steal", from }).ok).toBe(true);
			expect(at(after.cores, 0).queue[0] ?? at(after.cores, 0).thread).toBe(thread?.id);
		}
	});

	test("S takes from the neighbour with most seconds of work, and from nobody where none has any", () => {
		const chip = burstChip();
		const view = look(chip, 1);
		const most = Math.max(
			...view.peers.flatMap(({ stealCandidate, loadS }) => (stealCandidate === undefined ? [] : [loadS])),
		);
		const command = commandFor({ type: "stealMost" }, view, undefined, core);
		expect(view.peers.find((peer) => command?.type === "steal" && peer.core === command.from)?.loadS).toBe(
			most,
		);
		const none = { ...view, peers: view.peers.map((peer) => ({ ...peer, stealCandidate: undefined })) };
		expect(commandFor({ type: "stealMost" }, none, undefined, core)).toBeUndefined();
	});
});
