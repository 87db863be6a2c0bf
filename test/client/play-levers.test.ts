import { describe, expect, test } from "vitest";
import { LESSONS } from "#shared/lessons/table.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { viewChip } from "../../client/present/chip-view.ts";
import { listTargets } from "../../client/present/targets.ts";
import { type Choice, dealTo, dealtWays, nextDealtWay, step, wholePacket } from "../../client/seat/choice.ts";
import { COACH_KEYS, nextMark } from "../../client/seat/coach.ts";
import { viewDealing } from "../../client/seat/dealing.ts";
import { commandFor, intentOfKey } from "../../client/seat/intents.ts";
import { coreKeys, schedulerKeys } from "../../client/seat/keys.ts";
import { viewSeat } from "../../client/seat/seat-view.ts";
import { layoutFor } from "./present-world.ts";
import { peopleChip, richScenario } from "./rich-scenario.ts";

const ALL: readonly Command["type"][] = [
	"take",
	"plan",
	"unplan",
	"deal",
	"steal",
	"yield",
	"order",
	"choose",
];
const DEALER: readonly Command["type"][] = ["deal", "plan"];

/** People sit everywhere, and nobody has done anything yet. */
function fresh(change: Partial<Scenario> = {}): Chip {
	const chip = peopleChip({ ...richScenario(), ...change }, 5);
	advance(chip, NS_PER_PLAY_S / 4);
	return chip;
}

const look = (chip: Chip, seat: number, pending: readonly PlayerCommand[] = []) =>
	viewSeat(chip, seat, pending, () => "");

describe("where the scheduler deals", () => {
	const chip = fresh({ coresTake: false });

	test("a core picks nothing undealt, by no key, and is taught nothing of it", () => {
		const view = look(chip, 1);
		expect([view.shared.length > 0, view.mayTake]).toEqual([true, false]);
		for (const key of ["1", "2", "t"]) {
			const intent = intentOfKey(key);
			expect(intent && commandFor(intent, view, undefined, ALL), key).toBeUndefined();
			expect(intent && commandFor(intent, look(fresh(), 1), undefined, ALL), key).toBeDefined();
		}
		expect(step(view, undefined, 1, false)).toBeUndefined();
		expect([nextMark(view, ALL, new Set(["steal", "way"])), coreKeys(view, ALL)]).toEqual([
			undefined,
			["choose", "steal", "yield", "giveBack", "move", "nextWay"],
		]);
		expect(look(chip, 0).mayTake).toBe(true);
	});

	test("what waits undealt is nothing to point at or drag for a core, and still is for the scheduler", () => {
		const zones = (made: Chip, own: number | undefined) =>
			listTargets(
				viewChip(made, made.nowNs, { caches: "all", own }),
				layoutFor(made, 1134, 708, own),
				own,
				"all",
			)
				.filter((target) => target.type === "token")
				.map(({ token }) => token.place.zone);
		expect(zones(chip, 0)).not.toContain("shared");
		expect(zones(chip, undefined)).toContain("shared");
		expect(zones(fresh(), 0)).toContain("shared");
	});

	test("J and K go through the core's own queue", () => {
		const dealt = fresh({ coresTake: false });
		applyCommand(dealt, 0, { type: "deal", job: 0, core: 0 });
		const view = look(dealt, 1);
		const { thread } = at(view.own?.queue ?? [], 0);
		expect(step(view, undefined, 1, false)).toEqual({ thread, whole: false });
	});
});

describe("what a lesson does not offer", () => {
	const played = LESSONS.filter(({ actions }) => actions.core.length > 0);

	test.each(played.map((lesson) => [lesson.id, lesson] as const))(
		"%s teaches and tells no other key",
		(_id, lesson) => {
			const { core, scheduler } = lesson.actions;
			for (const type of ["steal", "yield"] as const)
				expect(coreKeys(look(fresh(), 1), core).includes(type), type).toBe(core.includes(type));
			expect(schedulerKeys(scheduler, false).includes("nextOrder")).toBe(scheduler.includes("order"));
			for (const [key, type] of [
				["s", "steal"],
				["y", "yield"],
				["o", "order"],
			] as const)
				for (const seat of [0, 1]) {
					const intent = intentOfKey(key);
					const allowed = seat === 0 ? scheduler : core;
					const command = intent && commandFor(intent, look(fresh(), seat), undefined, allowed);
					if (!allowed.includes(type)) expect(command, `${key} of seat ${seat}`).toBeUndefined();
				}
		},
	);

	test("nobody is taught to steal where stealing is not offered", () => {
		const chip = fresh();
		applyCommand(chip, 0, { type: "deal", job: 0, core: 1 });
		const view = look(chip, 1);
		const others = new Set(COACH_KEYS.filter((key) => key !== "steal"));
		expect(nextMark(view, ALL, others)).toBe("steal");
		expect(
			nextMark(
				view,
				ALL.filter((type) => type !== "steal"),
				others,
			),
		).toBeUndefined();
	});
});

describe("a way that goes with the deal", () => {
	test("is chosen for the packet that would be dealt, key by key, and dealt with it", () => {
		const view = look(fresh(), 0);
		expect(dealtWays(view, undefined)).toMatchObject({ way: 0, packet: { job: 0 } });
		expect(dealtWays(view, undefined)?.packet.ways.map(({ name }) => name)).toEqual([
			"unlocked",
			"locked",
			"padded",
		]);
		let choice: Choice | undefined;
		const ways = [1, 2, 0, 1].map(() => {
			choice = nextDealtWay(view, choice);
			return choice?.way;
		});
		expect(ways).toEqual([1, 2, 0, 1]);
		expect(dealTo(view, choice, 2, DEALER)).toEqual({ type: "deal", job: 0, core: 2, way: 1 });
		expect(dealTo(view, undefined, 2, DEALER)).toEqual({ type: "deal", job: 0, core: 2 });
	});

	test("is kept when the packet is dragged, and belongs to no other", () => {
		const chip = fresh();
		advance(chip, 2 * NS_PER_PLAY_S);
		const view = look(chip, 0);
		const [one, other] = [0, 1].map((index) => at(at(view.packets, index).tasks, 0).thread);
		const choice = { thread: numberAt([one ?? -1], 0), whole: true, way: 2 };
		expect(wholePacket(view, choice, choice.thread)).toEqual(choice);
		expect(wholePacket(view, choice, other ?? -1)).toEqual({ thread: other, whole: true });
		expect(dealtWays(view, { thread: choice.thread, whole: false })).toBeUndefined();
	});

	test("shows on the tasks while the deal is on its way, as it will be", () => {
		const chip = fresh();
		const deal = { type: "deal", job: 0, core: 1, way: 2 } as const;
		const coming = look(chip, 2, [deal]).own?.queue.map(({ way, lengthS }) => [way, lengthS]);
		applyCommand(chip, 0, { type: "plan", thread: 0, core: 1, position: 0 });
		const done = fresh();
		applyCommand(done, 0, deal);
		expect(coming?.map(([way]) => way)).toEqual([2, 2]);
		expect(look(done, 2).own?.queue.map(({ way, lengthS }) => [way, lengthS])).toEqual(coming?.slice(1));
	});
});

test("a core with no room for what would be dealt says so", () => {
	const view = look(fresh({ runQueueMax: 2 }), 0);
	const { hasRoom } = viewDealing(view, undefined, DEALER);
	expect([0, 1].map((planned) => hasRoom({ ...at(view.peers, 0), planned }))).toEqual([true, false]);
	const wide = look(fresh(), 0);
	expect(viewDealing(wide, undefined, DEALER).hasRoom({ ...at(wide.peers, 0), planned: 6 })).toBe(true);
});
