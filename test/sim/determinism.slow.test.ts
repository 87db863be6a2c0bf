import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LESSONS } from "#shared/lessons/table.ts";
import { POLICIES } from "#shared/policies/table.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { roundChecksums } from "#shared/round/play-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { replay } from "#shared/round/replay.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { advance } from "#shared/sim/advance.ts";
import { checksum, showChecksum } from "#shared/sim/chip/checksum.ts";
import { holds } from "../setup/holds.ts";
import { chipOf } from "./builders.ts";
import { randomCommands } from "./random-commands.ts";
import { randomScenario } from "./random-scenario.ts";

const lessonLog = fc
	.tuple(fc.constantFrom(...LESSONS), fc.nat(0xffff_ffff), randomCommands)
	.map(([lesson, seed, commands]): RoundLog => {
		const header = createRoundHeader(lesson, seed, 1, (chip, seat) => (chip + seat) % 2 === 0);
		return { header, commands, turns: 120 };
	});

describe("determinism", () => {
	test("[T1] how time is cut never changes anything", () => {
		holds(
			"cuts of time",
			fc.property(
				randomScenario,
				fc.nat(),
				fc.array(fc.nat(50_000), { maxLength: 20 }),
				fc.constantFrom("human" as const, "machine" as const),
				fc.constantFrom(...POLICIES),
				(made, seed, cuts, pace, policy) => {
					const whole = chipOf(made, { seed, pace, policy });
					advance(whole, 500_000);
					const cut = chipOf(made, { seed, pace, policy });
					let toNs = 0;
					for (const span of cuts) {
						toNs += span;
						advance(cut, Math.min(500_000, toNs));
					}
					advance(cut, 500_000);
					expect(checksum(cut)).toBe(checksum(whole));
				},
			),
		);
	});

	test("[P1] the same round twice gives the same checksums, whatever people do", () => {
		holds(
			"same round twice",
			fc.property(lessonLog, (log) => {
				expect(roundChecksums(replay(presentRound(JSON.parse(JSON.stringify(log)))))).toEqual(
					roundChecksums(replay(presentRound(log))),
				);
			}),
			{ numRuns: 25 },
		);
	});

	test("[P1] golden rounds: changed on purpose only, with the simulation's version", () => {
		const golden = LESSONS.map((lesson) => {
			const header = createRoundHeader(lesson, 7, 1, () => false);
			return [
				lesson.id,
				...roundChecksums(replay(presentRound({ header, commands: [], turns: 360 }))).map(showChecksum),
			];
		});
		expect(golden).toMatchInlineSnapshot(`
			[
			  [
			    "parallel-work",
			    "bbf6b2a1",
			  ],
			  [
			    "load-balancing",
			    "fce02416",
			  ],
			  [
			    "scheduling-policy",
			    "a8f5e822",
			  ],
			  [
			    "amdahl",
			    "76be9823",
			    "4d659633",
			    "8e305241",
			    "0f235a12",
			  ],
			  [
			    "locks",
			    "bc90fc4f",
			  ],
			  [
			    "cache-affinity",
			    "6dcf6fb0",
			  ],
			  [
			    "shared-cache",
			    "7c08cbc0",
			  ],
			  [
			    "false-sharing",
			    "2fd4458b",
			  ],
			  [
			    "processes-threads",
			    "da8b2271",
			    "741e9872",
			  ],
			  [
			    "asymmetric",
			    "a96d5d1d",
			  ],
			  [
			    "big-little",
			    "aab78dbd",
			  ],
			  [
			    "interference",
			    "00307346",
			  ],
			  [
			    "brain",
			    "5935c2c2",
			  ],
			  [
			    "rush-hour",
			    "ffb497ba",
			  ],
			]
		`);
	});

	test("[P2] another seed gives another round", () => {
		for (const lesson of LESSONS) {
			const sums = [1, 2].map((seed) =>
				roundChecksums(
					replay(
						presentRound({
							header: createRoundHeader(lesson, seed, 1, () => false),
							commands: [],
							turns: 360,
						}),
					),
				),
			);
			expect(sums[0]).not.toEqual(sums[1]);
		}
	});
});
