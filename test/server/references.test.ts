import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { searchOfBuiltIn } from "#shared/evaluation/built-in-chips.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { TURN_NS } from "#shared/lib/units.ts";
import type { HomeworkStarted } from "#shared/protocol/http.ts";
import { findReferences, searchesOf } from "#shared/result/references.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { Measurer } from "../../server/records/measurer.ts";
import { createReferenceMemory } from "../../server/records/reference-memory.ts";
import { readBuiltIn } from "../../server/references/built-in.ts";
import { keyOf } from "../../server/references/key.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import { playTurns, skipPrediction, startPlay, steerTo } from "./lesson-play.ts";
import { join } from "./test-client.ts";
import { createDataFolder, openClass, post, signIn, startTestServer } from "./test-server.ts";

/** What is said of one search; searchedMs: absent where it was known. */
type Line = {
	readonly level: number;
	readonly msg: string;
	readonly lesson?: string;
	readonly seed?: number;
	readonly cores?: number;
	readonly searchedMs?: number;
};

/** A log that is kept, and what it has said of references. */
function listen() {
	const lines: Line[] = [];
	const log = pino({ level: "debug", base: null }, { write: (line: string) => lines.push(JSON.parse(line)) });
	const told = () => lines.filter(({ msg }) => msg.startsWith("references"));
	const until = (count: number) => expect.poll(() => told().length).toBe(count);
	return { log, told, until };
}

function startMeasurer() {
	const listened = listen();
	const measurer = new Measurer(listened.log);
	onTestFinished(() => measurer.close());
	return { measurer, ...listened };
}

/** A round that nobody has played yet. */
const logOf = (lesson: "amdahl" | "scheduling-policy" | "locks", seed = 5): RoundLog => ({
	header: createRoundHeader(lessonById(lesson), seed, 1, () => false),
	commands: [],
	turns: 0,
});

test("they are searched for while the lesson is explained, and are those that the class is told at its end", async () => {
	const { log, told, until } = listen();
	const server = await startTestServer({ log });
	const session = await signIn(server);
	const code = await openClass(server, session, { lessons: ["scheduling-policy"], seed: 5 });
	const desk = await join(server, { code, role: "desk" }, session);
	await steerTo(desk, "brief");
	await until(1);
	expect(told()).toMatchObject([{ lesson: "scheduling-policy", seed: 5, searchedMs: expect.any(Number) }]);
	expect(desk.turnsTold).toBe(0);
	await steerTo(desk, "predict");
	await steerTo(desk, "play");
	server.clock.advance(READY_MS - 1);
	const [search] = searchesOf(logOf("scheduling-policy"));
	if (search === undefined) throw new Error("nothing to search for");
	await playTurns(server, [desk], search.timeNs / TURN_NS + 1);
	const { outcome } = await desk.next("outcome");
	expect(outcome.references).toEqual([findReferences(search)]);
	desk.send("steer", { action: "repeat" });
	await until(2);
	expect(told()[1]?.searchedMs).toBeUndefined();
});

test("a round that is ended early is held against the time that was played", async () => {
	const { log, until } = listen();
	const server = await startTestServer({ log });
	const session = await signIn(server);
	const code = await openClass(server, session, { lessons: ["scheduling-policy"], seed: 5 });
	const desk = await join(server, { code, role: "desk" }, session);
	await startPlay(server, desk);
	await until(1);
	await playTurns(server, [desk], 40);
	await steerTo(desk, "explain");
	const { outcome } = await desk.next("outcome");
	const [whole] = searchesOf(logOf("scheduling-policy"));
	if (whole === undefined) throw new Error("nothing to search for");
	const { timeNs } = at(outcome.chips, 0);
	expect(timeNs).toBe(10_000_000);
	expect(outcome.references).toEqual([findReferences({ ...whole, timeNs })]);
});

test("after a restart in the middle of play they are searched for again", async () => {
	const dataFolder = createDataFolder();
	const first = await startTestServer({ dataFolder });
	const session = await signIn(first);
	const code = await openClass(first, session, { lessons: ["scheduling-policy"], seed: 5 });
	const desk = await join(first, { code, role: "desk" }, session);
	await startPlay(first, desk);
	await playTurns(first, [desk], 4);
	await first.close();
	const { log, told, until } = listen();
	await startTestServer({ dataFolder, log });
	await until(1);
	expect(told()).toMatchObject([{ lesson: "scheduling-policy", seed: 5, searchedMs: expect.any(Number) }]);
});

test("for homework they are searched for once, however many begin it", async () => {
	const { log, told, until } = listen();
	const server = await startTestServer({ log });
	const session = await signIn(server);
	const { body } = await post<{ code: string }>(
		server,
		"/api/homework",
		{ lesson: "scheduling-policy", level: "standard", seed: 5 },
		{ session },
	);
	for (const name of ["Ada", "Bob", "Cem"]) {
		const started = await post<HomeworkStarted>(server, `/api/homework/${body.code}/start`, { name });
		await join(server, started.body);
	}
	await until(3);
	expect(told().filter(({ searchedMs }) => searchedMs !== undefined)).toHaveLength(1);
});

test("on a built-in seed nothing is searched for, and a practice is told what the file says", async () => {
	const { log, told, until } = listen();
	const server = await startTestServer({ log });
	const practice = { lesson: "scheduling-policy", level: "starter", seed: 1 };
	const { body } = await post<{ code: string }>(server, "/api/practice", practice);
	const ada = await join(server, { code: body.code, name: "Ada" });
	await steerTo(ada, "predict");
	await skipPrediction(ada);
	await steerTo(ada, "play");
	server.clock.advance(READY_MS - 1);
	const chip = { lesson: "scheduling-policy", level: "starter", seed: 1, side: 0, cores: 4 } as const;
	const held = [ada.me?.seat ?? -1];
	const search = searchOfBuiltIn({ ...chip, held });
	await playTurns(server, [ada], search.timeNs / TURN_NS + 1);
	const { outcome } = await ada.next("outcome");
	const builtIn = readBuiltIn();
	expect(outcome.references).toEqual([builtIn.ok && builtIn.value.get(keyOf(search))]);
	await until(1);
	expect(told()).toMatchObject([{ msg: "references are known", seed: 1 }]);
	expect(told()[0]?.searchedMs).toBeUndefined();
});

test("for a round that is not played nothing more is searched for", async () => {
	const { measurer, told, until } = startMeasurer();
	measurer.expect("A", logOf("amdahl"));
	measurer.expect("A", logOf("scheduling-policy"));
	measurer.expect("B", logOf("locks"));
	measurer.expectNothing("B");
	measurer.expect("C", logOf("locks", 6));
	await until(3);
	// What had begun already comes to its end.
	expect(told().map(({ lesson, seed, cores }) => [lesson, seed, cores])).toEqual([
		["amdahl", 5, 4],
		["scheduling-policy", 5, 4],
		["locks", 6, 4],
	]);
});

test("a round that has ended is measured before anything else is searched for", async () => {
	const { measurer, told, until } = startMeasurer();
	for (const seed of [1, 2, 3]) measurer.expect(`class ${seed}`, logOf("scheduling-policy", seed));
	const log = { ...logOf("scheduling-policy", 9), turns: 8 };
	const { outcome } = await measurer.measure(log);
	expect(told()).toHaveLength(1);
	expect(outcome.seed).toBe(9);
	await until(3);
});

test("a search that fails is said in the log, and all goes on", async () => {
	const { measurer, told, until } = startMeasurer();
	const good = logOf("scheduling-policy");
	const chip = at(good.header.chips, 0);
	const broken = [{ ...chip, scenario: { ...chip.scenario, processes: [] } }];
	measurer.expect("A", { ...good, header: { ...good.header, chips: broken } });
	measurer.expect("B", good);
	await until(2);
	expect(told().map(({ msg }) => msg)).toEqual(["references could not be found", "references are known"]);
	await expect(
		measurer.measure({ ...good, header: { ...good.header, simVersion: -1 }, turns: 1 }),
	).rejects.toThrow(/simulation version/);
});

test("the memory tells apart whatever a search depends on, and keeps what was asked for last", () => {
	let searches = 0;
	const memory = createReferenceMemory(new Map(), () => {
		searches += 1;
		const reference = { policy: "fifo", pace: "human", value: searches } as const;
		return { naive: reference, best: reference, machine: reference };
	});
	const [search] = searchesOf(logOf("scheduling-policy"));
	if (search === undefined) throw new Error("nothing to search for");
	const variants = [
		search,
		{ ...search, lesson: "locks" },
		{ ...search, seed: 6 },
		{ ...search, timeNs: 1 },
		{ ...search, held: [1] },
		{ ...search, scenario: { ...search.scenario, title: "another" } },
	];
	const found = variants.map((variant) => memory.find(variant).naive.value);
	expect(found).toEqual([1, 2, 3, 4, 5, 6]);
	expect(variants.map((variant) => memory.find(structuredClone(variant)).naive.value)).toEqual(found);
	expect(searches).toBe(6);
	for (let seed = 10; seed < 1_008; seed += 1) {
		memory.find({ ...search, seed });
		memory.find(search);
	}
	expect(memory.has(search)).toBe(true);
	expect(at(variants.map(memory.has), 1)).toBe(false);
});
