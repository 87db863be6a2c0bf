import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

function command(file: string, ...args: string[]) {
	const { status, stderr, stdout } = spawnSync("node", [file, ...args], { encoding: "utf8" });
	return { code: status, said: stderr, out: stdout };
}

const EVALUATE = "server/cli/evaluate.ts";
const BENCH = "test/bench/main.ts";
/** A module that exports no players. */
const NO_PLAYERS = "shared/lib/letters.ts";

test.each([
	[EVALUATE, "npm run --silent evaluate -- [LESSON | LEVEL ...] [options]"],
	[BENCH, "npm run --silent bench -- [BENCH ...] [options]"],
])("%s explains itself", (file, usage) => {
	const { code, said, out } = command(file, "--help");
	expect([code, said]).toEqual([0, ""]);
	expect(out).toContain(usage);
});

test.each([
	[EVALUATE, ["amdahl", "flying"], "There is no lesson flying; there are parallel-work, "],
	[
		EVALUATE,
		["--seed", "3"],
		"evaluate does not use --seed; it uses --seeds, --cores, --players, --json, --no-waits.",
	],
	[EVALUATE, ["locks", "--seeds", "8"], '--seeds needs two to a thousand seeds, as in 1-8, found "8".'],
	[EVALUATE, ["locks", "--players", "nowhere.ts"], "Cannot load nowhere.ts: "],
	[EVALUATE, ["locks", "--players", "package.json"], "Cannot load package.json: "],
	[
		EVALUATE,
		["locks", "--players", NO_PLAYERS],
		"has to export `players`, a list of { name, perS (0 to 4), act(view) }",
	],
	[BENCH, ["sim", "speed"], 'There is no bench "speed"; there are sim, server, client.'],
	[BENCH, ["--seconds", "3"], "bench does not use --seconds; it uses --json."],
])("%s %j is refused with what there is, before anything is measured", (file, args, sentence) => {
	const { code, said, out } = command(file, ...args);
	expect([code, out]).toEqual([1, ""]);
	expect(said).toContain(sentence);
	expect(said).not.toContain("    at ");
});

test("the example of the page on players is played beside the lesson's own", () => {
	const page = readFileSync("shared/evaluation/PLAYERS.md", "utf8");
	const [, example = ""] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
	const file = join(mkdtempSync(join(tmpdir(), "players-")), "players.ts");
	writeFileSync(file, example);
	const { said, out } = command(
		EVALUATE,
		"load-balancing",
		"--seeds",
		"1-2",
		"--no-waits",
		"--players",
		file,
		"--json",
	);
	expect(said).toBe("");
	const { standings, faults } = JSON.parse(out);
	const own = standings.find(({ name }: { name: string }) => name === "shortest");
	expect(Object.keys(own.points)).toEqual(["all", "scheduler", "core"]);
	expect(own.points.all.mean).toBeLessThan(100);
	expect(Array.isArray(faults)).toBe(true);
});
