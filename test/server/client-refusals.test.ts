import { expect, test, vi } from "vitest";
import type { Down } from "#shared/protocol/down.ts";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import { openPage, type Page } from "./class-session-client.ts";
import { playTurns, steerTo } from "./lesson-play.ts";
import { join, openTestClass } from "./test-client.ts";

const THANKS: PlayerCommand = { type: "signal", signal: "thanks" };
/** Of no seat in this lesson. */
const RESTART: PlayerCommand = { type: "restart", process: 0 };

/** A class in play whose first student is the client's own session. */
async function openClassWithPage() {
	const { server, code, desk } = await openTestClass();
	const page = await openPage(server, code, "Ada");
	const refused: Down["refused"][] = [];
	page.session.onRefusal((refusal) => refused.push(refusal));
	await until(() => page.session.me !== undefined);
	return { server, code, desk, page, refused };
}

function until(holds: () => boolean): Promise<void> {
	return vi.waitFor(() => expect(holds(), holds.toString()).toBe(true), 10_000);
}

const pending = ({ session }: Page) => session.pending.get().map(({ command }) => command);

test("of commands that wait, one that is refused goes, and the others stay until their turn", async () => {
	const { server, desk, page, refused } = await openClassWithPage();
	await steerTo(desk, "brief");
	await steerTo(desk, "predict");
	page.session.predict(2);
	await steerTo(desk, "play");
	server.clock.advance(READY_MS - 1);
	await playTurns(server, [desk], 4);
	await until(() => page.session.stream.get()?.turns === 4);
	for (const command of [THANKS, RESTART, THANKS]) expect(page.session.command(command)).toBe(true);
	expect(pending(page)).toEqual([THANKS, RESTART, THANKS]);
	await until(() => refused.length === 1);
	// The first was the prediction.
	expect(refused).toEqual([{ id: 3, of: "command", reason: "notAllowed" }]);
	expect(pending(page)).toEqual([THANKS, THANKS]);
	await playTurns(server, [desk], 2);
	await until(() => page.session.stream.get()?.turns === 6);
	for (let nowMs = 0; nowMs < 6_000; nowMs += 50) page.frame(nowMs);
	expect(pending(page)).toEqual([]);
});

test("a prediction that is refused between two that are not leaves the last one shown", async () => {
	const { desk, page, refused } = await openClassWithPage();
	await steerTo(desk, "brief");
	await steerTo(desk, "predict");
	for (const value of [2, 999_999, 3]) page.session.predict(value);
	await until(() => refused.length === 1);
	expect(page.session.predicted.get()).toBe(3);
	page.session.predict(999_998);
	expect(page.session.predicted.get()).toBe(999_998);
	await until(() => refused.length === 2);
	expect(page.session.predicted.get()).toBe(3);
	expect(refused.map(({ id }) => id)).toEqual([2, 4]);
});

test("numbers go on after coming back, and what the server knows is what is shown", async () => {
	const { server, code, desk, page, refused } = await openClassWithPage();
	await steerTo(desk, "brief");
	await steerTo(desk, "predict");
	page.session.predict(2);
	page.session.predict(999_999);
	await until(() => refused.length === 1);
	const elsewhere = await join(server, { code, token: page.token });
	await until(() => page.session.connection.get().state === "gone");
	page.session.predict(4);
	expect(page.session.predicted.get()).toBe(2);
	page.session.comeBack();
	await elsewhere.closed;
	await until(() => page.session.connection.get().state === "online");
	page.session.predict(999_999);
	await until(() => refused.length === 2);
	expect(refused.map(({ id }) => id)).toEqual([2, 3]);
	expect(page.session.predicted.get()).toBe(2);
});
