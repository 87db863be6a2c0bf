import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadFrozen } from "#shared/frozen/load-simulation.ts";
import { readRound } from "#shared/frozen/read-round.ts";
import { amdahl } from "#shared/lessons/amdahl.ts";
import { fifo } from "#shared/policies/textbook/fifo.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { roundChecksums } from "#shared/round/play-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { replay } from "#shared/round/replay.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { ROWS } from "#shared/validation/table.ts";
import { createProgress } from "../../server/cli/command/progress.ts";
import { runChip } from "../../server/cli/run/run-chip.ts";

const folder = mkdtempSync(join(tmpdir(), "coretet-sim-"));

function file(name: string, content: unknown): string {
	const path = join(folder, name);
	writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
	return path;
}

const sim = (...args: string[]): string =>
	execFileSync("node", ["server/cli/sim.ts", ...args], { encoding: "utf8" });

function wrong(...args: string[]): {
	readonly code: number | null;
	readonly said: string;
	readonly out: string;
} {
	const { status, stderr, stdout } = spawnSync("node", ["server/cli/sim.ts", ...args], { encoding: "utf8" });
	return { code: status, said: stderr, out: stdout };
}

/** A short round that simulation version 5 played, and the checksums at its end. */
async function roundOf5() {
	const loaded = await loadFrozen(5);
	if (!loaded.ok) throw new Error(loaded.reason);
	const isPerson = (chip: number, seat: number) => chip === seat;
	const name = { lesson: "amdahl", seed: 5, level: "standard", part: 0, chips: 4 } as const;
	const header = loaded.value.createHeader({ ...name, isPerson });
	const command = { type: "order", order: "longestFirst" } as const;
	const log: RoundLog = { header, commands: [{ turn: 9, chip: 0, seat: 0, command }], turns: 120 };
	const round = readRound(log, loaded.value);
	if (!round.ok) throw new Error(round.reason.join());
	return { log, checksums: roundChecksums(replay(round.value)) };
}

const smallest = {
	title: "two tasks",
	machine: { cores: [{}], processSwitchNs: 0 },
	jobs: [{ name: "job", threads: [{ name: "a", program: [{ type: "compute", workNs: 700 }] }] }],
	arrivals: [{ type: "at", atNs: 0, job: 0 }],
	end: { type: "done" },
};

describe("sim", () => {
	test("runs a lesson and gives the same checksum every time", () => {
		const [first, second] = [0, 1].map(() =>
			JSON.parse(sim("run", "amdahl", "--cores", "8", "--policy", "fifo", "--json")),
		);
		expect(first.checksum).toMatch(/^[0-9a-f]{8}$/);
		expect(second).toEqual(first);
	});

	test("[T9] says since when a run is stuck, and what its tasks wait for, instead of going on for ever", () => {
		const [left, right] = [0, 1].map((lock) => ({ type: "lock", lock }));
		const free = [0, 1].map((lock) => ({ type: "unlock", lock }));
		const [compute] = smallest.jobs[0]?.threads[0]?.program ?? [];
		const made = file("embrace.json", {
			...smallest,
			machine: { cores: [{}, {}] },
			quantumNs: 1_000_000,
			locks: ["left", "right"].map((name) => ({ name, waiting: "spin" })),
			jobs: [
				{
					name: "job",
					threads: [
						{ name: "a", program: [left, compute, right, ...free] },
						{ name: "b", program: [right, compute, left, ...free] },
						{ name: "c", program: [compute], after: [1] },
					],
				},
			],
		});
		const { code, said, out } = wrong("run", made, "--policy", "rr", "--json");
		expect([code, JSON.parse(out).finished, JSON.parse(out).stuckSinceNs]).toEqual([1, false, 2_700]);
		expect(said.trim().split("\n")).toEqual([
			"Stuck: nothing has moved since 2.7 us, and what is left waits for something that never comes.",
			'  a (0) waits for lock "right" of b (1)',
			'  b (1) waits for lock "left" of a (0)',
			"  c (2) waits for the end of b (1)",
		]);
	});

	test("replays an exported round to the checksums that it had", () => {
		const header = createRoundHeader(amdahl, 5, 4, (chip, seat) => chip === seat);
		const command = { type: "order", order: "longestFirst" } as const;
		const log: RoundLog = { header, commands: [{ turn: 9, chip: 0, seat: 0, command }], turns: 200 };
		const { chips } = JSON.parse(sim("replay", file("round.json", log), "--json"));
		const sums = roundChecksums(replay(presentRound(log))).map(showChecksum);
		expect(chips.map((chip: { checksum: string }) => chip.checksum)).toEqual(sums);
	});

	test("replays a round of an earlier version to what came of it then", async () => {
		const { log, checksums } = await roundOf5();
		const { chips, simVersion } = JSON.parse(sim("replay", file("5.json", { ...log, checksums }), "--json"));
		expect(simVersion).toBe(5);
		expect(chips.map(({ checksum }: { checksum: string }) => checksum)).toEqual(checksums.map(showChecksum));
	});

	test("says of a round that ends otherwise than it did that this is not what happened", async () => {
		const { log, checksums } = await roundOf5();
		const { code, said, out } = wrong(
			"replay",
			file("other.json", { ...log, checksums: [...checksums.slice(1), 7] }),
		);
		expect(code).toBe(1);
		expect(said).toMatch(
			/^This is not what happened: chip 0 ended with checksum [0-9a-f]{8} .* version 5 .*\.\n$/,
		);
		expect(out).toContain("chip 1");
	});

	test("says of a round how far it could be verified", async () => {
		const { log, checksums } = await roundOf5();
		const few = wrong("replay", file("few.json", { ...log, checksums: checksums.slice(1) }));
		expect(few).toMatchObject({
			code: 1,
			said: `checksums: expected ${checksums.length}, one for each chip, found ${checksums.length - 1}.\n`,
		});
		const none = wrong("replay", file("none.json", log));
		expect(none).toMatchObject({
			code: 0,
			said: "The file tells no checksums: that this is what happened has not been verified.\n",
		});
	});

	test("says what an earlier version finds wrong with its round", async () => {
		const { log } = await roundOf5();
		const text = JSON.stringify(log).replace('"speed":1', '"speed":3');
		const { code, said } = wrong("replay", file("wrong.json", text));
		expect(code).toBe(1);
		expect(said).toContain(
			"simulation version 5 refuses it: header.chips.0.scenario: machine.cores[0].speed:",
		);
	});

	test("runs a scenario file", () => {
		expect(JSON.parse(sim("run", file("good.json", smallest), "--json"))).toMatchObject({
			makespanNs: 700,
			threadsDone: 1,
		});
	});

	test("sweeps: the closed chain on 1, 2, 4 and 8 cores follows Amdahl's law for 9/10", () => {
		const rows = JSON.parse(sim("sweep", "amdahl", "--cores", "1,2,4,8", "--policy", "lpt", "--json"));
		const speedups = rows.map((row: { speedup: number }) => row.speedup);
		[1, 1.818, 3.077, 4.706].forEach((formula, index) => {
			// The round ends within a program, of which the serial part counts for less than it takes.
			expect(Math.abs(speedups[index] / formula - 1)).toBeLessThan(0.05);
		});
	});
});

describe("sim sweep", () => {
	test("says what the laws of scaling make of the speed-ups", () => {
		const [row] = JSON.parse(sim("sweep", "amdahl", "--cores", "1,2,4,8", "--policy", "lpt", "--json"));
		expect(row.scaling.amdahlSerialShare).toBeCloseTo(1 / 10, 1);
		const text = sim("sweep", "amdahl", "--cores", "1,2,4,8", "--policy", "lpt");
		expect(text).toMatch(/serial share \(Karp-Flatt\) +1\d\.\d % on 2, /);
		expect(text).toMatch(/Amdahl +closest with a serial share of 1\d\.\d %/);
		expect(sim("sweep", "amdahl", "--cores", "2,4")).toContain("need three or more numbers of cores");
	});
});

/** Two tasks, the second after the first, on two cores: 700 ns, then 300 ns. */
const chain = {
	...smallest,
	machine: { cores: [{}, {}], processSwitchNs: 0, threadSwitchNs: 0 },
	jobs: [
		{
			name: "job",
			threads: [
				{ name: "a <first>", program: [{ type: "compute", workNs: 700 }], deadlineNs: 500 },
				{ name: "b", program: [{ type: "compute", workNs: 300 }], after: [0] },
			],
		},
	],
};

describe("sim run", () => {
	test("gives the standard results as JSON", () => {
		const result = JSON.parse(sim("run", file("chain.json", chain), "--json"));
		expect(result).toMatchObject({
			makespanNs: 1_000,
			utilisation: 0.5,
			threadsPerMs: 2_000,
			jobsPerMs: 1_000,
			meanTurnaroundNs: 850,
			meanResponseNs: 350,
			waits: { count: 2, meanNs: 0, maxNs: 0 },
			bus: { utilisation: 0 },
			caches: { l3Kib: [0] },
			energyPj: 1_000 * (1_572 + 60),
			lostUpdates: 0,
			deadlines: 1,
			deadlineMisses: 1,
			threads: [
				{ announcedNs: 0, startNs: 0, finishNs: 700, responseNs: 0, turnaroundNs: 700, missedDeadline: true },
				{ announcedNs: 0, startNs: 700, finishNs: 1_000, responseNs: 700, turnaroundNs: 1_000 },
			],
		});
		expect(result.causesByCore).toHaveLength(2);
	});

	test("checks Little's law and the utilisation law on the run, and says what no schedule can beat", () => {
		const { laws, bounds } = JSON.parse(sim("run", file("laws.json", chain), "--json"));
		expect(laws).toEqual({
			little: { left: 1, right: 1, difference: 0 },
			utilisation: { left: 1, right: 1, difference: 0 },
		});
		expect(bounds).toMatchObject({ workNs: 500, chainNs: 1_000, leastNs: 1_000 });
	});

	test("counts a task's response from its announcement, not from the last time that it was ready", () => {
		const thread = { name: "task", program: [{ type: "compute", workNs: 2_000 }] };
		const sliced = {
			...smallest,
			machine: { cores: [{}], processSwitchNs: 0, threadSwitchNs: 0 },
			jobs: [{ name: "job", threads: [thread, thread] }],
			policy: "rr",
			quantumNs: 1_000,
		};
		const { threads, waits, waitSpells } = JSON.parse(sim("run", file("sliced.json", sliced), "--json"));
		expect(threads).toMatchObject([
			{ responseNs: 0, turnaroundNs: 3_000, waitNs: 1_000 },
			{ responseNs: 1_000, turnaroundNs: 4_000, waitNs: 2_000 },
		]);
		expect(waits).toMatchObject({ count: 2, meanNs: 1_500, medianNs: 1_500, maxNs: 2_000 });
		expect(waitSpells).toMatchObject({ count: 4, meanNs: 750, medianNs: 1_000, maxNs: 1_000 });
	});

	test("shows totals, cores and tasks for a reader", () => {
		const text = sim("run", file("chain.json", chain));
		expect(text).toContain("makespan          1 us");
		expect(text).toContain("deadlines missed  1 of 1");
		expect(text).toMatch(/ 1 +b +\d +0 ns +700 ns +1 us +700 ns +1 us/);
	});

	test("draws what every core did, one row per core, 100 wide where there is no terminal", () => {
		const lines = sim("run", file("chain.json", chain), "--gantt").split("\n");
		const rows = lines.filter((line) => line.startsWith("core ") && line.includes("█"));
		const work = rows.map((row) => row.replace(/^core \d /, "").replace(/[▐█0-9]/g, "#"));
		expect(rows.map((row) => row.length)).toEqual(rows.map(() => 100));
		expect(work.join("").replace(/[^#]/g, "")).toHaveLength(93);
		expect(lines.join("\n")).toContain("█ running");
	});

	test("writes the timeline as a picture", () => {
		const path = join(folder, "chain.svg");
		sim("run", file("chain.json", { ...chain, title: "a < b" }), "--svg", path);
		const picture = readFileSync(path, "utf8");
		expect(picture).toMatch(/^<svg xmlns=/);
		expect(picture).toContain("a &lt; b");
		expect(picture.match(/<title>running, task \d<\/title>/g)).toEqual([
			"<title>running, task 0</title>",
			"<title>running, task 1</title>",
		]);
	});

	test("tells how far it is where it takes longer than a second, by its clock", () => {
		const program = [
			{ type: "compute", workNs: 10 },
			{ type: "repeat", from: 0 },
		];
		const endless = {
			...smallest,
			jobs: [{ name: "job", threads: [{ name: "loop", program }] }],
			end: { type: "horizon", ns: 200_000 },
		};
		const said = /^(\d+ %: [\d.]+ us simulated, 0 tasks and 0 jobs done\n)*$/;
		expect(wrong("run", file("endless.json", endless))).toMatchObject({
			code: 0,
			said: expect.stringMatching(said),
		});
		const parsed = parseScenario(endless);
		if (!parsed.ok) throw new Error(parsed.reason.join("\n"));
		const runBy = (lookMs: number): string[] => {
			let nowMs = 0;
			const lines: string[] = [];
			const progress = createProgress(
				() => {
					nowMs += lookMs;
					return nowMs;
				},
				(line) => lines.push(line),
			);
			runChip({ scenario: parsed.value, policy: fifo, seed: 1, pace: "machine" }, false, progress);
			return lines;
		};
		expect(runBy(1)).toEqual([]);
		const hurried = runBy(600);
		expect(hurried.length).toBeGreaterThan(2);
		for (const line of hurried) expect(line).toMatch(said);
	});
});

/** Jobs that come and last by chance: another seed, another mean turnaround. */
const queue = {
	...smallest,
	jobs: [
		{
			name: "job",
			threads: [{ name: "a", program: [{ type: "compute", workNs: 700, spread: "exponential" }] }],
		},
	],
	arrivals: [{ type: "process", job: 0, gapNs: 1_000, gaps: "exponential", count: 200 }],
	measure: ["meanTurnaround", "worstWait", "deadlineMisses"],
	seeds: 8,
};

describe("several seeds", () => {
	test("run: the mean of each measure and the interval that Student's t gives, each seed a run of its own", () => {
		const path = file("queue.json", queue);
		const { seeds, measured } = JSON.parse(sim("run", path, "--json"));
		expect(seeds).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		const [turnaround, , misses] = measured;
		const { values, mean, low, high } = turnaround;
		const variance = values.reduce((sum: number, value: number) => sum + (value - mean) ** 2, 0) / 7;
		expect(mean).toBeCloseTo(values.reduce((sum: number, value: number) => sum + value, 0) / 8, 6);
		expect([high - mean, mean - low]).toEqual(
			[1, 1].map(() => expect.closeTo(2.365 * Math.sqrt(variance / 8), 6)),
		);
		expect(misses).toMatchObject({ measure: "deadlineMisses", mean: 0, low: 0, high: 0 });
		const third = JSON.parse(sim("run", path, "--seeds", "1", "--seed", "3", "--json"));
		expect(third.measured[0].values).toEqual([values[2]]);
		expect(third.meanTurnaroundNs).toBe(values[2]);
	});

	test("are shown as a table; a timeline shows one run only", () => {
		const path = file("queue.json", queue);
		expect(sim("run", path, "--seeds", "3")).toMatch(
			/seeds 1 to 3\n\n +measure +mean +95 % from +to\n *meanTurnaround/,
		);
		expect(wrong("run", path, "--gantt").said).toContain("A timeline shows one run: add --seeds 1.");
	});

	test("sweep: the measures on each number of cores", () => {
		const rows = JSON.parse(sim("sweep", file("queue.json", queue), "--cores", "1,2", "--json"));
		const [one, two] = rows.map((row: { measured: { mean: number }[] }) => row.measured[0]?.mean);
		expect(rows.map((row: { cores: number }) => row.cores)).toEqual([1, 2]);
		expect(two).toBeLessThan(one);
		expect(sim("sweep", file("queue.json", queue), "--cores", "1,2")).toMatch(
			/cores +meanTurnaround +worstWait/,
		);
	});
});

describe("sim replay", () => {
	test("draws every chip of a round", () => {
		const header = createRoundHeader(amdahl, 5, 2, () => false);
		const path = join(folder, "round.svg");
		const text = sim(
			"replay",
			file("drawn.json", { header, commands: [], turns: 40 }),
			"--gantt",
			"--svg",
			path,
		);
		expect(text).toContain("amdahl, chip 1: each column is");
		expect(readFileSync(path, "utf8")).toContain("amdahl, chip 1");
	});
});

describe("help", () => {
	const verbs = ["run", "sweep", "search", "replay", "validate", "references", "schema"];

	test("tells of every verb", () => {
		const all = sim("--help");
		for (const verb of verbs) expect(all).toContain(`sim -- ${verb}`);
	});

	test.each(verbs)("%s explains itself", (verb) => {
		expect(sim(verb, "--help")).toContain(`sim -- ${verb}`);
	});
});

describe("sim schema", () => {
	test("prints the JSON Schema that is committed beside the parser", () => {
		expect(sim("schema")).toBe(readFileSync("shared/sim/scenario.schema.json", "utf8"));
	});

	test("which knows every field of a thread and which of them must be there", () => {
		const thread = JSON.parse(sim("schema")).properties.jobs.items.properties.threads.items;
		expect(thread.required).toEqual(["name", "program"]);
		expect(thread.additionalProperties).toBe(false);
	});
});

describe("validate", () => {
	test("measures every row and says for each what was expected and what came out", {
		timeout: 300_000,
	}, () => {
		const path = join(folder, "validation.html");
		const { code, out } = wrong("validate", "--json", "--page", path);
		const rows: { id: string; expected: number[]; got: number[]; ok: boolean; shortfall?: string }[] =
			JSON.parse(out);
		expect(rows.map(({ id }) => id)).toEqual(ROWS.map(({ id }) => id));
		for (const { id, expected, got, ok, shortfall } of rows) {
			expect(got, id).toHaveLength(expected.length);
			// A row that is not met must say why, and one that is met must not.
			expect({ id, got, ok }).toEqual({ id, got, ok: shortfall === undefined });
		}
		const short = rows.filter(({ ok }) => !ok);
		expect(short.filter(({ shortfall }) => shortfall === undefined)).toEqual([]);
		expect(code).toBe(short.length === 0 ? 0 : 1);
		const page = "shared/validation/validation.html";
		expect(readFileSync(path, "utf8"), `out of date: npm run --silent sim -- validate --page ${page}`).toBe(
			readFileSync(page, "utf8"),
		);
	});

	test("shows a row that fails as failing, with its reason, and is made of all rows or none", () => {
		const page = readFileSync("shared/validation/validation.html", "utf8");
		for (const { id, shortfall } of ROWS) {
			expect(page).toContain(`<tr class="${shortfall === undefined ? "holds" : "fails"}"><td>${id}</td>`);
			if (shortfall !== undefined) expect(page).toContain(`Why it does not: ${shortfall}`);
		}
		expect(wrong("validate", "17", "--page", "x.html").said).toContain("A page shows all rows");
	});

	test("measures one row, and ends with 0 if it holds", () => {
		const { code, out } = wrong("validate", "17", "--json");
		expect([code, JSON.parse(out)]).toMatchObject([0, [{ id: "17", expected: [12], got: [12], ok: true }]]);
	});
});

describe("a mistake on the command line gets one clear answer, and exit code 1", () => {
	test("a broken scenario: every wrong field with its path, what was expected and what was found", () => {
		const broken = {
			...smallest,
			machine: { cores: [{ speed: 3 }] },
			arrivals: [{ type: "at", atNs: -1, job: 0 }],
			color: "red",
		};
		const { code, said, out } = wrong("run", file("broken.json", broken));
		expect([code, out]).toEqual([1, ""]);
		expect(said).toContain("machine.cores[0].speed: Too big: expected number to be <=1, found 3");
		expect(said).toContain("arrivals[0].atNs: Too small: expected number to be >=0, found -1");
		expect(said).toContain('Unrecognized key: "color"');
	});

	test("a job that does not exist", () => {
		const { code, said } = wrong(
			"run",
			file("lost.json", { ...smallest, arrivals: [{ type: "at", atNs: 0, job: 3 }] }),
		);
		expect(code).toBe(1);
		expect(said).toContain("arrivals[0].job: expected the index of a job (0 to 0), found 3");
	});

	test.each([
		[["run", "/nowhere.json"], "no such file"],
		[["run", file("text.json", "{ not json")], "is not JSON"],
		[["run", "amdahl", "--policy", "best"], 'There is no policy "best"; there are random, fifo'],
		[["run", "amdahl", "--cores", "many"], "--cores needs a whole number from 1 to 1024"],
		[["run", "amdahl", "--seed", "-1"], "--seed"],
		[["validate", "99"], "There is no row 99"],
		[["fly", "amdahl"], 'There is no "fly"'],
		[["sweep", "amdahl", "--cores", "1", "--gantt"], "sweep does not use --gantt; it uses --policy, --cores"],
		[["validate", "17", "--seed", "3"], "validate does not use --seed; it uses --json, --page."],
		[["schema", "--json"], "schema does not use --json; it uses no options."],
		[["references", "amdahl"], 'references takes nothing, found also "amdahl".'],
		[["run", "amdahl", "parallel-work"], 'run takes one thing, found also "parallel-work"'],
		[["run", "amdahl", "--seeds", "0"], "--seeds needs a whole number from 1 to 1000"],
		[["run"], "Say what to run"],
		[["replay", file("4.json", { header: { simVersion: 4 } })], "version 4, and this program has 5"],
		[["replay", file("99.json", { header: { simVersion: 99 } })], "version 99, and this program has 5"],
		[["replay", file("no.json", { commands: [] })], "is not a round:\n  header: "],
	])("%j", (args, sentence) => {
		const { code, said, out } = wrong(...args);
		expect([code, out]).toEqual([1, ""]);
		expect(said).toContain(sentence);
		expect(said).not.toContain("    at ");
	});
});
