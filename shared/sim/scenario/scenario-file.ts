import type { z } from "zod";
import { ok, type Result, refuse } from "../../lib/result.ts";
import { SCENARIO_MAX } from "./limits.ts";
import type { LockHandOff, LockSpec, Scenario } from "./scenario.ts";
import { brokenReferences } from "./scenario-check.ts";
import { scenarioFile } from "./scenario-fields.ts";
import { splitJob } from "./split.ts";

/** A scenario as written in a file: fields with a default may be left out. */
export type ScenarioFile = z.input<typeof scenarioFile>;
/** A machine as written in a scenario file. */
export type MachineFile = ScenarioFile["machine"];
/** A core as written in a scenario file. */
export type CoreFile = MachineFile["cores"][number];
/** A thread as written in a scenario file. */
export type ThreadFile = ScenarioFile["jobs"][number]["threads"][number];
/** A phase of a program as written in a scenario file. */
export type PhaseFile = ThreadFile["program"][number];
/** A process as written in a scenario file. */
export type ProcessFile = NonNullable<ScenarioFile["processes"]>[number];

/**
 * Parses `data` as a scenario file, with defaults filled in and split threads cut up. Refuses with one sentence
 * per wrong field, each with its path, what was expected and what was found.
 */
export function parseScenario(data: unknown): Result<Scenario, readonly string[]> {
	const parsed = scenarioFile.safeParse(data, { reportInput: true });
	if (!parsed.success)
		return refuse(
			parsed.error.issues.map((issue) => `${pathOf(issue.path)}: ${issue.message}${foundOf(issue)}`),
		);
	const { $schema: _, ...file } = parsed.data;
	const jobs = file.jobs.map(({ threads, ...job }) => ({
		...job,
		threads: threads.map(({ split: _split, ...thread }) => thread),
	}));
	const locks = file.locks.map((lock) => ({ ...lock, handOff: lock.handOff ?? usualHandOff(lock) }));
	const scenario: Scenario = { ...file, locks, jobs };
	const broken = brokenReferences(scenario);
	if (broken.length > 0) return refuse(broken);
	const whole = jobs.map((job, index) =>
		splitJob(job, file.jobs[index]?.threads.map(({ split }) => split) ?? []),
	);
	const tooMany = whole.flatMap(({ threads }, job) =>
		threads.length > SCENARIO_MAX.threadsPerJob
			? `jobs[${job}].threads: expected at most ${SCENARIO_MAX.threadsPerJob} threads and parts of them, found ${threads.length}`
			: [],
	);
	return tooMany.length > 0 ? refuse(tooMany) : ok({ ...scenario, jobs: whole });
}

/** Real-time mutexes are handed to the most urgent waiter; all others are free until taken, as futexes are. */
function usualHandOff({ order, inherits }: Pick<LockSpec, "order" | "inherits">): LockHandOff {
	return order === "priority" || inherits ? "fifo" : "barging";
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
