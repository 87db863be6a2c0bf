import { LESSON_IDS, type LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { findPolicy, POLICIES } from "#shared/policies/table.ts";
import type { Pace } from "#shared/sim/chip/chip.ts";
import type { Policy } from "#shared/sim/chip/policy.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { withCores } from "#shared/sim/scenario/with-cores.ts";
import { readJson } from "./read-json.ts";
import { UsageError } from "./usage-error.ts";

/** A lesson's scenario or that of a file, on its own number of cores or on `cores`. */
export function scenarioOf(what: string, seed: number, cores: number | undefined): Scenario {
	if ((LESSON_IDS as readonly string[]).includes(what)) {
		const lesson = lessonById(what as LessonId);
		return lesson.createScenario({
			cores: cores ?? lesson.chipCores[0] ?? 4,
			seed,
			level: "standard",
			side: 0,
		});
	}
	const parsed = parseScenario(readJson(what));
	if (!parsed.ok)
		throw new UsageError(
			`${what} is not a scenario:\n${parsed.reason.map((line) => `  ${line}`).join("\n")}`,
		);
	return cores === undefined ? parsed.value : withCores(parsed.value, cores);
}

/** The policy of that name, as written on the command line or in a file. */
export function policyOf(id: string): Policy {
	const policy = findPolicy(id);
	if (policy === undefined)
		throw new UsageError(
			`There is no policy "${id}"; there are ${POLICIES.map((known) => known.id).join(", ")}.`,
		);
	return policy;
}

export function paceOf(pace: string): Pace {
	if (pace === "machine" || pace === "human") return pace;
	throw new UsageError(`There is no pace "${pace}"; there are machine and human.`);
}

export function wholeNumber(option: string, text: string, least: number, most: number): number {
	const value = Number(text);
	if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
	throw new UsageError(`${option} needs a whole number from ${least} to ${most}, found "${text}".`);
}
