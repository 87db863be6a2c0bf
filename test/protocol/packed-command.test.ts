import { expect, test } from "vitest";
import { packCommand, unpackCommand } from "#shared/protocol/packed-command.ts";
import type { Command } from "#shared/sim/chip/command.ts";

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
	{ type: "choose", thread: 12, way: 1 },
	{ type: "deal", job: 3, core: 2 },
	{ type: "deal", job: 3, core: 2, way: 1 },
	{ type: "quantum", ns: 250_000 },
	{ type: "reserve", process: 1, kib: 2_048 },
	{ type: "cap", process: 0, bytesPerUs: 1_200 },
	{ type: "lockMode", lock: 0, waiting: "adaptive" },
	{ type: "inherit", lock: 2, on: true },
	{ type: "pin", thread: 5, core: -1 },
	{ type: "priority", thread: 5, priority: 9 },
	{ type: "restart", process: 1 },
	{ type: "spinFor", ns: -1 },
	{ type: "sleepAfter", core: 1, ns: 0 },
	{ type: "clock", core: 0, point: 2 },
];

test.each(COMMANDS.map((command) => [command.type, command] as const))(
	"%s comes out as it went in",
	(_type, command) => {
		const stamped = { turn: 12, chip: 3, seat: 1, command };
		expect(unpackCommand(packCommand(stamped), 12)).toEqual(stamped);
	},
);

test("packed as the first version did", () => {
	const packed = COMMANDS.map((command) => packCommand({ turn: 0, chip: 2, seat: 1, command }));
	expect(packed.slice(0, 9)).toEqual([
		[2, 1, 130, 3, 0],
		[2, 18, 7],
		[2, 35, 2],
		[2, 137, 3],
		[2, 52],
		[2, 69, 2],
		[2, 86, 3],
		[2, 103, 5_000_000],
		[2, 120, 1],
	]);
});

test("anything else is our own mistake", () => {
	expect(() => unpackCommand([0], 0)).toThrow();
	expect(() => unpackCommand([0, 999], 0)).toThrow();
	expect(() => unpackCommand([0, 1, 5], 0)).toThrow();
	expect(() => unpackCommand([0, 10 * 17, 3], 0)).toThrow();
	expect(() => packCommand({ turn: 0, chip: 0, seat: 17, command: { type: "yield" } })).toThrow();
});
