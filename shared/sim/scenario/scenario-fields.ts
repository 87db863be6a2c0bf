import { z } from "zod";
import { SCENARIO_MAX } from "./limits.ts";
import { MEASURES } from "./measures.ts";
import { LOCK_HAND_OFF, LOCK_WAITING } from "./scenario.ts";

// No generated functions: the pages' content security policy forbids them, and files are parsed rarely enough.
z.config({ jitless: true });

/**
 * Fields of a scenario file: `Scenario` as JSON, every number with its range. Times are ns of the machine, work
 * is ns on an ideal core. Unknown fields are refused, so that a misspelt one is not silently ignored.
 */
const name = z.string().min(1).max(SCENARIO_MAX.nameLetters);
const index = z.int().min(0);
const timeNs = z.int().min(0).max(SCENARIO_MAX.horizonNs);
const costNs = z.int().min(0).max(SCENARIO_MAX.costNs);

const spread = z.enum(["fixed", "exponential"]).default("fixed");

const phase = z.discriminatedUnion("type", [
	z.strictObject({ type: z.literal("compute"), workNs: timeNs, spread }),
	z.strictObject({ type: z.literal("lock"), lock: index, waiting: z.enum(LOCK_WAITING).exactOptional() }),
	z.strictObject({ type: z.literal("unlock"), lock: index }),
	z.strictObject({
		type: z.literal("repeat"),
		from: index.default(0),
		times: z.int().min(0).max(SCENARIO_MAX.repeatTimes).default(0),
	}),
	z.strictObject({
		type: z.literal("prefetch"),
		kib: z.number().min(0).max(SCENARIO_MAX.cacheKib).default(0),
	}),
	z.strictObject({ type: z.literal("sleep"), ns: timeNs, spread }),
	z.strictObject({ type: z.literal("io"), device: index.default(0), ns: timeNs, spread }),
	z.strictObject({ type: z.literal("barrier"), barrier: index.default(0) }),
	z.strictObject({ type: z.literal("chunks"), pool: index.default(0) }),
	z.strictObject({
		type: z.literal("send"),
		channel: index,
		bytes: z.int().min(0).max(SCENARIO_MAX.messageBytes).default(0),
	}),
	z.strictObject({ type: z.literal("receive"), channel: index }),
	z.strictObject({ type: z.literal("update"), counter: index.default(0), workNs: timeNs }),
	z.strictObject({
		type: z.literal("delegate"),
		job: index,
		count: z.int().min(1).max(SCENARIO_MAX.jobSpecs).default(1),
		ns: costNs,
		nsPerItem: costNs.default(0),
	}),
	z.strictObject({ type: z.literal("crash"), chance: z.number().min(0).max(1).default(1) }),
]);

const program = z.array(phase).min(1).max(SCENARIO_MAX.phasesPerThread);

const thread = z.strictObject({
	name,
	process: index.default(0),
	after: z.array(index).max(SCENARIO_MAX.threadsPerJob).default([]),
	program,
	serial: z.boolean().default(false),
	priority: z.int().min(0).max(SCENARIO_MAX.priority).default(0),
	needs: z.string().max(SCENARIO_MAX.wordLetters).default(""),
	cores: z.array(index).max(SCENARIO_MAX.cores).default([]),
	home: z
		.int()
		.min(-1)
		.max(SCENARIO_MAX.cores - 1)
		.default(-1),
	deadlineNs: timeNs.default(0),
	items: z
		.strictObject({ count: z.int().min(1).max(SCENARIO_MAX.itemsPerThread), eachNs: timeNs })
		.exactOptional(),
	divisible: z.boolean().exactOptional(),
	split: z
		.strictObject({ parts: z.int().min(1).max(SCENARIO_MAX.partsPerThread), overheadNs: timeNs.default(0) })
		.optional(),
	wayName: z.string().max(SCENARIO_MAX.nameLetters).default(""),
	ways: z
		.array(z.strictObject({ name, process: index.default(0), program }))
		.max(SCENARIO_MAX.waysPerThread)
		.default([]),
});

const speed = z.number().gt(0).max(1);
const powerMw = z.number().min(0).max(SCENARIO_MAX.powerMw);

/**
 * Defaults. Latencies: 14 and 45 cycles at 3 GHz for hits, 90 ns to DRAM, about those of desktop parts since
 * Nehalem; bandwidth: dual-channel DDR4. Power: Cortex-A73 of the HiKey960 at its highest point; latency of
 * waking: RK3588 (both from kernel device trees). Switches: between 1.2 and 4 us have been measured (Li, Ding
 * and Shen 2007; Bendersky 2018).
 */
const machine = z.strictObject({
	cores: z
		.array(
			z.strictObject({
				kind: z.enum(["P", "E"]).default("P"),
				speed: speed.default(1),
				privateKib: z.number().min(0).max(SCENARIO_MAX.cacheKib).default(512),
				can: z
					.array(z.string().min(1).max(SCENARIO_MAX.wordLetters))
					.max(SCENARIO_MAX.abilitiesPerCore)
					.default([]),
				activeMw: powerMw.default(1_572),
				idleMw: powerMw.default(60),
				sleepMw: powerMw.default(0),
				sleepAfterNs: timeNs.default(0),
				wakeLatencyNs: costNs.default(120_000),
				points: z
					.array(z.strictObject({ speed, activeMw: powerMw }))
					.max(SCENARIO_MAX.pointsPerCore)
					.default([]),
			}),
		)
		.min(1)
		.max(SCENARIO_MAX.cores),
	privateHitNs: z.number().min(0).max(SCENARIO_MAX.accessNs).default(4.7),
	sharedHitNs: z.number().min(0).max(SCENARIO_MAX.accessNs).default(15),
	dramNs: z.number().min(0).max(SCENARIO_MAX.accessNs).default(90),
	l3PartitionsKib: z
		.array(z.number().min(0).max(SCENARIO_MAX.cacheKib))
		.min(1)
		.max(SCENARIO_MAX.l3Partitions)
		.default([8_192]),
	prefetchLines: z.int().min(1).max(SCENARIO_MAX.prefetchLines).default(10),
	dramKib: z.number().min(0).max(SCENARIO_MAX.dramKib).default(0),
	pageFaultNs: costNs.min(1).default(100_000),
	bandwidthBytesPerUs: z.number().gt(0).max(SCENARIO_MAX.bandwidthBytesPerUs).default(20_000),
	lineTransferNs: z.number().min(0).max(SCENARIO_MAX.accessNs).default(60),
	writesPerOwnership: z.number().min(1).max(SCENARIO_MAX.writesPerOwnership).default(8),
	processSwitchNs: costNs.default(2_000),
	threadSwitchNs: costNs.default(1_300),
	wakeNs: costNs.default(3_000),
	handOffNs: costNs.default(120),
	wakePreempts: z.boolean().default(true),
});

const missCurve = z.discriminatedUnion("type", [
	z.strictObject({ type: z.literal("stream") }),
	z.strictObject({ type: z.literal("step") }),
	z.strictObject({ type: z.literal("linear"), floor: z.number().min(0).max(1).default(0) }),
	z.strictObject({
		type: z.literal("power"),
		kneeKib: z.number().gt(0).max(SCENARIO_MAX.cacheKib),
		alpha: z.number().gt(0).max(SCENARIO_MAX.missCurveAlpha).default(0.5),
		floor: z.number().min(0).max(1).default(0),
	}),
	z.strictObject({
		type: z.literal("table"),
		points: z
			.array(z.tuple([z.number().min(0).max(SCENARIO_MAX.cacheKib), z.number().min(0).max(1)]))
			.min(1)
			.max(SCENARIO_MAX.missCurvePoints),
	}),
]);

const process = z.strictObject({
	name,
	letter: z
		.string()
		.regex(/^[A-Z]$/)
		.exactOptional(),
	workingSetKib: z.number().min(0).max(SCENARIO_MAX.cacheKib).default(0),
	footprintKib: z.number().min(0).max(SCENARIO_MAX.dramKib).default(0),
	accessesPerUs: z.number().min(0).max(SCENARIO_MAX.accessesPerUs).default(0),
	missesInFlight: z.number().min(1).max(SCENARIO_MAX.missesInFlight).default(1),
	missCurve: missCurve.default({ type: "linear", floor: 0 }),
	l3Partition: index.default(0),
	bandwidthCapBytesPerUs: z.number().min(0).max(SCENARIO_MAX.capBytesPerUs).default(0),
	sharedWritesPerUs: z.number().min(0).max(SCENARIO_MAX.sharedWritesPerUs).default(0),
	prefetchKib: z.number().min(0).max(SCENARIO_MAX.cacheKib).default(0),
	writeShare: z.number().min(0).max(1).default(0),
	restartNs: timeNs.default(0),
});

/** Schema of a scenario file: ranges and defaults of every field; SCENARIOS.md documents them. */
export const scenarioFile = z.strictObject({
	$schema: z.string().optional(),
	title: name,
	machine,
	processes: z
		.array(process)
		.min(1)
		.max(SCENARIO_MAX.processes)
		.default([process.parse({ name: "process" })]),
	locks: z
		.array(
			z.strictObject({
				name,
				waiting: z.enum(LOCK_WAITING).default("block"),
				order: z.enum(["arrival", "priority"]).default("arrival"),
				handOff: z.enum(LOCK_HAND_OFF).optional(),
				inherits: z.boolean().default(false),
				stripes: z.int().min(1).max(SCENARIO_MAX.stripesPerLock).default(1),
				robust: z.boolean().default(true),
			}),
		)
		.max(SCENARIO_MAX.locks)
		.default([]),
	barriers: z
		.array(
			z.strictObject({
				name,
				parties: z.int().min(1).max(SCENARIO_MAX.threadsPerJob),
				waiting: z.enum(["spin", "block"]).default("block"),
			}),
		)
		.max(SCENARIO_MAX.barriers)
		.default([]),
	pools: z
		.array(
			z.strictObject({
				name,
				chunks: z.int().min(0).max(SCENARIO_MAX.chunksPerPool),
				chunkNs: timeNs.min(1),
			}),
		)
		.max(SCENARIO_MAX.pools)
		.default([]),
	devices: z.array(z.strictObject({ name })).max(SCENARIO_MAX.devices).default([]),
	channels: z
		.array(
			z.strictObject({
				name,
				waiting: z.enum(["spin", "block"]).default("block"),
				capacity: z.int().min(0).max(SCENARIO_MAX.channelCapacity).default(0),
				fixedNs: costNs.default(0),
				nsPerByte: z.number().min(0).max(SCENARIO_MAX.nsPerByte).default(0),
			}),
		)
		.max(SCENARIO_MAX.channels)
		.default([]),
	counters: z.array(z.strictObject({ name })).max(SCENARIO_MAX.counters).default([]),
	jobs: z
		.array(z.strictObject({ name, threads: z.array(thread).min(1).max(SCENARIO_MAX.threadsPerJob) }))
		.min(1)
		.max(SCENARIO_MAX.jobSpecs),
	handOut: z
		.strictObject({
			master: z
				.int()
				.min(-1)
				.max(SCENARIO_MAX.cores - 1)
				.default(-1),
			ns: costNs,
			nsPerItem: costNs.default(0),
			misfit: z.number().min(1).max(SCENARIO_MAX.misfit).default(1),
			aheadMax: z.int().min(1).max(SCENARIO_MAX.runQueue).default(2),
			sizes: z
				.array(z.int().min(1).max(SCENARIO_MAX.itemsPerThread))
				.min(1)
				.max(SCENARIO_MAX.batchSizes)
				.default([1]),
		})
		.exactOptional(),
	arrivals: z
		.array(
			z.discriminatedUnion("type", [
				z.strictObject({
					type: z.literal("at"),
					atNs: timeNs,
					job: index,
					notice: name.exactOptional(),
					wave: z.boolean().exactOptional(),
				}),
				z.strictObject({ type: z.literal("chain"), jobs: z.array(index).min(1) }),
				z.strictObject({
					type: z.literal("process"),
					job: index,
					gapNs: timeNs.min(1),
					gaps: spread,
					work: spread,
					count: z.int().min(1).max(SCENARIO_MAX.jobsPerProcess),
				}),
				z.strictObject({
					type: z.literal("clients"),
					job: index,
					clients: z.int().min(1).max(SCENARIO_MAX.clients),
					thinkNs: timeNs,
					thinking: spread,
					work: spread,
				}),
			]),
		)
		.min(1)
		.max(SCENARIO_MAX.arrivals),
	policy: z.string().min(1).max(SCENARIO_MAX.wordLetters).default("fifo"),
	quantumNs: timeNs.default(0),
	runQueueMax: z.int().min(1).max(SCENARIO_MAX.runQueue).default(8),
	coresTake: z.boolean().default(true),
	coresLookAhead: z.boolean().default(true),
	end: z.discriminatedUnion("type", [
		z.strictObject({ type: z.literal("jobs"), count: z.int().min(1).max(SCENARIO_MAX.jobsPerProcess) }),
		z.strictObject({
			type: z.literal("horizon"),
			ns: z.int().min(1).max(SCENARIO_MAX.horizonNs),
			backlogLimit: z.strictObject({ workNs: timeNs.min(1), forNs: timeNs.min(1) }).exactOptional(),
		}),
		z.strictObject({ type: z.literal("done") }),
	]),
	measure: z.array(z.enum(MEASURES)).max(MEASURES.length).default([]),
	seeds: z.int().min(1).max(SCENARIO_MAX.seeds).default(1),
});
