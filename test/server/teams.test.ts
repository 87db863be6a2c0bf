import { describe, expect, test } from "vitest";
import type { RoundAnswer, RoundRow } from "#shared/protocol/http.ts";
import type { ExportedRound } from "#shared/round/round-file.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import { playTurns, startPlay, steerTo } from "./lesson-play.ts";
import { join, openTestClass, type TestClient } from "./test-client.ts";
import { get, post, startTestServer } from "./test-server.ts";

/** A class of so many, in the first brief. */
async function openBriefed(count: number, opened: object = { lessons: ["parallel-work", "locks"] }) {
	const { server, session, code, desk } = await openTestClass(opened);
	const students: TestClient[] = [];
	for (let index = 0; index < count; index += 1)
		students.push(await join(server, { code, name: `Student ${index}` }));
	await steerTo(desk, "brief");
	await desk.until(() => whoIn(desk).every(({ team }) => team > 0), "teams");
	return { server, session, code, desk, students: students as [TestClient, ...TestClient[]] };
}

/** Everybody, in order of joining. */
function whoIn(desk: TestClient) {
	return [...desk.state.students.entries()]
		.map(([id, { name, team, chip, seat, order }]) => ({ id, name, team, chip, seat, order }))
		.toSorted((one, other) => one.order - other.order);
}

const idOf = (desk: TestClient, index: number) => whoIn(desk)[index]?.id ?? "";
const seatsOf = (desk: TestClient) => whoIn(desk).map(({ name, chip, seat }) => `${name} ${chip}:${seat}`);
const teamsOf = (desk: TestClient) => whoIn(desk).map(({ team }) => team);

describe("teams of a class", () => {
	test("keep together through the plan, play again in the very seats, and another one is scheduler then", async () => {
		const { server, desk, students } = await openBriefed(7);
		expect(teamsOf(desk)).toEqual([1, 1, 1, 1, 2, 2, 2]);
		expect([...desk.state.teams]).toEqual([1, 2]);
		const schedulers = () => whoIn(desk).filter(({ seat }) => seat === 0);
		const first = schedulers().map(({ name }) => name);
		await steerTo(desk, "predict");
		await steerTo(desk, "play");
		server.clock.advance(READY_MS - 1);
		await playTurns(server, [desk, ...students], 4);
		await steerTo(desk, "explain");
		const played = seatsOf(desk);
		for (const again of ["repeat", "newSeed"] as const) {
			await steerTo(desk, "play", again);
			expect(seatsOf(desk)).toEqual(played);
		}
		desk.send("steer", { action: "skip" });
		await desk.until(() => desk.state.lesson === 1);
		expect(teamsOf(desk)).toEqual([1, 1, 1, 1, 2, 2, 2]);
		expect(schedulers().length).toBe(2);
		expect(schedulers().filter(({ name }) => first.includes(name))).toEqual([]);
	});

	test("take in who comes late, and are stored with the round, its list, its table and its log", async () => {
		const { server, session, code, desk, students } = await openBriefed(6);
		const late = await join(server, { code, name: "Late" });
		await desk.until(() => whoIn(desk).length === 7 && teamsOf(desk).at(-1) === 1, "a team");
		await steerTo(desk, "predict");
		await steerTo(desk, "play");
		server.clock.advance(READY_MS - 1);
		await playTurns(server, [desk, late, ...students], 4);
		await steerTo(desk, "explain");
		const { id } = await desk.next("outcome");
		expect((await get<RoundRow[]>(server, "/api/rounds", session)).body[0]?.teams).toEqual([1, 2]);
		expect((await get<RoundAnswer>(server, `/api/rounds/${id}`, session)).body.teams).toEqual([1, 2]);
		expect((await get<ExportedRound>(server, `/api/rounds/${id}/log`, session)).body.teams).toEqual([1, 2]);
		const csv = await fetch(`${server.url}/api/rounds.csv`, {
			headers: { authorization: `Bearer ${session}` },
		});
		expect(await csv.text()).toContain('"1 2"');
	});

	test("of a second round are held against themselves, whoever was moved in between", async () => {
		const { server, session, desk, students } = await openBriefed(6);
		await startPlayFromBrief(server, desk);
		await playTurns(server, [desk, ...students], 8);
		await steerTo(desk, "explain");
		const first = await desk.next("outcome");
		desk.send("move", { student: idOf(desk, 0), team: 2 });
		await desk.until(() => teamsOf(desk)[0] === 2);
		await steerTo(desk, "play", "repeat");
		expect(whoIn(desk)[0]?.chip).toBe(1);
		server.clock.advance(READY_MS - 1);
		await playTurns(server, [desk, ...students], 8);
		await steerTo(desk, "explain");
		const second = await desk.next("outcome");
		expect(second.earlier).toEqual([first.outcome]);
		const { body } = await get<RoundAnswer>(server, `/api/rounds/${second.id}`, session);
		expect(body.earlier).toEqual({ outcome: first.outcome, teams: [1, 2] });
	});

	test("come back after the server was killed, and a student who was moved is in the new one", async () => {
		const { server, session, code, desk } = await openBriefed(6);
		desk.send("move", { student: idOf(desk, 0), team: 2 });
		await desk.until(() => teamsOf(desk)[0] === 2 && whoIn(desk)[0]?.chip === 1, "the new seat");
		const before = { teams: teamsOf(desk), seats: seatsOf(desk), byChip: [...desk.state.teams] };
		await server.close();
		const again = await startTestServer({ dataFolder: server.dataFolder });
		const back = await join(again, { code, role: "desk" }, session);
		expect({ teams: teamsOf(back), seats: seatsOf(back), byChip: [...back.state.teams] }).toEqual(before);
	});

	test("move to a new one, and the round that nobody has played yet has a chip for it", async () => {
		const { desk } = await openBriefed(3);
		desk.send("move", { student: idOf(desk, 2), team: null });
		await desk.until(() => teamsOf(desk).join() === "1,1,2", "a new team");
		expect([...desk.state.teams]).toEqual([1, 2]);
		expect((await desk.next("round")).log.header.chips.length).toBe(1);
		expect((await desk.next("round")).log.header.chips.length).toBe(2);
	});
});

async function startPlayFromBrief(...[server, desk]: Parameters<typeof startPlay>): Promise<void> {
	await steerTo(desk, "predict");
	await steerTo(desk, "play");
	server.clock.advance(READY_MS - 1);
}

describe("what is refused about teams", () => {
	test("a move that cannot be made, each for its own reason", async () => {
		const { server, desk, students } = await openBriefed(6, { lessons: ["parallel-work"], teamSize: 5 });
		const refused = async (student: string, team: number | null) => {
			desk.send("move", { student, team });
			return (await desk.next("refused")).reason;
		};
		expect(await refused(idOf(desk, 0), 9)).toBe("noSuchTeam");
		expect(await refused("nobody", 2)).toBe("notNow");
		for (const index of [0, 1]) desk.send("move", { student: idOf(desk, index), team: 2 });
		await desk.until(() => teamsOf(desk).join() === "2,2,1,2,2,2", "five in one team");
		expect(await refused(idOf(desk, 2), 2)).toBe("teamFull");
		expect(await refused(idOf(desk, 2), null)).toBe("teamOfNobody");
		await startPlayFromBrief(server, desk);
		expect(await refused(idOf(desk, 0), 1)).toBe("betweenRounds");
		students[0].send("move", { student: idOf(desk, 1), team: 1 });
		expect((await students[0].next("refused")).reason).toBe("notAllowed");
		const teams = teamsOf(desk);
		expect(teams).toEqual([2, 2, 1, 2, 2, 2]);
	});

	test.each([
		[0, "A team of nobody cannot play: it has one student at least."],
		[6, "A chip has seats for a team of 5 at most."],
		[2.5, "A team has a whole number of students."],
	])("a class with teams of %d", async (teamSize, message) => {
		const { server, session } = await openTestClass();
		const { status, body } = await post(
			server,
			"/api/classes",
			{ lessons: ["amdahl"], teamSize },
			{ session },
		);
		expect({ status, error: body.error }).toEqual({ status: 400, error: { code: "badRequest", message } });
	});
});

describe("switches of a plan", () => {
	test("are as they were said, also after a restart", async () => {
		const { server, session, code } = await openTestClass({
			lessons: ["amdahl"],
			secondPlay: false,
			discussion: true,
			ownDecisions: false,
		});
		await server.close();
		const again = await startTestServer({ dataFolder: server.dataFolder });
		const desk = await join(again, { code, role: "desk" }, session);
		expect(desk.state).toMatchObject({ secondPlay: false, discussion: true, ownDecisions: false });
	});

	test("are as usual where nothing was said", async () => {
		const { desk } = await openTestClass();
		expect(desk.state).toMatchObject({ secondPlay: true, discussion: false, ownDecisions: true });
	});

	test.each([
		[true, "play"],
		[false, "explain"],
	])("with a second play (%s) the first part of two is followed by %s", async (secondPlay, phase) => {
		const { server, desk } = await openTestClass({ lessons: ["false-sharing"], secondPlay });
		await startPlay(server, desk);
		await playTurns(server, [desk], 4);
		const rounds = desk.state.roundNumber;
		desk.send("steer", { action: "next" });
		await desk.until(() => desk.state.phase === "explain" || desk.state.roundNumber > rounds);
		expect(desk.state.phase).toBe(phase);
	});
});
