import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, numberAt } from "#shared/lib/assert.ts";
import { POLICIES } from "#shared/policies/table.ts";
import { home } from "#shared/policies/textbook/home.ts";
import { advance } from "#shared/sim/advance.ts";
import { causesAt, usefulNs } from "#shared/sim/chip/accounting.ts";
import { CAUSES } from "#shared/sim/chip/chip.ts";
import type { ProcessSpec, ProgramPhase } from "#shared/sim/scenario/scenario.ts";
import { holds } from "../setup/holds.ts";
import { chipOf, NO_MEMORY, plainMachine, run, scenario, thread } from "./builders.ts";
import { mostKib } from "./invariants.ts";
import { randomScenario } from "./random-scenario.ts";

const heavy = (workingSetKib: number): ProcessSpec => ({
	...NO_MEMORY,
	workingSetKib,
	accessesPerUs: 200,
	missesInFlight: 2,
});

describe("private cache", () => {
	test("[C1] a moved 512 KiB working set costs (W / 64) (t_from - t_private) / m: 42.19 us from a warm L3", () => {
		const jobs = [[thread(3_000_000), thread(3_000_000, { after: [0] })]];
		const { threads } = run(scenario({ cores: 2, jobs, processes: [heavy(512)] }), home);
		const warmNs = 3_000_000 * (1 + (200 / 1000 / 2) * 4.7);
		const lostUs = threads.map((each) => (each.finishNs - each.startNs - warmNs) / 1000);
		expect(numberAt(lostUs, 1)).toBeCloseTo(42.19, 1);
		// From DRAM 349.4 us and the queueing for the bus that the reload itself causes.
		expect(numberAt(lostUs, 0)).toBeGreaterThan(349.4);
		expect(numberAt(lostUs, 0)).toBeLessThan(349.4 * 1.03);
	});

	test("[C2] room is made by processes that do not run, least recently run first", () => {
		const processes = [heavy(200), heavy(200), heavy(200)];
		const jobs = [[thread(2_000_000), thread(2_000_000, { process: 1 }), thread(2_000_000, { process: 2 })]];
		const chip = run(scenario({ jobs, processes }));
		expect(at(chip.cores, 0).warmKib.map(Math.round)).toEqual([112, 200, 200]);
	});

	test("[C3] what is warm never exceeds the cache, nor a process its working set", () => {
		holds(
			"warm caches",
			fc.property(randomScenario, fc.nat(), (made, seed) => {
				const chip = run(made, home, seed);
				for (const core of chip.cores) {
					expect(core.warmKib.reduce((sum, kib) => sum + kib, 0)).toBeLessThanOrEqual(
						core.spec.privateKib + 1e-9,
					);
					core.warmKib.forEach((kib, process) => {
						expect(kib).toBeLessThanOrEqual(mostKib(chip, process, core.spec.privateKib));
						expect(kib).toBeGreaterThanOrEqual(0);
					});
				}
			}),
		);
	});
});

/** Whether the program's work is known before it has run. */
const isKnown = (program: readonly ProgramPhase[]): boolean =>
	program.every(
		(phase) => phase.type !== "chunks" && !(phase.type === "compute" && phase.spread !== "fixed"),
	);

describe("books", () => {
	test("[B1] causes sum to the time on every core, at any moment", () => {
		holds(
			"books of causes",
			fc.property(
				randomScenario,
				fc.nat(),
				fc.nat(400_000),
				fc.constantFrom("machine" as const, "human" as const),
				fc.constantFrom(...POLICIES),
				(made, seed, toNs, pace, policy) => {
					const chip = chipOf(made, { seed, pace, policy });
					advance(chip, toNs);
					for (const core of chip.cores) {
						const bar = causesAt(core, chip.nowNs);
						expect(CAUSES.reduce((sum, cause) => sum + bar[cause], 0)).toBe(chip.nowNs);
					}
				},
			),
		);
	});

	test("[B2] useful time times speed is the work done, and the work done is the work that was there", () => {
		holds(
			"books of work",
			fc.property(randomScenario, fc.nat(), fc.constantFrom(...POLICIES), (made, seed, policy) => {
				const chip = run(made, policy, seed);
				const workNs = chip.threads.reduce((sum, each) => sum + each.doneNs, 0);
				const bookedNs = chip.cores.reduce((sum, core) => sum + usefulNs(core) * core.spec.speed, 0);
				const doneNs = chip.cores.reduce((sum, core) => sum + core.workDoneNs, 0);
				const slack = 1e-9 * (1 + workNs);
				expect(Math.abs(doneNs - workNs)).toBeLessThan(slack);
				// A core that was clocked otherwise has had several speeds.
				if (chip.cores.every(({ repricedPj }) => repricedPj === 0))
					expect(Math.abs(bookedNs - workNs)).toBeLessThan(slack);
				for (const { spec, doneNs, workNs } of chip.threads)
					if (isKnown(spec.program)) expect(Math.abs(doneNs - workNs)).toBeLessThan(1e-9 * (1 + workNs));
				for (const core of chip.cores) expect(Math.abs(numberAt(core.owed, 0))).toBeLessThan(2);
			}),
		);
	});

	test("[B3] an idle core books why", () => {
		const jobs = [
			[
				thread(100, { serial: true }),
				thread(40, { after: [0] }),
				thread(60, { after: [0] }),
				thread(5, { after: [1, 2] }),
			],
		];
		const made = scenario({ machine: plainMachine(2), jobs, end: { type: "horizon", ns: 200 } });
		const bar = causesAt(at(run(made).cores, 1), 200);
		expect([bar.idleSerial, bar.useful, bar.idleNothing]).toEqual([100, 60, 40]);
		expect(causesAt(at(run(made).cores, 0), 200).idleBlocked).toBe(20);
		const absent = chipOf(scenario({ jobs: [[thread(50)]] }), { pace: "human", people: [0, 1] });
		advance(absent, 30);
		expect(causesAt(at(absent.cores, 0), 30).idleWorkWaits).toBe(30);
	});
});
