import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { NEVER_NS } from "#shared/lib/units.ts";
import { home } from "#shared/policies/textbook/home.ts";
import { advance, nextEventNs } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { workDoneAt } from "#shared/sim/chip/progress.ts";
import type { ProcessSpec, Scenario } from "#shared/sim/scenario/scenario.ts";
import { chipOf, NO_MEMORY, plainMachine, scenario, thread } from "./builders.ts";

/** Runs to the end, looking at caches and bus at least so often; says how often that was. */
function runLooking(made: Scenario, atLeastEveryNs: number): { chip: Chip; looks: number } {
	const chip = chipOf(made, { policy: home });
	const looked = new Set<number>();
	while (!chip.finished && nextEventNs(chip) < NEVER_NS) {
		const gridNs = (Math.floor(chip.nowNs / atLeastEveryNs) + 1) * atLeastEveryNs;
		if (chip.tickNs < NEVER_NS) chip.tickNs = Math.min(chip.tickNs, gridNs);
		advance(chip, nextEventNs(chip));
		looked.add(chip.memory.refreshedNs);
	}
	return { chip, looks: looked.size };
}

const rabbit: ProcessSpec = { ...NO_MEMORY, workingSetKib: 6_144, accessesPerUs: 60, missesInFlight: 2 };
const streamer: ProcessSpec = {
	...NO_MEMORY,
	accessesPerUs: 200,
	missesInFlight: 10,
	missCurve: { type: "stream" },
};
/** Working sets that push each other out of the L3, beside a stream that keeps the bus busy. */
const crowded = scenario({
	machine: plainMachine(4),
	processes: [rabbit, { ...rabbit, workingSetKib: 3_000 }, streamer, { ...rabbit, accessesPerUs: 10 }],
	jobs: [[0, 1, 2, 3].map((process) => thread(4_000_000 + process * 700_000, { process }))],
});

/** Small working sets, each warm wherever one of its tasks has run last. */
const moving = scenario({
	machine: plainMachine(4),
	processes: Array.from({ length: 4 }, () => ({ ...rabbit, workingSetKib: 384, accessesPerUs: 10 })),
	jobs: [
		Array.from({ length: 60 }, (_, index) =>
			thread(2_000_000 + ((index * 7) % 11) * 400_000, { process: (index * 5 + (index >> 2)) % 4 }),
		),
	],
});

describe("how often the slow states are looked at", () => {
	test.each([
		["tasks of four programs that move between cores", moving],
		["four programs that crowd each other", crowded],
	])(
		"[T7] %s: within 0.1 %% of what looking every us gives, with fewer looks than at every tick",
		(_, made) => {
			const [ours, often] = [runLooking(made, NEVER_NS), runLooking(made, 1_000)];
			expect(Math.abs(ours.chip.nowNs / often.chip.nowNs - 1)).toBeLessThan(0.001);
			const [work, exact] = [ours, often].map(({ chip }) => workDoneAt(chip, chip.nowNs));
			expect(Math.abs((work ?? 0) / (exact ?? 1) - 1)).toBeLessThan(0.001);
			expect(ours.looks).toBeLessThan(runLooking(made, 25_000).looks * 0.55);
		},
	);

	test("[T7] nothing is looked at any more once everything has settled", () => {
		const alone = scenario({
			machine: plainMachine(1),
			processes: [{ ...rabbit, workingSetKib: 200 }],
			jobs: [[thread(50_000_000)]],
		});
		const chip = chipOf(alone, { policy: home });
		advance(chip, 40_000_000);
		expect(at(chip.cores, 0).activity).toBe("computing");
		expect(chip.tickNs).toBe(NEVER_NS);
	});
});
