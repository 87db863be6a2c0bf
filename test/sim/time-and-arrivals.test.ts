import { describe, expect, test } from "vitest";
import { NEVER_NS } from "#shared/lib/units.ts";
import { home } from "#shared/policies/textbook/home.ts";
import { stcf } from "#shared/policies/textbook/stcf.ts";
import { advance } from "#shared/sim/advance.ts";
import { hasCollapsed } from "#shared/sim/chip/backlog.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import { chipOf, events, finishes, run, scenario, thread } from "./builders.ts";

describe("time", () => {
	test("[T2] ends exactly at the horizon and changes nothing afterwards", () => {
		const chip = chipOf(scenario({ jobs: [[thread(1_000)]], end: { type: "horizon", ns: 640 } }));
		advance(chip, 10_000);
		expect([chip.finished, chip.nowNs, chip.cores[0]?.workDoneNs]).toEqual([true, 640, 640]);
		const before = checksum(chip);
		advance(chip, 20_000);
		expect(checksum(chip)).toBe(before);
	});

	test("[T3] ends when everything that arrived is done", () => {
		const arrivals = [
			{ type: "at", atNs: 0, job: 0 },
			{ type: "at", atNs: 5_000, job: 0 },
		] as const;
		const chip = run(scenario({ jobs: [[thread(1_000)]], arrivals }));
		expect([chip.finished, chip.nowNs]).toEqual([true, 6_000]);
	});

	test("[T8] ends when the backlog has been over its limit for so long, and counts anew after it was back", () => {
		const backlogLimit = { workNs: 250, forNs: 500 };
		const jobs = [[thread(100)], [thread(200)], [thread(300)], [thread(900)]];
		const arrivals = [
			{ type: "at", atNs: 0, job: 0 },
			{ type: "at", atNs: 0, job: 1 },
			{ type: "at", atNs: 1_000, job: 2 },
			{ type: "at", atNs: 2_000, job: 3 },
		] as const;
		const made = scenario({ jobs, arrivals, end: { type: "horizon", ns: 9_000, backlogLimit } });
		const chip = chipOf(made);
		// 300 at first, 200 when the first is done; 300 from 1,000 to 1,300; 900 from 2,000 on.
		const overloaded = [50, 150, 1_100, 1_400, 2_100].map((atNs) => {
			advance(chip, atNs);
			return chip.overloadedNs;
		});
		expect(overloaded).toEqual([0, NEVER_NS, 1_000, NEVER_NS, 2_000]);
		advance(chip, 9_000);
		expect([chip.finished, chip.nowNs, hasCollapsed(chip)]).toEqual([true, 2_500, true]);
		const calm = run(scenario({ jobs, arrivals, end: { type: "horizon", ns: 9_000 } }));
		expect([calm.nowNs, hasCollapsed(calm)]).toEqual([9_000, false]);
	});

	test("[T4] within an instant cores come first: a thread that ends frees its core for one that arrives", () => {
		const arrivals = [
			{ type: "at", atNs: 0, job: 0 },
			{ type: "at", atNs: 1_000, job: 0 },
		] as const;
		const chip = chipOf(scenario({ jobs: [[thread(1_000)]], arrivals }));
		expect(events(chip, 3_000, ["jobDone", "announced", "started"])).toEqual([
			"0 announced 0",
			"0 started 0 0",
			"1000 jobDone 0",
			"1000 announced 1",
			"1000 started 1 0",
			"2000 jobDone 1",
		]);
	});
});

describe("arrivals", () => {
	test("[A1] a timed job arrives at its time", () => {
		const arrivals = [{ type: "at", atNs: 700, job: 0 }] as const;
		expect(events(chipOf(scenario({ jobs: [[thread(10)]], arrivals })), 1_000, ["announced"])).toEqual([
			"700 announced 0",
		]);
	});

	test("[A2] in a chain the next job waits for all of the job before", () => {
		const jobs = [[thread(100), thread(300)]];
		const made = scenario({
			cores: 2,
			jobs,
			arrivals: [{ type: "chain", jobs: [0] }],
			end: { type: "horizon", ns: 900 },
		});
		const chip = run(made);
		expect(chip.jobs.slice(0, 3).map((job) => [job.startNs, job.finishNs])).toEqual([
			[0, 300],
			[300, 600],
			[600, 900],
		]);
	});

	test("[A3] a thread is announced when all that it waits for has started, ready when that is done", () => {
		const jobs = [[thread(100), thread(200), thread(50, { after: [0, 1] })]];
		const chip = chipOf(scenario({ jobs }));
		expect(events(chip, 400, ["announced", "ready", "started"])).toEqual([
			"0 announced 0",
			"0 ready 0",
			"0 announced 1",
			"0 ready 1",
			"0 started 0 0",
			"100 started 1 0",
			"100 announced 2",
			"300 ready 2",
			"300 started 2 0",
		]);
		expect(finishes(chip)).toEqual([100, 300, 350]);
	});

	test("[A6] a thread with a home comes to the end of that core's run queue", () => {
		const jobs = [
			[thread(100, { home: 1 }), thread(100, { home: 1 }), thread(100, { home: 0, cores: [1] }), thread(100)],
		];
		const chip = chipOf(scenario({ cores: 2, jobs }), { pace: "human", people: [0, 1, 2] });
		advance(chip, 0);
		expect([chip.cores[1]?.thread, chip.cores[1]?.queue, chip.shared]).toEqual([0, [1], [2, 3]]);
	});

	test("[A6] a policy that deals is not bound to it", () => {
		const jobs = [[thread(100, { home: 1 })], [thread(100, { home: 1 })]];
		const chip = chipOf(scenario({ cores: 2, jobs }), { policy: home });
		expect(events(chip, 0, ["planned"])).toEqual(["0 planned 0 0 0 -1", "0 planned 1 1 0 -1"]);
	});

	test("[D5] [A6] who takes a core gets it, also from a thread that goes back to the core's own queue", () => {
		const jobs = [[thread(300, { home: 0 }), thread(200, { home: 0 })], [thread(50)]];
		const arrivals = [0, 1].map((job) => ({ type: "at", atNs: 100 * job, job }) as const);
		expect(finishes(run(scenario({ jobs, arrivals }), stcf))).toEqual([350, 550, 150]);
	});
});
