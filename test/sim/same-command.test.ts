import fc from "fast-check";
import { expect, test } from "vitest";
import { packCommand } from "#shared/protocol/packed-command.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { isSameCommand } from "#shared/sim/chip/same-command.ts";
import { holds } from "../setup/holds.ts";
import { command } from "./random-commands.ts";

test("commands are the same whatever the order of their fields, and only if all of them are", () => {
	const plan: Command = { type: "plan", thread: 3, core: 0, position: 1 };
	expect(isSameCommand(plan, { position: 1, core: 0, thread: 3, type: "plan" })).toBe(true);
	expect(isSameCommand(plan, { ...plan, position: 2 })).toBe(false);
	expect(isSameCommand({ type: "yield" }, { type: "restart", process: 0 })).toBe(false);
	expect(isSameCommand({ type: "restart", process: 0 }, { type: "yield" })).toBe(false);
});

test("two commands are the same just where they are packed the same", () => {
	const packed = (one: Command) => packCommand({ turn: 0, chip: 0, seat: 1, command: one }).join();
	holds(
		"same command",
		fc.property(command, command, (one, other) => {
			expect(isSameCommand(one, { ...one })).toBe(true);
			expect(isSameCommand(one, other)).toBe(packed(one) === packed(other));
		}),
	);
});
