import { z } from "zod";
import { ok, type Result, refuse } from "../lib/result.ts";
import { LIMITS } from "./limits.ts";
import type { Scenario } from "./scenario.ts";

/**
 * A scenario as a file: `Scenario` as JSON, every number with its range. Times are ns of the machine, work
 * is ns on an ideal core. Unknown fields are refused, so that a misspelt one is not silently ignored.
 */
const name = z.string().min(1).max(80);
const index = z.int().min(0);
const timeNs = z.int().min(0).max(LIMITS.horizonNs);
const costNs = z.int().min(0).max(100_000_000);

const phase = z.discriminatedUnion("type", [
	z.strictObject({ type: z.literal("compute"), workNs: timeNs }),
	z.strictObject({ type: z.literal("lock"), lock: index }),
	z.strictObject({ type: z.literal("unlock"), lock: index }),
]);

const thread = z.strictObject({
	name,
	process: index.default(0),
	after: z.array(index).max(LIMITS.threadsPerJob).default([]),
	program: z.array(phase).min(1).max(LIMITS.phasesPerThread),
	serial: z.boolean().default(false),
});

const machine = z.strictObject({
	cores: z
		.array(
			z.strictObject({
				kind: z.enum(["P", "E"]).default("P"),
				speed: z.number().gt(0).max(1).default(1),
				privateKib: z.number().min(0).max(1_048_576).default(512),
			}),
		)
		.min(1)
		.max(LIMITS.cores),
	privateHitNs: z.number().min(0).max(10_000).default(4.7),
	sharedHitNs: z.number().min(0).max(10_000).default(15),
	dramNs: z.number().min(0).max(10_000).default(90),
	l3PartitionsKib: z.array(z.number().min(0).max(1_048_576)).min(1).max(16).default([8_192]),
	bandwidthBytesPerUs: z.number().gt(0).max(10_000_000).default(20_000),
	lineTransferNs: z.number().min(0).max(10_000).default(60),
	writesPerOwnership: z.number().min(1).max(1_000).default(8),
	processSwitchNs: costNs.default(2_000),
	threadSwitchNs: costNs.default(1_300),
	wakeNs: costNs.default(3_000),
	handOffNs: costNs.default(120),
});

const missCurve = z.discriminatedUnion("type", [
	z.strictObject({ type: z.literal("stream") }),
	z.strictObject({ type: z.literal("linear"), floor: z.number().min(0).max(1).default(0) }),
	z.strictObject({
		type: z.literal("power"),
		kneeKib: z.number().gt(0).max(1_048_576),
		alpha: z.number().gt(0).max(4).default(0.5),
		floor: z.number().min(0).max(1).default(0),
	}),
]);

const process = z.strictObject({
	name,
	workingSetKib: z.number().min(0).max(1_048_576).default(0),
	accessesPerUs: z.number().min(0).max(1_000).default(0),
	missesInFlight: z.number().min(1).max(64).default(1),
	missCurve: missCurve.default({ type: "linear", floor: 0 }),
	l3Partition: index.default(0),
	bandwidthCapBytesPerUs: z.number().min(0).max(10_000_000).default(0),
	sharedWritesPerUs: z.number().min(0).max(100_000).default(0),
});

export const scenarioFile = z.strictObject({
	$schema: z.string().optional(),
	title: name,
	machine,
	processes: z
		.array(process)
		.min(1)
		.max(LIMITS.processes)
		.default([process.parse({ name: "process" })]),
	locks: z
		.array(z.strictObject({ name, waiting: z.enum(["spin", "block"]).default("block") }))
		.max(LIMITS.locks)
		.default([]),
	jobs: z
		.array(z.strictObject({ name, threads: z.array(thread).min(1).max(LIMITS.threadsPerJob) }))
		.min(1)
		.max(LIMITS.jobSpecs),
	arrivals: z
		.array(
			z.discriminatedUnion("type", [
				z.strictObject({ type: z.literal("at"), atNs: timeNs, job: index }),
				z.strictObject({ type: z.literal("chain"), jobs: z.array(index).min(1) }),
			]),
		)
		.min(1)
		.max(LIMITS.arrivals),
	end: z.discriminatedUnion("type", [
		z.strictObject({ type: z.literal("horizon"), ns: z.int().min(1).max(LIMITS.horizonNs) }),
		z.strictObject({ type: z.literal("done") }),
	]),
});

/** The scenario in `data`, or what is wrong with it: one sentence per wrong field, each with its path. */
export function parseScenario(data: unknown): Result<Scenario, readonly string[]> {
	const parsed = scenarioFile.safeParse(data, { reportInput: true });
	if (!parsed.success)
		return refuse(
			parsed.error.issues.map((issue) => `${pathOf(issue.path)}: ${issue.message}${foundOf(issue)}`),
		);
	const { $schema: _, ...scenario } = parsed.data;
	const broken = brokenReferences(scenario);
	return broken.length > 0 ? refuse(broken) : ok(scenario);
}

/** Indices that name nothing, dependencies that go forwards, a chain that could never end. */
function brokenReferences({ machine, processes, locks, jobs, arrivals, end }: Scenario): string[] {
	const broken: string[] = [];
	const check = (path: string, value: number, count: number, what: string): void => {
		if (value >= count)
			broken.push(`${path}: expected the index of ${what} (0 to ${count - 1}), found ${value}`);
	};
	processes.forEach(({ l3Partition }, index) => {
		check(`processes[${index}].l3Partition`, l3Partition, machine.l3PartitionsKib.length, "a part of the L3");
	});
	jobs.forEach(({ threads }, job) => {
		threads.forEach(({ process, after, program }, index) => {
			const path = `jobs[${job}].threads[${index}]`;
			check(`${path}.process`, process, processes.length, "a process");
			after.forEach((other, place) => {
				check(`${path}.after[${place}]`, other, index, "a thread before this one");
			});
			program.forEach((step, place) => {
				if (step.type !== "compute")
					check(`${path}.program[${place}].lock`, step.lock, locks.length, "a lock");
			});
		});
	});
	arrivals.forEach((arrival, index) => {
		if (arrival.type === "at") check(`arrivals[${index}].job`, arrival.job, jobs.length, "a job");
		else {
			for (const [place, job] of arrival.jobs.entries())
				check(`arrivals[${index}].jobs[${place}]`, job, jobs.length, "a job");
		}
	});
	if (end.type === "done" && arrivals.some(({ type }) => type === "chain")) {
		broken.push('end: expected a horizon, because a chain never runs out of jobs; found "done"');
	}
	return broken;
}

function pathOf(path: readonly PropertyKey[]): string {
	const text = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
	return text === "" ? "file" : text.replace(/^\./, "");
}

function foundOf(issue: z.core.$ZodIssue): string {
	if (issue.input === undefined) return issue.message.includes("received") ? "" : ", found nothing";
	const text = JSON.stringify(issue.input);
	return `, found ${text.length > 60 ? `${text.slice(0, 57)}...` : text}`;
}
