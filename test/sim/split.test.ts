import { describe, expect, test } from "vitest";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { finishes, run } from "./builders.ts";

/** A serial part of 9,000 ns, then four parallel ones of 1,000 ns each, then one of 500 that ends it. */
function amdahl(split: unknown, cores = 4) {
	const compute = (workNs: number) => [{ type: "compute", workNs }];
	const part = { name: "part", program: compute(1_000), after: [0] };
	return parseScenario({
		title: "a serial part, split",
		machine: { cores: Array.from({ length: cores }, () => ({})), processSwitchNs: 0, threadSwitchNs: 0 },
		jobs: [
			{
				name: "job",
				threads: [
					{ name: "serial", serial: true, program: compute(9_000), split },
					part,
					part,
					part,
					part,
					{ name: "end", program: compute(500), after: [1, 2, 3, 4] },
				],
			},
		],
		arrivals: [{ type: "at", atNs: 0, job: 0 }],
		end: { type: "done" },
	});
}

function makespan(split: unknown, cores?: number): number {
	const parsed = amdahl(split, cores);
	if (!parsed.ok) throw new Error(parsed.reason.join());
	return Math.max(...finishes(run(parsed.value)));
}

describe("splitting a serial part", () => {
	test("[F14] its parts share the work and run side by side, each with the overhead", () => {
		expect(makespan(undefined)).toBe(9_000 + 1_000 + 500);
		expect(makespan({ parts: 3 })).toBe(3_000 + 1_000 + 500);
		expect(makespan({ parts: 3, overheadNs: 200 })).toBe(3_200 + 1_000 + 500);
		// On one core there is nothing to win, only the overhead to pay.
		expect(makespan({ parts: 3, overheadNs: 200 }, 1)).toBe(9_600 + 4_000 + 500);
	});

	test("[F14] what waited for it waits for all of its parts, no work is lost, and it is serial no more", () => {
		const parsed = amdahl({ parts: 4, overheadNs: 0 });
		const threads = parsed.ok ? (parsed.value.jobs[0]?.threads ?? []) : [];
		expect(threads.map(({ after }) => after)).toEqual([
			...[[], [], [], []],
			...Array.from({ length: 4 }, () => [0, 1, 2, 3]),
			[4, 5, 6, 7],
		]);
		expect(threads.slice(0, 4).map(({ name, serial }) => [name, serial])).toEqual(
			[1, 2, 3, 4].map((part) => [`serial ${part}/4`, false]),
		);
		const uneven = amdahl({ parts: 7 });
		const work = (uneven.ok ? (uneven.value.jobs[0]?.threads ?? []) : []).slice(0, 7).map(({ program }) => {
			const [phase] = program;
			return phase?.type === "compute" ? phase.workNs : 0;
		});
		expect(work.reduce((sum, workNs) => sum + workNs, 0)).toBe(9_000);
	});

	test("more parts than a scenario may hold are refused with the limit", () => {
		expect(amdahl({ parts: 1_025 })).toMatchObject({ ok: false });
		expect(amdahl({ parts: 0 })).toMatchObject({ ok: false });
	});
});
