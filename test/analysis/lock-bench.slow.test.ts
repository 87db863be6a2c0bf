import { describe, expect, test } from "vitest";
import {
	createLockBench,
	gainOfLength,
	LOCK_BENCH,
	LOCK_WAYS,
	type LockBench,
} from "#shared/analysis/lock-bench.ts";
import type { ProgramPhase } from "#shared/sim/scenario/scenario.ts";

/** None of them was looked at while the bench was made. */
const seeds = Array.from({ length: 30 }, (_, index) => 640_001 + 7 * index);
const exactly = (playS: number) => [playS, playS] as const;
const bench = (change: Partial<LockBench>): LockBench => ({ ...LOCK_BENCH, ...change });

describe("sleeping at a long lock and spinning at a short one", () => {
	const cases = [0.2, 0.4, 0.8].flatMap((wakeS) =>
		[0.1, 0.35].flatMap((short) =>
			[2, 4].map((long) => ({
				wakeS,
				short,
				long,
				bench: { wakeS, shortS: exactly(short), longS: exactly(long) },
			})),
		),
	);

	test.each(cases)(
		"beats either alone by 5 per cent: wake-up $wakeS s, locks of $short and $long s",
		(each) => {
			const { spin, sleep } = gainOfLength(bench(each.bench), seeds);
			expect(Math.min(spin, sleep)).toBeGreaterThan(5);
		},
	);

	test("and so it is where both lengths vary from one time to the next", () => {
		for (const wakeS of [0.2, 0.4, 0.8]) {
			const { spin, sleep } = gainOfLength(bench({ wakeS }), seeds);
			expect(Math.min(spin, sleep)).toBeGreaterThan(5);
		}
	});

	test("is nothing to claim on two cores, nor where both locks are held equally long", () => {
		expect(gainOfLength(bench({ cores: 2 }), seeds).sleep).toBeLessThan(5);
		const equal = gainOfLength(bench({ shortS: exactly(1), longS: exactly(1) }), seeds);
		expect(Math.min(equal.spin, equal.sleep)).toBeLessThan(5);
	});
});

test("the bench's ways differ in nothing but how threads wait", () => {
	const [one, ...others] = LOCK_WAYS.map((way) => {
		const { title: _, jobs, ...rest } = createLockBench(LOCK_BENCH, way, 5);
		const plain = (phase: ProgramPhase) => (phase.type === "lock" ? { ...phase, waiting: undefined } : phase);
		const threads = jobs.flatMap((job) =>
			job.threads.map((each) => ({ ...each, program: each.program.map(plain) })),
		);
		return { rest, threads };
	});
	for (const other of others) expect(other).toEqual(one);
});
