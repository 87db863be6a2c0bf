import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

function command(file: string, ...args: string[]) {
	const { status, stderr, stdout } = spawnSync("node", [file, ...args], { encoding: "utf8" });
	return { code: status, said: stderr, out: stdout };
}

const EVALUATE = "server/cli/evaluate.ts";
const BENCH = "test/bench/main.ts";

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
	[EVALUATE, ["--seed", "3"], "evaluate does not use --seed; it uses --judge."],
	[BENCH, ["sim", "speed"], 'There is no bench "speed"; there are sim, server, client.'],
	[BENCH, ["--seconds", "3"], "bench does not use --seconds; it uses --json."],
])("%s %j is refused with what there is, before anything is measured", (file, args, sentence) => {
	const { code, said, out } = command(file, ...args);
	expect([code, out]).toEqual([1, ""]);
	expect(said).toContain(sentence);
	expect(said).not.toContain("    at ");
});
