import { unreachable } from "#shared/lib/unreachable.ts";
import { labWords as t } from "../i18n/words.ts";
import { valueText } from "./field-text.ts";
import type { LabProblem } from "./lab-link.ts";

/** One sentence on what of a link was not used, and what is there instead. */
export function problemText(problem: LabProblem): string {
	switch (problem.type) {
		case "version":
			return t.problems.version(problem.found);
		case "family":
			return t.problems.family(problem.found, t.families[problem.used].title);
		case "unknownField":
			return t.problems.unknownField(problem.found);
		case "value": {
			const { key, field } = problem;
			return t.problems.value(t.fields[key], problem.found, valueText(key, field, problem.used));
		}
		case "cores":
			return t.problems.cores(problem.used);
		case "scenario":
			return t.problems.scenario(problem.reason);
		case "speed":
			return t.problems.speed(problem.found);
		default:
			return unreachable(problem);
	}
}
