import { setTimeout as delay } from "node:timers/promises";
import { TURN_MS } from "#shared/lib/units.ts";
import type { SteerAction } from "#shared/protocol/up.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import type { TestClient } from "./test-client.ts";
import type { TestServer } from "./test-server.ts";

/** Steers, and waits until the class is where that leads. */
export async function steerTo(desk: TestClient, phase: string, action: SteerAction = "next"): Promise<void> {
	desk.send("steer", { action });
	await desk.until(() => desk.state.phase === phase, `phase ${phase}`);
}

/** The students choose to predict nothing, without which nobody plays. */
export async function skipPrediction(...students: readonly TestClient[]): Promise<void> {
	for (const student of students) {
		student.send("predict", { value: null });
		await student.until(() => student.me?.predicted === true, "the prediction");
	}
}

/** From the lobby (or a lesson's end) into play, up to where the first turn is due; `students` predict nothing. */
export async function startPlay(
	server: TestServer,
	desk: TestClient,
	students: readonly TestClient[] = [],
): Promise<void> {
	await steerTo(desk, "brief");
	await steerTo(desk, "predict");
	await skipPrediction(...students);
	await steerTo(desk, "play");
	server.clock.advance(READY_MS - 1);
}

/** Every 2.5 s of the server's clock: often enough to be there. */
const TURNS_PER_BEAT = 10;

/** Lets turns be closed one by one while all of `clients` keep saying that they are there. */
export async function playTurns(
	server: TestServer,
	clients: readonly [TestClient, ...TestClient[]],
	turns: number,
): Promise<void> {
	const [witness] = clients;
	for (let turn = 0; turn < turns; turn += 1) {
		if (turn % TURNS_PER_BEAT === 0) for (const client of clients) client.say("beat", {});
		const told = witness.turnsTold;
		server.clock.advance(TURN_MS);
		if (witness.state.phase !== "play" || witness.state.paused) await delay(2);
		else await witness.until(() => witness.turnsTold > told || witness.state.phase !== "play", "a turn");
	}
}
