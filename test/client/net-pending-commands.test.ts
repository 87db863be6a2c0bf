import { describe, expect, test } from "vitest";
import type { StampedCommand } from "#shared/round/round.ts";
import { dropLost, type PendingCommand, settlePending } from "../../client/net/pending-commands.ts";

const plan = { type: "plan", thread: 3, core: 0, position: 1 } as const;
const pending: readonly PendingCommand[] = [
	{ command: plan, sentMs: 0 },
	{ command: { type: "yield" }, sentMs: 10 },
	{ command: plan, sentMs: 20 },
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
});

function stamp(chip: number, seat: number, command: StampedCommand["command"]): StampedCommand {
	return { turn: 5, chip, seat, command };
}
