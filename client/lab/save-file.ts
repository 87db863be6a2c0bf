import { scenarioFileOf } from "#shared/lab/setup.ts";
import type { Subject } from "#shared/lab/subject.ts";

export function fileNameOf(subject: Subject): string {
	return subject.type === "setup" ? `coretet-${subject.family}.json` : "coretet-scenario.json";
}

/** The scenario as a file that the command line runs. */
export function scenarioTextOf(subject: Subject): string {
	const file =
		subject.type === "setup" ? scenarioFileOf(subject) : { ...subject.scenario, policy: subject.policy };
	return `${JSON.stringify(file, null, "\t")}\n`;
}
