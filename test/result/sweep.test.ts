import { describe, expect, test } from "vitest";
import { parallelWork } from "#shared/lessons/parallel-work.ts";
import { at } from "#shared/lib/assert.ts";
import { findPolicy } from "#shared/policies/table.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { type SweepSetup, sweep } from "#shared/result/sweep.ts";
import { runToEnd } from "#shared/sim/advance.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";
import { withCores } from "#shared/sim/scenario/with-cores.ts";

const policy = findPolicy("lpt") ?? expect.unreachable();
const scenario = parallelWork.createScenario({ cores: 2, seed: 1, level: "standard", side: 0 });
const setup: SweepSetup = {
	cores: [1, 2, 4],
	scenarioOn: (count) => withCores(scenario, count),
	policy,
	seed: 1,
	pace: "machine",
};

describe("a sweep over numbers of cores", () => {
	test("gives for each what running it alone gives", () => {
		const points = [...sweep(setup)];
		expect(points.map(({ cores }) => cores)).toEqual([1, 2, 4]);
		for (const { cores, checksum, causes } of points) {
			const chip = createChip({
				scenario: withCores(scenario, cores),
				seed: 1,
				seats: botSeats(cores, policy),
				pace: "machine",
			});
			runToEnd(chip);
			expect({ checksum, causes }).toEqual({
				checksum: measureChip(chip).checksum,
				causes: measureChip(chip).causes,
			});
		}
	});

	test("holds speed-up against its first point", () => {
		const [one, two] = [...sweep(setup)];
		const [first, second] = [...sweep({ ...setup, cores: [2, 1] })];
		expect(one?.speedup).toBe(1);
		expect(first?.speedup).toBe(1);
		expect(two?.speedup).toBeGreaterThan(1.5);
		expect((two?.speedup ?? 0) * (second?.speedup ?? 0)).toBeCloseTo(1, 12);
	});

	test("tells each point as soon as it is there", () => {
		const ran: number[] = [];
		const scenarioOn = (count: number) => {
			ran.push(count);
			return withCores(scenario, count);
		};
		const { value } = sweep({ ...setup, scenarioOn }).next();
		expect(at(value?.causesByCore ?? [], 0).useful).toBeGreaterThan(0);
		expect(ran).toEqual([1]);
	});
});
