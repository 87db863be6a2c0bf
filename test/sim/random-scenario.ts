import fc from "fast-check";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import type { CoreFile, PhaseFile, ProcessFile, ThreadFile } from "#shared/sim/scenario/scenario-file.ts";
import { parseScenario, type ScenarioFile } from "#shared/sim/scenario/scenario-file.ts";
import { endingProgram, wildProgram } from "./random-program.ts";

type ArrivalFile = ScenarioFile["arrivals"][number];

/** A small machine of big and little cores, and handfuls of jobs with memory, locks, messages, devices. */
const parts = {
	cores: fc.array(core(), { minLength: 1, maxLength: 5 }),
	costs: fc.record({
		processSwitchNs: fc.nat(2_000),
		threadSwitchNs: fc.nat(1_000),
		wakeNs: fc.nat(3_000),
		handOffNs: fc.nat(200),
		wakePreempts: fc.boolean(),
		bandwidthBytesPerUs: fc.constantFrom(800, 20_000),
		l3PartitionsKib: fc.constantFrom([0], [300], [8_192], [256, 512]),
		prefetchLines: fc.constantFrom(1, 10),
		dramKib: fc.constantFrom(0, 0, 3_000),
		pageFaultNs: fc.constantFrom(300, 5_000),
	}),
	processes: fc.array(process(), { minLength: 1, maxLength: 3 }),
	lock: fc.record({
		order: fc.constantFrom("arrival" as const, "priority" as const),
		handOff: fc.constantFrom("fifo" as const, "able" as const, "barging" as const),
		inherits: fc.boolean(),
		stripes: fc.constantFrom(1, 1, 2),
		robust: fc.boolean(),
	}),
	waiting: fc.constantFrom("spin" as const, "block" as const, "adaptive" as const),
	chunks: fc.record({ chunks: fc.nat(20), chunkNs: fc.integer({ min: 1, max: 9_000 }) }),
	message: fc.record({
		fixedNs: fc.nat(900),
		nsPerByte: fc.constantFrom(0, 0.002),
		capacity: fc.constantFrom(0, 1, 2),
	}),
	quantumNs: fc.constantFrom(0, 0, 7_000, 25_000),
	runQueueMax: fc.constantFrom(8, 8, 1, 16),
	coresTake: fc.constantFrom(true, true, false),
	coresLookAhead: fc.constantFrom(true, false),
	arrivals: fc.array(fc.nat(200_000), { minLength: 5, maxLength: 5 }),
	handOut: fc.record({
		master: fc.constantFrom(-1, 0, 1),
		ns: fc.nat(900),
		nsPerItem: fc.constantFrom(0, 30),
		misfit: fc.constantFrom(1, 3, 1.7),
		aheadMax: fc.constantFrom(1, 2),
		sizes: fc.constantFrom([1], [4, 16]),
	}),
	divisible: fc.array(
		fc.record({
			// Each item may be a batch, and bots ask for one when they look.
			count: fc.integer({ min: 1, max: 12 }),
			eachNs: fc.integer({ min: 1, max: 900 }),
			needs: fc.constantFrom("", "dsp"),
		}),
		{ maxLength: 3 },
	),
};

/** Everything that comes to an end by itself, whatever the policy. */
export const randomScenario: fc.Arbitrary<Scenario> = fc
	.record({ ...parts, jobs: jobsOf(endingProgram) })
	.map((made) => {
		const arrivals = endingArrivals(made.arrivals, made.jobs.length);
		return parsed({ ...fileOf(made), arrivals, end: { type: "done" } });
	});

/** Anything that a scenario can say: also what dies, never ends, or waits for ever. Ends at a horizon. */
export const wildScenario: fc.Arbitrary<Scenario> = fc
	.record({
		...parts,
		jobs: jobsOf(wildProgram),
		delegates: fc.boolean(),
		nsPerItem: fc.constantFrom(0, 90),
		endless: fc.subarray(["chain" as const, "clients" as const]),
		barrier: fc.record({
			parties: fc.integer({ min: 1, max: 3 }),
			waiting: fc.constantFrom("spin" as const, "block" as const),
		}),
		horizonNs: fc.integer({ min: 1_000, max: 900_000 }),
		backlogLimit: fc.record({
			workNs: fc.integer({ min: 1, max: 1_000_000 }),
			forNs: fc.integer({ min: 1, max: 300_000 }),
		}),
	})
	.map((made) => {
		const file = fileOf(made);
		const { jobs: given, nsPerItem } = made;
		const master: PhaseFile = { type: "delegate", job: given.length, count: 2, ns: 700, nsPerItem };
		const last = { name: "delegated", threads: [{ name: "t", program: [...BRIEF] }] };
		const jobs = file.jobs.map(({ name, threads }) => ({
			name,
			threads: made.delegates
				? threads.map((each) =>
						each.divisible === true ? each : { ...each, program: [master, ...shifted(each.program)] },
					)
				: threads,
		}));
		return parsed({
			...file,
			barriers: [{ name: "barrier", ...made.barrier }],
			jobs: [...jobs, last],
			arrivals: [
				...endingArrivals(made.arrivals, jobs.length),
				...made.endless.map((type) => endlessArrivals(jobs.length)[type]),
			],
			end: { type: "horizon", ns: made.horizonNs, backlogLimit: made.backlogLimit },
		});
	});

const BRIEF: readonly PhaseFile[] = [{ type: "compute", workNs: 5_000 }];

/** The same program one phase later. */
function shifted(program: readonly PhaseFile[]): PhaseFile[] {
	return program.map((phase) =>
		phase.type === "repeat" ? { ...phase, from: (phase.from ?? 0) + 1 } : phase,
	);
}

function core(): fc.Arbitrary<CoreFile> {
	return fc
		.record({
			speed: fc.constantFrom(1, 0.5, 0.451),
			activeMw: fc.constantFrom(1_572, 400),
			privateKib: fc.constantFrom(0, 64, 512),
			sleepAfterNs: fc.constantFrom(0, 0, 4_000),
			wakeLatencyNs: fc.nat(10_000),
			can: fc.constantFrom<string[]>([], ["dsp"]),
		})
		.map((made) => {
			const { speed, activeMw } = made;
			const points = [
				{ speed, activeMw },
				{ speed: 0.3, activeMw: 200 },
			];
			return { ...made, points };
		});
}

function process(): fc.Arbitrary<Omit<ProcessFile, "name">> {
	return fc.record({
		workingSetKib: fc.nat(1_500),
		accessesPerUs: fc.constantFrom(0, 5, 60),
		missesInFlight: fc.constantFrom(1, 2),
		missCurve: fc.constantFrom(
			{ type: "linear" as const },
			{ type: "linear" as const, floor: 0.1 },
			{ type: "stream" as const },
			{ type: "step" as const },
			{ type: "power" as const, kneeKib: 100 },
			{ type: "table" as const, points: [[0, 1] as [number, number], [400, 0.1] as [number, number]] },
		),
		l3Partition: fc.nat(1),
		bandwidthCapBytesPerUs: fc.constantFrom(0, 0, 500),
		sharedWritesPerUs: fc.constantFrom(0, 0, 100),
		restartNs: fc.constantFrom(0, 15_000),
		footprintKib: fc.nat(3_000),
		prefetchKib: fc.constantFrom(0, 0, 40, 2_000),
		writeShare: fc.constantFrom(0, 0, 0.4),
	});
}

function jobsOf(program: fc.Arbitrary<PhaseFile[]>): fc.Arbitrary<ThreadFile[][]> {
	const thread = fc.record({
		name: fc.constant("t"),
		process: fc.nat(2),
		after: fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
		serial: fc.boolean(),
		priority: fc.nat(5),
		deadlineNs: fc.constantFrom(0, 50_000),
		needs: fc.constantFrom("", "", "dsp"),
		cores: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
		program,
		split: fc.option(fc.record({ parts: fc.integer({ min: 1, max: 2 }), overheadNs: fc.nat(2_000) }), {
			nil: undefined,
			freq: 3,
		}),
		ways: fc.array(fc.record({ name: fc.constant("way"), process: fc.nat(2), program }), { maxLength: 2 }),
	});
	return fc.array(fc.array(thread, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
}

type Made = {
	readonly [Part in keyof typeof parts]: (typeof parts)[Part] extends fc.Arbitrary<infer Value>
		? Value
		: never;
} & { readonly jobs: readonly (readonly ThreadFile[])[] };

/** The scenario without arrivals and end. */
function fileOf(made: Made): Omit<ScenarioFile, "arrivals" | "end"> {
	const { l3PartitionsKib, ...costs } = made.costs;
	return {
		title: "random",
		machine: { cores: made.cores, ...costs, l3PartitionsKib: [...l3PartitionsKib] },
		processes: [
			...made.processes.map((each, index) => ({
				...each,
				name: `p${index}`,
				l3Partition: (each.l3Partition ?? 0) % l3PartitionsKib.length,
			})),
			{ name: "divided" },
		],
		locks: [
			{ name: "any", waiting: made.waiting, ...made.lock },
			{ name: "blocking", waiting: "block" },
		],
		pools: [{ name: "pool", ...made.chunks }],
		devices: [{ name: "disk" }, { name: "network" }],
		channels: [
			{ name: "blocking", ...made.message },
			{ name: "spinning", waiting: "spin", ...made.message },
		],
		counters: [{ name: "counter" }],
		quantumNs: made.quantumNs,
		runQueueMax: made.runQueueMax,
		coresTake: made.coresTake,
		coresLookAhead: made.coresLookAhead,
		handOut: { ...made.handOut, sizes: [...made.handOut.sizes], master: masterOf(made) },
		jobs: made.jobs.map((threads, index) => ({
			name: `job ${index}`,
			threads: [
				...threads.map((thread, place) => bounded(thread, place, made)),
				...divisibleOf(made, index, threads.length),
			],
		})),
	};
}

/** A core besides the master does the batches. */
function masterOf({ handOut: { master }, cores }: Made): number {
	return cores.length > 1 && master < cores.length ? master : -1;
}

/** In every second job divisible threads, some of which wait for another thread; in a process in which nothing crashes. */
function divisibleOf({ divisible, processes, cores }: Made, job: number, before: number): ThreadFile[] {
	if (job % 2 > 0) return [];
	const canDsp = cores.some(({ can = [] }) => can.includes("dsp"));
	return divisible.map(({ count, eachNs, needs }, index) => ({
		name: "divisible",
		process: processes.length,
		after: index === 1 && before > 0 ? [0] : [],
		needs: canDsp ? needs : "",
		items: { count, eachNs },
		divisible: true,
		program: [{ type: "compute", workNs: count * eachNs }],
	}));
}

/** Keeps indices inside the scenario, dependencies backwards, and every thread to cores that can run it. */
function bounded(thread: ThreadFile, index: number, { processes, cores }: Made): ThreadFile {
	const able = cores.flatMap(({ can = [] }, id) =>
		thread.needs === "" || can.includes(thread.needs ?? "") ? [id] : [],
	);
	const kept = (thread.cores ?? []).filter((id) => able.includes(id));
	return {
		...thread,
		process: (thread.process ?? 0) % processes.length,
		ways: (thread.ways ?? []).map((way) => ({ ...way, process: (way.process ?? 0) % processes.length })),
		after: (thread.after ?? []).filter((other) => other < index),
		needs: able.length === 0 ? "" : (thread.needs ?? ""),
		cores: able.length === 0 ? [] : kept,
	};
}

function endingArrivals(times: readonly number[], jobs: number): ArrivalFile[] {
	const [gapNs = 0] = times;
	const each = times.slice(0, jobs).map((atNs, job): ArrivalFile => ({ type: "at", atNs, job }));
	const process: ArrivalFile = {
		type: "process",
		job: 0,
		gapNs: gapNs + 1,
		gaps: "exponential",
		work: "exponential",
		count: 2,
	};
	return [...each, process];
}

function endlessArrivals(job: number): Record<"chain" | "clients", ArrivalFile> {
	return {
		chain: { type: "chain", jobs: [job] },
		clients: { type: "clients", job, clients: 2, thinkNs: 9_000, thinking: "exponential" },
	};
}

function parsed(file: ScenarioFile): Scenario {
	const result = parseScenario(file);
	if (!result.ok) throw new Error(`the generator made no scenario: ${result.reason.join("; ")}`);
	return result.value;
}
