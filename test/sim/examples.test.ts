import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { policyById } from "#shared/policies/table.ts";
import { runToEnd } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";

const FOLDER = "shared/sim/examples";
const readText = (path: string): string => readFileSync(path, "utf8");

function example(name: string): Scenario {
	const parsed = parseScenario(JSON.parse(readText(`${FOLDER}/${name}.json`)));
	if (!parsed.ok) throw new Error(parsed.reason.join("; "));
	return parsed.value;
}

function run(scenario: Scenario, policy = scenario.policy): Chip {
	const seats = botSeats(scenario.machine.cores.length, policyById(policy));
	const chip = createChip({ scenario, seed: 1, seats, pace: "machine" });
	runToEnd(chip);
	return chip;
}

describe("example scenarios", () => {
	test("two streams on one bus do 1.812 times the work of one", () => {
		const both = example("two-streams");
		const job = at(both.jobs, 0);
		const one = { ...both, jobs: [{ ...job, threads: job.threads.slice(0, 1) }] };
		expect((2 * run(one).nowNs) / run(both).nowNs).toBeCloseTo(1.812, 3);
	});

	test("a lock is taken every 9 us by threads that block and every 2 us by threads that spin", () => {
		const { locks, nowNs } = run(example("lock-convoy"));
		const [blocking = 0, spinning = 0] = locks.map(({ taken }) => nowNs / taken);
		expect(Math.abs(blocking / 9_000 - 1)).toBeLessThan(0.01);
		expect(Math.abs(spinning / 2_000 - 1)).toBeLessThan(0.01);
	});

	test.each([
		["rr", 130_000],
		["fifo", 140_000],
		["lpt", 110_000],
	])("the small graph of tasks under %s takes %i ns", (policy, makespanNs) => {
		expect(run(example("small-dag"), policy).nowNs).toBe(makespanNs);
	});

	test("are all described", () => {
		const text = readText("shared/sim/SCENARIOS.md");
		for (const file of readdirSync(FOLDER)) expect(text).toContain(`(examples/${file})`);
	});
});

describe("SCENARIOS.md", () => {
	test("describes every field of the schema, every variant and every choice", () => {
		const text = readText("shared/sim/SCENARIOS.md");
		const words = wordsOf(JSON.parse(readText("shared/sim/scenario.schema.json")));
		expect(words.size).toBeGreaterThan(80);
		expect([...words].filter((word) => !text.includes(`\`${word}\``) && !text.includes(`"${word}"`))).toEqual(
			[],
		);
	});
});

/** Names of all properties in a JSON Schema, and the values that one may have. */
function wordsOf(schema: unknown, found = new Set<string>()): Set<string> {
	if (typeof schema !== "object" || schema === null) return found;
	for (const [key, value] of Object.entries(schema)) {
		if (key === "default") continue;
		if (key === "properties") for (const name of Object.keys(value)) found.add(name);
		if (key === "const") found.add(String(value));
		if (key === "enum") for (const choice of value) found.add(String(choice));
		wordsOf(value, found);
	}
	return found;
}
