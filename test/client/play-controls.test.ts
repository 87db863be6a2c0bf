import { describe, expect, test } from "vitest";
import { at, numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { cloneChip } from "#shared/sim/chip/clone.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { dealTo, step, touch } from "../../client/seat/choice.ts";
import { learnedNow, nextMark } from "../../client/seat/coach.ts";
import { viewDealing } from "../../client/seat/dealing.ts";
import { commandFor, intentOfKey } from "../../client/seat/intents.ts";
import { viewModes } from "../../client/seat/modes.ts";
import { createPromptGate, mayPrompt } from "../../client/seat/prompt-gate.ts";
import { viewSeat } from "../../client/seat/seat-view.ts";
import { peopleChip, richScenario } from "./rich-scenario.ts";

const DEALER: readonly Command["type"][] = ["deal", "take", "plan", "order"];
const CHOOSER: readonly Command["type"][] = ["take", "plan", "choose"];

function playedChip(seconds = 6): Chip {
	const chip = peopleChip(richScenario());
	advance(chip, seconds * NS_PER_PLAY_S);
	return chip;
}

/** Nobody has taken anything yet of the two packets that have come. */
function freshChip(): Chip {
	const chip = peopleChip(richScenario(), 5);
	advance(chip, 2 * NS_PER_PLAY_S);
	return chip;
}

const look = (chip: Chip, seat: number, pending: readonly PlayerCommand[] = []) =>
	viewSeat(chip, seat, pending, () => "");

/** Core 1 with a task in its queue whose way can still be chosen. */
function withOwnTask(): { chip: Chip; thread: number } {
	const chip = playedChip();
	const busy = numberAt(chip.shared, 0);
	applyCommand(chip, 1, { type: "plan", thread: busy, core: 0, position: 0 });
	const thread = numberAt(chip.shared, 0);
	applyCommand(chip, 1, { type: "plan", thread, core: 0, position: 1 });
	return { chip, thread };
}

describe("dealing packets", () => {
	test("a digit deals the whole packet of the first task, where packets are dealt", () => {
		const view = look(playedChip(), 0);
		const job = at(view.packets, 0).job;
		expect(dealTo(view, undefined, 2, DEALER)).toEqual({ type: "deal", job, core: 2 });
	});

	test("a core is open to a packet only if it can do all of its tasks, and to nothing without one", () => {
		const view = look(playedChip(), 0);
		const { tasks } = at(view.packets, 0);
		const needing = { ...at(tasks, 0), needs: "dsp" };
		const packet = { ...at(view.packets, 0), tasks: [...tasks.slice(1), needing] };
		const shared = [needing, ...view.shared.slice(1)];
		const mixed = { ...view, shared, open: shared, packets: [packet] };
		expect(viewDealing(mixed, undefined, DEALER)).toMatchObject({ places: true, moves: false });
		expect(viewDealing(mixed, undefined, DEALER).fits(["cpu"])).toBe(false);
		expect(viewDealing(mixed, undefined, DEALER).fits(["cpu", "dsp"])).toBe(true);
		const empty = { ...view, shared: [], open: [], packets: [], peers: [] };
		expect(viewDealing(empty, undefined, DEALER).fits(["cpu", "dsp"])).toBe(false);
		expect(viewDealing(view, undefined, ["choose"]).places).toBe(false);
	});

	test("touching a task picks its packet, touching it again the task alone, then nothing", () => {
		const view = look(playedChip(), 0);
		const packet = view.packets.find(({ tasks }) => tasks.length > 1);
		const thread = at(packet?.tasks ?? [], 1).thread;
		const once = touch(view, undefined, thread, true);
		expect(once).toEqual({ thread, whole: true });
		const twice = touch(view, once, thread, true);
		expect(twice).toEqual({ thread, whole: false });
		expect(dealTo(view, twice, 1, DEALER)).toMatchObject({ type: "plan", thread, core: 1 });
		expect(touch(view, twice, thread, true)).toBeUndefined();
	});

	test("J steps from packet to packet", () => {
		const view = look(freshChip(), 0);
		const first = step(view, undefined, 1, true);
		const second = step(view, first, 1, true);
		expect(view.packets).toHaveLength(2);
		expect([first?.thread, second?.thread]).toEqual(
			view.packets.slice(0, 2).map(({ tasks }) => at(tasks, 0).thread),
		);
	});

	test("a pending deal has left the shared queue already", () => {
		const chip = playedChip();
		const { job, tasks } = at(look(chip, 0).packets, 0);
		const view = look(chip, 0, [{ type: "deal", job, core: 3 }]);
		expect(view.packets.some((packet) => packet.job === job)).toBe(false);
		expect(at(view.peers, 3).planned).toBe(at(chip.cores, 3).queue.length + tasks.length);
	});
});

describe("ways", () => {
	test("W gives the next own task its next way, round and round, and the chip agrees", () => {
		const { chip, thread } = withOwnTask();
		const press = () => commandFor({ type: "nextWay" }, look(chip, 1), { thread, whole: false }, CHOOSER);
		for (const way of [1, 2, 0]) {
			const command = press();
			expect(command).toEqual({ type: "choose", thread, way });
			if (command !== undefined) expect(applyCommand(chip, 1, command).ok).toBe(true);
		}
		expect(intentOfKey("w")).toEqual({ type: "nextWay" });
	});

	test("a way on its way shows at once, with its own length", () => {
		const { chip, thread } = withOwnTask();
		const shown = (pending: readonly PlayerCommand[]) =>
			look(chip, 1, pending).own?.queue.find((task) => task.thread === thread);
		const padded = shown([{ type: "choose", thread, way: 2 }]);
		expect(padded).toMatchObject({ way: 2, pending: true });
		expect(padded?.lengthS).toBeCloseTo((shown([])?.lengthS ?? 0) * 1.1, 3);
	});

	test("once a task has started there is nothing to choose", () => {
		const { chip } = withOwnTask();
		advance(chip, 8 * NS_PER_PLAY_S);
		const running = at(chip.cores, 0).thread;
		expect(running).toBeGreaterThanOrEqual(0);
		expect(look(chip, 1).own?.queue.some((task) => task.thread === running)).toBe(false);
		expect(applyCommand(cloneChip(chip), 1, { type: "choose", thread: running, way: 1 })).toEqual({
			ok: false,
			reason: "alreadyStarted",
		});
	});

	test("what a core runs is due when the thread is, and late after that", () => {
		const chip = playedChip();
		const dueS = ({ thread }: Chip["cores"][number], made: Chip) => {
			const { announcedNs, spec } = at(made.threads, thread);
			return spec.deadlineNs === 0 ? undefined : (announcedNs + spec.deadlineNs - made.nowNs) / NS_PER_PLAY_S;
		};
		const seen = new Set<number | undefined>();
		for (let step = 0; step < 60; step++) {
			advance(chip, chip.nowNs + NS_PER_PLAY_S / 2);
			for (const core of chip.cores.filter(({ thread }) => thread >= 0)) {
				const shown = look(chip, core.id + 1).own?.dueS;
				expect(shown).toBe(dueS(core, chip));
				seen.add(shown === undefined ? undefined : Math.sign(shown));
			}
		}
		expect(seen).toEqual(new Set([undefined, 1, -1]));
	});

	test("what matters about a task is what its chosen way does", () => {
		const { chip, thread } = withOwnTask();
		const facts = () => look(chip, 1).own?.queue.find((task) => task.thread === thread);
		expect(facts()).toMatchObject({ bytes: 4_096, locks: [] });
		applyCommand(chip, 1, { type: "choose", thread, way: 1 });
		expect(facts()).toMatchObject({ bytes: 0, crashChance: 0 });
		expect(facts()?.locks).toHaveLength(1);
	});
});

describe("modes", () => {
	test.each([0, 1, 4])("every value that seat %i is offered is one that the chip takes", (seat) => {
		const chip = playedChip();
		const options = viewModes(chip, seat, [], numberAt(chip.shared, 0)).flatMap((mode) => mode.options);
		expect(options.length).toBeGreaterThan(4);
		for (const { command } of options)
			expect(applyCommand(cloneChip(chip), seat, command)).toMatchObject({ ok: true });
	});

	test("exactly one value is on, and it is the one that was set last", () => {
		const chip = playedChip();
		const on = (pending: readonly PlayerCommand[]) =>
			viewModes(chip, 0, pending, undefined).map(({ options }) => options.filter(({ isOn }) => isOn).length);
		expect(new Set(on([]))).toEqual(new Set([1]));
		const set: PlayerCommand = { type: "quantum", ns: NS_PER_PLAY_S };
		expect(new Set(on([set]))).toEqual(new Set([1]));
		applyCommand(chip, 0, set);
		const quantum = viewModes(chip, 0, [], undefined).find(({ type }) => type === "quantum");
		expect(quantum?.options.find(({ isOn }) => isOn)?.command).toEqual(set);
	});
});

describe("controls that teach themselves", () => {
	const NOTHING = { commands: new Set<Command["type"]>(), hasChosen: false };

	test("one thing at a time, in an order, and only what the lesson allows", () => {
		const { chip } = withOwnTask();
		const view = look(chip, 1);
		expect(nextMark(view, CHOOSER, new Set())).toBe("take");
		expect(nextMark(view, CHOOSER, new Set(["take"]))).toBe("way");
		expect(nextMark(view, ["take", "plan"], new Set(["take", "ahead"]))).toBeUndefined();
	});

	test("what took effect is learned", () => {
		const view = look(freshChip(), 0);
		expect(nextMark(view, DEALER, new Set())).toBe("deal");
		const learned = learnedNow(view, { ...NOTHING, commands: new Set<Command["type"]>(["deal"]) });
		expect(learned).toContain("deal");
		expect(nextMark(view, DEALER, new Set(learned))).toBe("packets");
	});

	test("nothing is taught that cannot be done now", () => {
		const chip = peopleChip(richScenario());
		const view = look(chip, 1);
		expect(view.shared).toEqual([]);
		expect(nextMark(view, CHOOSER, new Set())).toBeUndefined();
	});
});

describe("prompts", () => {
	test("a player is not asked twice within 800 ms; what is asked stays", () => {
		const gate = createPromptGate();
		expect(mayPrompt(gate, 5, 1_000)).toBe(true);
		expect(mayPrompt(gate, 5, 1_100)).toBe(true);
		expect(mayPrompt(gate, 9, 1_700)).toBe(false);
		expect(mayPrompt(gate, 9, 1_800)).toBe(true);
	});
});
