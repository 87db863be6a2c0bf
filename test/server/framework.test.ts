import { readFileSync } from "node:fs";
import { matchMaker } from "@colyseus/core";
import { describe, expect, test } from "vitest";
import { CLOSE_ENDED } from "#shared/protocol/close-codes.ts";
import { join, openTestClass } from "./test-client.ts";
import { tryJoin } from "./test-server.ts";

/**
 * What is used of the rooms' framework that it does not promise. With another version: read there whether it still
 * holds, or whether it can be had in another way now, and only then write its number here.
 */
describe("parts of the framework that it does not promise", () => {
	test("are those of these versions", () => {
		const versions = ["core", "ws-transport"].map((name) => {
			const file: { version: string } = JSON.parse(
				readFileSync(`node_modules/@colyseus/${name}/package.json`, "utf8"),
			);
			return `${name} ${file.version}`;
		});
		expect(versions).toEqual(["core 0.18.17", "ws-transport 0.18.4"]);
	});

	// Room._reservedSeats and _reservedSeatTimeouts: a room that closes waits until both are empty.
	test("a class that ends does not wait for seats that are reserved and not taken", async () => {
		const { server, code, desk } = await openTestClass();
		expect((await tryJoin(server, { code, name: "Ada" })).status).toBe(200);
		desk.send("steer", { action: "end" });
		expect(await desk.closed).toBe(CLOSE_ENDED);
		await expect.poll(() => matchMaker.getLocalRoomById(code)).toBeUndefined();
	});

	test("a server that stops does not wait for them either", async () => {
		const { server, code } = await openTestClass();
		expect((await tryJoin(server, { code, name: "Ada" })).status).toBe(200);
		await server.close();
		expect(matchMaker.getLocalRoomById(code)).toBeUndefined();
	});

	// Client.ref is a WebSocket, whose type is hidden: how much waits to be sent to somebody who does not read.
	test("a connection says how many bytes wait in it", async () => {
		const { server, code } = await openTestClass();
		await join(server, { code, name: "Ada" });
		const sockets = Array.from(matchMaker.getLocalRoomById(code).clients, ({ ref }) => ref);
		const isSocket = expect.objectContaining({ bufferedAmount: expect.any(Number) });
		expect(sockets).toEqual([isSocket, isSocket]);
	});
});
