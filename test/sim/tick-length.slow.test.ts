import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeProcess } from "#shared/lessons/machine.ts";
import { POLICIES } from "#shared/policies/table.ts";
import { runToEnd } from "#shared/sim/advance.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { holds } from "../setup/holds.ts";
import { chipOf, finishes, plainMachine, scenario, thread } from "./builders.ts";
import { randomScenario } from "./random-scenario.ts";
import { runs } from "./runs.ts";

const TICKS_NS = [5_000, 25_000, 100_000];

/** The same where no cache fills and no bus fills up: writers of one line are all that is left of memory. */
function withoutSlowStates(made: Scenario): Scenario {
	return { ...made, processes: made.processes.map((process) => ({ ...process, accessesPerUs: 0 })) };
}

/** Every thread on a core of its own, each with a working set: nothing but caches and bus decides. */
const crowded = fc
	.array(
		fc.record({
			workingSetKib: fc.integer({ min: 50, max: 1_500 }),
			accessesPerUs: fc.constantFrom(5, 20, 60),
			workNs: fc.integer({ min: 200_000, max: 900_000 }),
		}),
		{ minLength: 1, maxLength: 4 },
	)
	.map((made) =>
		scenario({
			machine: { ...plainMachine(made.length), l3PartitionsKib: [2_048] },
			processes: made.map(({ workingSetKib, accessesPerUs }, index) => ({
				...computeProcess(`p${index}`),
				workingSetKib,
				accessesPerUs,
				missesInFlight: 2,
			})),
			jobs: [made.map(({ workNs }, index) => thread(workNs, { process: index, cores: [index] }))],
		}),
	);

function finishesAt(made: Scenario, tickLengthNs: number): number[] {
	const chip = chipOf(made, { tickLengthNs });
	runToEnd(chip);
	return finishes(chip);
}

describe("[T6] the length of a tick", () => {
	test("[T6] changes nothing where no slow state is involved", () => {
		holds(
			"tick length without slow states",
			fc.property(randomScenario, fc.nat(), fc.constantFrom(...POLICIES), (made, seed, policy) => {
				const results = TICKS_NS.map((tickLengthNs) => {
					const chip = chipOf(withoutSlowStates(made), { seed, policy, tickLengthNs });
					runToEnd(chip);
					return { finishes: finishes(chip), booked: chip.cores.map(({ booked }) => booked) };
				});
				expect(results[1]).toEqual(results[0]);
				expect(results[2]).toEqual(results[0]);
			}),
			runs(50),
		);
	});

	test("[T6] matters less the shorter it is, where caches and the bus move", () => {
		holds(
			"tick length",
			fc.property(crowded, (made) => {
				const fine = finishesAt(made, 500);
				const error = (tickNs: number): number =>
					Math.max(...finishesAt(made, tickNs).map((ns, index) => Math.abs(ns / (fine[index] ?? 0) - 1)));
				const [short = 0, usual = 0, long = 0] = TICKS_NS.map(error);
				expect(short).toBeLessThan(0.004);
				expect(usual).toBeLessThan(0.02);
				expect(short).toBeLessThanOrEqual(long + 1e-4);
			}),
			runs(15),
		);
	});
});
