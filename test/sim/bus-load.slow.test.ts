import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumOf } from "#shared/lib/statistics.ts";
import { NEVER_NS } from "#shared/lib/units.ts";
import { measureBus } from "#shared/result/measure-memory.ts";
import { advance, nextEventNs } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { holds } from "../setup/holds.ts";
import { chipOf } from "./builders.ts";
import { randomScenario, wildScenario } from "./random-scenario.ts";
import { runs } from "./runs.ts";

/** More events than any of these scenarios has: the end of one that stands still. */
const EVENTS_MAX = 50_000;
/** How far above the bandwidth the solution of the bus may be, and the precision of a sum of bytes. */
const PRECISION = 1e-6;
const SUM_PRECISION = 1e-14;

/** Memory of any latency on a bus of any width, for processes with any number of misses in flight. */
const hungry: fc.Arbitrary<Scenario> = fc
	.tuple(
		fc.oneof(randomScenario, wildScenario),
		fc.record({
			dramNs: fc.oneof(fc.constantFrom(0, 0, 1e-6, 0.01), fc.double({ min: 0, max: 300, noNaN: true })),
			sharedHitNs: fc.constantFrom(0, 15),
			bandwidthBytesPerUs: fc.constantFrom(0.5, 40, 800, 20_000, 1e9),
			prefetchLines: fc.constantFrom(1, 64),
		}),
		fc.constantFrom(1, 60, 1_000),
		fc.constantFrom(1, 10, 64),
	)
	.map(([made, change, accessesPerUs, missesInFlight]) => ({
		...made,
		machine: { ...made.machine, ...change },
		processes: made.processes.map((process) => ({ ...process, accessesPerUs, missesInFlight })),
	}));

/** From event to event: the highest load that the bus is said to have, has by its cores' rates, and has had since the last. */
function highestLoads(chip: Chip): number[] {
	const bytesPerNs = chip.scenario.machine.bandwidthBytesPerUs / 1_000;
	const highest = [0, 0, 0];
	let [beforeNs, beforeBytes] = [0, 0];
	for (let events = 0; !chip.finished && events < EVENTS_MAX; events++) {
		const nextNs = nextEventNs(chip);
		if (nextNs === NEVER_NS) break;
		advance(chip, nextNs);
		const { carriedBytes, load } = measureBus(chip);
		const computing = chip.cores.filter(({ activity }) => activity === "computing");
		const rate = sumOf(computing, ({ carriedPerNs }) => carriedPerNs) / bytesPerNs;
		const spanNs = chip.nowNs - beforeNs;
		const spanBytes = carriedBytes * (1 - SUM_PRECISION) - beforeBytes;
		const carried = spanNs === 0 ? 0 : spanBytes / spanNs / bytesPerNs;
		[load, rate, carried].forEach((each, index) => {
			highest[index] = Math.max(highest[index] ?? 0, each);
		});
		[beforeNs, beforeBytes] = [chip.nowNs, carriedBytes];
	}
	return highest;
}

describe("the bus", () => {
	test("[M14] never carries more than its bandwidth: not now, nor from any event to the next", () => {
		holds(
			"bus load",
			fc.property(hungry, fc.nat(), (made, seed) => {
				for (const load of highestLoads(chipOf(made, { seed })))
					expect(load).toBeLessThanOrEqual(1 + PRECISION);
			}),
			runs(60),
		);
	});
});
