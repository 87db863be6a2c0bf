import { expect, test } from "vitest";
import { packCommand, unpackCommand } from "#shared/protocol/packed-command.ts";
import type { Command } from "#shared/sim/command.ts";

const COMMANDS: readonly Command[] = [
	{ type: "plan", thread: 130, core: 3, position: 0 },
	{ type: "unplan", thread: 7 },
	{ type: "steal", from: 2 },
	{ type: "take", core: 3 },
	{ type: "yield" },
	{ type: "order", order: "shortestFirst" },
	{ type: "signal", signal: "thanks" },
	{ type: "window", windowNs: 5_000_000 },
	{ type: "drive", driver: "bot" },
];

test.each(COMMANDS.map((command) => [command.type, command] as const))(
	"%s comes out as it went in",
	(_type, command) => {
		const stamped = { turn: 12, chip: 3, seat: 1, command };
		expect(unpackCommand(packCommand(stamped), 12)).toEqual(stamped);
	},
);

test("anything else is our own mistake", () => {
	expect(() => unpackCommand([0], 0)).toThrow();
	expect(() => unpackCommand([0, 999], 0)).toThrow();
	expect(() => unpackCommand([0, 1, 5], 0)).toThrow();
	expect(() => packCommand({ turn: 0, chip: 0, seat: 17, command: { type: "yield" } })).toThrow();
});
