import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { amdahl } from "#shared/lessons/amdahl.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { replay } from "#shared/round/replay.ts";
import { type RoundLog, roundChecksums } from "#shared/round/round.ts";
import { showChecksum } from "#shared/sim/checksum.ts";

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

const smallest = {
	title: "two tasks",
	machine: { cores: [{}], processSwitchNs: 0 },
	jobs: [{ name: "job", threads: [{ name: "a", program: [{ type: "compute", workNs: 700 }] }] }],
	arrivals: [{ type: "at", atNs: 0, job: 0 }],
	end: { type: "done" },
};

describe("sim", () => {
	it("runs a lesson and gives the same checksum every time", () => {
		const [first, second] = [0, 1].map(() =>
			JSON.parse(sim("run", "amdahl", "--cores", "8", "--policy", "fifo", "--json")),
		);
		expect(first.checksum).toMatch(/^[0-9a-f]{8}$/);
		expect(second).toEqual(first);
	});

	it("replays an exported round to the checksums that it had", () => {
		const header = createRoundHeader(amdahl, 5, 4, (chip, seat) => chip === seat);
		const command = { type: "order", order: "longestFirst" } as const;
		const log: RoundLog = { header, commands: [{ turn: 9, chip: 0, seat: 0, command }], turns: 200 };
		const { chips } = JSON.parse(sim("replay", file("round.json", log), "--json"));
		const sums = roundChecksums(replay(log)).map(showChecksum);
		expect(chips.map((chip: { checksum: string }) => chip.checksum)).toEqual(sums);
	});

	it("runs a scenario file", () => {
		expect(JSON.parse(sim("run", file("good.json", smallest), "--json"))).toMatchObject({
			makespanNs: 700,
			threadsDone: 1,
		});
	});

	it("draws what every core did, and prints the schema of a scenario file", () => {
		const lines = sim("run", file("drawn.json", smallest), "--gantt").split("\n");
		expect(lines.find((line) => line.startsWith("core  1"))).toBe(`core  1 ${"0".repeat(72)}`);
		expect(JSON.parse(sim("schema")).properties.machine.type).toBe("object");
	});

	it("sweeps: the closed chain on 1, 2, 4 and 8 cores follows Amdahl's law for 6/7", () => {
		const rows = JSON.parse(sim("sweep", "amdahl", "--cores", "1,2,4,8", "--policy", "lpt", "--json"));
		const speedups = rows.map((row: { speedup: number }) => row.speedup);
		[1, 1.75, 2.8, 4].forEach((formula, index) => {
			expect(Math.abs(speedups[index] / formula - 1)).toBeLessThan(0.02);
		});
	});
});

describe("validate", () => {
	it("measures every row and says for each what was expected and what came out", { timeout: 300_000 }, () => {
		const { code, out } = wrong("validate", "--json");
		const rows: { id: string; ok: boolean; shortfall?: string }[] = JSON.parse(out);
		expect(rows).toHaveLength(71);
		const short = rows.filter(({ ok }) => !ok);
		expect(short.filter(({ shortfall }) => shortfall === undefined)).toEqual([]);
		expect(code).toBe(short.length === 0 ? 0 : 1);
	});

	it("measures one row, and ends with 0 if it holds", () => {
		const { code, out } = wrong("validate", "17", "--json");
		expect([code, JSON.parse(out)]).toMatchObject([0, [{ id: "17", expected: [12], got: [12], ok: true }]]);
	});
});

describe("a mistake on the command line gets one clear answer, and exit code 1", () => {
	it("a broken scenario: every wrong field with its path, what was expected and what was found", () => {
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

	it("a job that does not exist", () => {
		const { code, said } = wrong(
			"run",
			file("lost.json", { ...smallest, arrivals: [{ type: "at", atNs: 0, job: 3 }] }),
		);
		expect(code).toBe(1);
		expect(said).toContain("arrivals[0].job: expected the index of a job (0 to 0), found 3");
	});

	it.each([
		[["run", "/nowhere.json"], "no such file"],
		[["run", file("text.json", "{ not json")], "is not JSON"],
		[["run", "amdahl", "--policy", "best"], 'There is no policy "best"; there are random, fifo'],
		[["run", "amdahl", "--cores", "many"], "--cores needs a whole number from 1 to 1024"],
		[["run", "amdahl", "--seed", "-1"], "--seed"],
		[["validate", "99"], "There is no row 99"],
		[["fly", "amdahl"], 'There is no "fly"'],
		[["run"], "Say what to run"],
		[["replay", file("old.json", { header: { simVersion: 0 } })], "replays rounds of simulation version"],
	])("%j", (args, sentence) => {
		const { code, said, out } = wrong(...args);
		expect([code, out]).toEqual([1, ""]);
		expect(said).toContain(sentence);
		expect(said).not.toContain("    at ");
	});
});
