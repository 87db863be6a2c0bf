import { describe, expect, test } from "vitest";
import { SCENARIO_MAX } from "#shared/sim/scenario/limits.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";

const smallest = {
	title: "one task",
	machine: { cores: [{}] },
	jobs: [{ name: "job", threads: [{ name: "a", program: [{ type: "compute", workNs: 700 }] }] }],
	arrivals: [{ type: "at", atNs: 0, job: 0 }],
	end: { type: "done" },
};
const withProgram = (...program: unknown[]) => ({
	...smallest,
	jobs: [{ name: "job", threads: [{ name: "a", program }] }],
});
const reasons = (data: unknown): readonly string[] => {
	const parsed = parseScenario(data);
	return parsed.ok ? [] : parsed.reason;
};

describe("scenario file", () => {
	test("what may be left out has a default", () => {
		expect(parseScenario(smallest)).toMatchObject({
			ok: true,
			value: { policy: "fifo", quantumNs: 0, locks: [], processes: [{ accessesPerUs: 0 }] },
		});
	});

	test("takes what is only told to people, and refuses what cannot be told", () => {
		const told = (letter: string, items: unknown) =>
			parseScenario({
				...smallest,
				processes: [{ name: "p", letter }],
				jobs: [{ name: "job", threads: [{ ...smallest.jobs[0]?.threads[0], items }] }],
			});
		const items = { count: 24, eachNs: 400 };
		expect(told("M", items)).toMatchObject({
			value: { processes: [{ letter: "M" }], jobs: [{ threads: [{ items }] }] },
		});
		expect(told("Memory", items)).toMatchObject({ ok: false });
		expect(told("M", { count: 0, eachNs: 400 })).toMatchObject({ ok: false });
	});

	test("refuses a loop that stands still, a device that is not there, an ability that no core has", () => {
		expect(reasons(withProgram({ type: "compute", workNs: 0 }, { type: "repeat" }))).toEqual([
			"jobs[0].threads[0].program[1]: expected something that takes time between phase 0 and here",
		]);
		expect(reasons(withProgram({ type: "io", ns: 5 }))).toEqual([
			"jobs[0].threads[0].program[0].device: expected the index of a device (there is none), found 0",
		]);
		const dsp = { name: "a", needs: "dsp", program: [{ type: "compute", workNs: 1 }] };
		expect(reasons({ ...smallest, jobs: [{ name: "job", threads: [dsp] }] })).toEqual([
			'jobs[0].threads[0].needs: expected what one of its cores can do, found "dsp"',
		]);
	});

	test("refuses what a program certainly does wrong with locks, and nothing that may be right", () => {
		const locks = [{ name: "L" }, { name: "striped", stripes: 2 }];
		const [work, take, free] = [
			{ type: "compute", workNs: 5 },
			{ type: "lock", lock: 0 },
			{ type: "unlock", lock: 0 },
		];
		const told = (...program: object[]) => reasons({ ...withProgram(...program), locks });
		const at = (place: number) => `jobs[0].threads[0].program[${place}].lock: expected`;
		expect(told(work, free)).toEqual([`${at(1)} a lock that the thread owns there, found 0 ("L")`]);
		expect(told(take, take, free, free)).toEqual([
			`${at(1)} a lock that the thread does not own yet, found 0 ("L")`,
		]);
		const kept = `${at(0)} to be freed before the program ends, found 0 ("L") taken and kept`;
		expect(told(take, work)).toEqual([kept]);
		expect(told(take, work, { type: "crash", chance: 0.5 })).toEqual([kept]);
		// From the second lap on it owns the lock already.
		expect(told(take, work, { type: "repeat", times: 3 }, free)).toEqual([
			`${at(0)} a lock that the thread does not own yet, found 0 ("L")`,
			kept,
		]);
		const striped = { type: "lock", lock: 1 };
		const freed = { type: "unlock", lock: 1 };
		for (const program of [
			[take, work, free, work, { type: "repeat", times: 9 }],
			[take, work, { type: "repeat", from: 1, times: 2 }, free],
			[take, work, { type: "crash" }, free],
			[take, work, { type: "repeat", from: 1 }],
			[striped, striped, work, freed, freed],
		])
			expect(told(...program)).toEqual([]);
	});

	test("refuses an end after more jobs than arrive, unless threads hand out more", () => {
		const end = { type: "jobs", count: 3 };
		expect(reasons({ ...smallest, end })).toEqual([
			"end.count: expected at most the number of jobs that arrive (1), found 3",
		]);
		const handsOut = withProgram({ type: "delegate", job: 0, count: 1, ns: 1, nsPerItem: 0 });
		expect(reasons({ ...handsOut, end })).toEqual([]);
	});

	test("refuses a chain of jobs that take no time, and work without end that is to be done", () => {
		const chain = [{ type: "chain", jobs: [0] }];
		const still = { ...withProgram({ type: "compute", workNs: 0 }), arrivals: chain };
		expect(reasons({ ...still, end: { type: "horizon", ns: 5 } })).toEqual([
			"arrivals[0].jobs[0]: expected a job that takes time, because it comes again and again",
		]);
		expect(reasons({ ...smallest, arrivals: chain })).toEqual([
			'end: expected a horizon or a number of jobs, because the work never ends; found "done"',
		]);
	});

	test.each([
		["machine.dramNs", { machine: { cores: [{}], dramNs: 10_001 } }, SCENARIO_MAX.accessNs],
		["machine.wakeNs", { machine: { cores: [{}], wakeNs: 1e8 + 1 } }, SCENARIO_MAX.costNs],
		[
			"machine.l3PartitionsKib[0]",
			{ machine: { cores: [{}], l3PartitionsKib: [1e9] } },
			SCENARIO_MAX.cacheKib,
		],
		["machine.cores[0].activeMw", { machine: { cores: [{ activeMw: 1e9 }] } }, SCENARIO_MAX.powerMw],
		["machine.bandwidthBytesPerUs", { machine: { cores: [{}], bandwidthBytesPerUs: 1e10 } }, 1e9],
		["processes[0].workingSetKib", { processes: [{ name: "p", workingSetKib: 1e9 }] }, SCENARIO_MAX.cacheKib],
		[
			"processes[0].accessesPerUs",
			{ processes: [{ name: "p", accessesPerUs: 1e9 }] },
			SCENARIO_MAX.accessesPerUs,
		],
		[
			"processes[0].missesInFlight",
			{ processes: [{ name: "p", missesInFlight: 65 }] },
			SCENARIO_MAX.missesInFlight,
		],
		["locks[0].stripes", { locks: [{ name: "l", stripes: 1_025 }] }, SCENARIO_MAX.stripesPerLock],
		["channels[0].nsPerByte", { channels: [{ name: "c", nsPerByte: 1_001 }] }, SCENARIO_MAX.nsPerByte],
		["end.ns", { end: { type: "horizon", ns: 1e9 } }, SCENARIO_MAX.horizonNs],
	])("beyond a limit it says where, how much may be and what was found: %s", (path, change, limit) => {
		const [reason = "", ...more] = reasons({ ...smallest, ...change });
		expect(more).toEqual([]);
		expect(reason).toMatch(new RegExp(`^${path.replace(/[.[\]]/g, "\\$&")}: .*<=${limit}, found \\d+$`));
	});
});
