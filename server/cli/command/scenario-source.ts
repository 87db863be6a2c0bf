import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { withCores } from "#shared/sim/scenario/with-cores.ts";
import { readJson } from "./read-json.ts";
import { UsageError } from "./usage-error.ts";
import { one } from "./words.ts";

/** What a lesson or a file has to run: with that seed, on its own number of cores or on `cores`. */
export type ScenarioSource = (seed: number, cores: number | undefined) => Scenario;

/** The one word of a verb that runs something. */
export const WHAT = one("WHAT", scenarioSource);

export const WHAT_HELP = `WHAT is a lesson (${LESSON_IDS.join(", ")}) or the path of a scenario file.
How to write one: shared/sim/SCENARIOS.md; some to begin with: shared/sim/examples.`;

/** The lesson of that name, else the scenario in the file of that path, which is read and checked once. */
function scenarioSource(what: string): ScenarioSource {
	const id = LESSON_IDS.find((known) => known === what);
	if (id !== undefined) return lessonSource(id);
	const parsed = parseScenario(readJson(what));
	if (!parsed.ok)
		throw new UsageError(
			`${what} is not a scenario:\n${parsed.reason.map((line) => `  ${line}`).join("\n")}`,
		);
	return (_, cores) => (cores === undefined ? parsed.value : withCores(parsed.value, cores));
}

function lessonSource(id: (typeof LESSON_IDS)[number]): ScenarioSource {
	const { chipCores, createScenario, policies } = lessonById(id);
	return (seed, cores = chipCores[0] ?? 4) => ({
		...createScenario({ cores, seed, level: "standard", side: 0 }),
		policy: policies.expert,
	});
}
