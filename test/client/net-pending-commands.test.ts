import { describe, expect, test } from "vitest";
import type { StampedCommand } from "#shared/round/round.ts";
import {
	dropLost,
	dropRefused,
	type PendingCommand,
	settlePending,
} from "../../client/net/pending-commands.ts";

const plan = { type: "plan", thread: 3, core: 0, position: 1 } as const;
const pending: readonly PendingCommand[] = [
	{ id: 4, command: plan, sentMs: 0 },
	{ id: 5, command: { type: "yield" }, sentMs: 10 },
	{ id: 7, command: plan, sentMs: 20 },
];

describe("pending commands", () => {
	test("a command stops being pending when its turn starts, the oldest of equal ones first", () => {
		const applied = [stamp(0, 1, { position: 1, core: 0, thread: 3, type: "plan" })];
		expect(settlePending(pending, applied, 0, 1)).toEqual(pending.slice(1));
	});

	test("commands of other seats and chips settle nothing, and the list stays the same one", () => {
		const applied = [stamp(0, 2, plan), stamp(1, 1, plan)];
		expect(settlePending(pending, applied, 0, 1)).toBe(pending);
	});

	test("a command whose turn never comes is given up", () => {
		expect(dropLost(pending, 100)).toBe(pending);
		expect(dropLost(pending, 4_015)).toEqual(pending.slice(2));
	});

	test("a refusal takes the one that it names, once, and of two equal ones no other", () => {
		const left = dropRefused(pending, 4);
		expect(left).toEqual(pending.slice(1));
		expect(dropRefused(left, 4)).toBe(left);
		expect(settlePending(left, [stamp(0, 1, plan)], 0, 1)).toEqual(pending.slice(1, 2));
	});

	test("a refusal of something else, or of what had no number, takes none", () => {
		expect(dropRefused(pending, 6)).toBe(pending);
		expect(dropRefused(pending, null)).toBe(pending);
	});
});

function stamp(chip: number, seat: number, command: StampedCommand["command"]): StampedCommand {
	return { turn: 5, chip, seat, command };
}
