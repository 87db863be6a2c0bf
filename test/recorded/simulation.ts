import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import type { EventSink } from "#shared/sim/chip/event.ts";
import { SIM_HASH, SIM_VERSION } from "#shared/sim/version.ts";
import { hashCode } from "../setup/hash-code.ts";
import type { Differences } from "./changes-of.ts";
import { readRecord, writeRecord } from "./files.ts";
import { differencesOfLesson, recordedLesson, recordLesson } from "./recorded-lesson.ts";
import { differencesOfScenarios, recordedScenarios, recordScenarios } from "./recorded-scenario.ts";
import type { Seal } from "./seal.ts";

export const SIMULATION: Seal = {
	what: "The simulation",
	versionName: "SIM_VERSION",
	hashName: "SIM_HASH",
	file: "shared/sim/version.ts",
	history: "shared/sim/RULES.md",
	version: SIM_VERSION,
	hash: SIM_HASH,
};

/**
 * All that opens a round and plays it on, and what makes scenarios, of a lesson or a file: not a lesson's texts,
 * measures or questions.
 */
const ENTRY = [
	`export { createRoundHeader } from "#shared/round/open-lesson-round.ts";`,
	`export { openChip, startChipTurn } from "#shared/round/round.ts";`,
	`export { advance } from "#shared/sim/advance.ts";`,
	`export { checksum } from "#shared/sim/chip/checksum.ts";`,
	`export { parseScenario } from "#shared/sim/scenario/scenario-file.ts";`,
	...LESSON_IDS.map(
		(id, index) => `export { createScenario as of${index} } from "#shared/lessons/${id}.ts";`,
	),
].join("\n");
const LESSON_FILES: readonly string[] = LESSON_IDS.map((id) => `shared/lessons/${id}.ts`);

export const SCENARIOS = "scenarios";

/** What a lesson or the scenarios are recorded under. Each version keeps its own, for as long as it is carried. */
export function nameOf(what: string, version: number = SIM_VERSION): string {
	return `sim-${version}/${what}`;
}

/** Hash of the code that decides how a round goes on. */
export async function hashSimulation(): Promise<string> {
	return (await hashCode(ENTRY, exportScenario)).slice(0, 16);
}

/** A lesson's file without the lesson, in which only the scenario decides: measures, questions and the like do not. */
function exportScenario(source: string, file: string): string {
	if (!LESSON_FILES.includes(file)) return source;
	const rest = source.replace(/^export const \w+: Lesson = \{.*?^\};$/ms, "export { createScenario };");
	if (rest === source) throw new Error(`${file} declares no lesson as the others do`);
	return rest;
}

/** What goes otherwise today than it was recorded, part by part. Events of people's play go to `sink`. */
export function differencesOfSimulation(sink?: EventSink): Differences[] {
	const ofLessons = LESSONS.map((lesson) => {
		const recorded = readRecord(nameOf(lesson.id), recordedLesson);
		return recorded === undefined
			? missing(`the lesson ${lesson.id}`)
			: differencesOfLesson(lesson, recorded, sink);
	});
	const scenarios = readRecord(nameOf(SCENARIOS), recordedScenarios);
	return [
		...ofLessons,
		scenarios === undefined ? missing(SCENARIOS) : differencesOfScenarios(scenarios, sink),
	];
}

/** The types of all commands that people give in what is recorded. */
export function recordedCommands(): string[] {
	const rounds = LESSONS.flatMap(({ id }) => readRecord(nameOf(id), recordedLesson)?.rounds ?? []);
	const scenarios = readRecord(nameOf(SCENARIOS), recordedScenarios)?.scenarios ?? [];
	return [...rounds, ...scenarios].flatMap(({ commands }) =>
		commands.map((line) => line.split(" ")[3] ?? ""),
	);
}

function missing(what: string): Differences {
	return { changed: [], unrecorded: [what] };
}

/** Writes down how everything goes today. `keeps`: people's rounds stay as they are, and what is new comes to them. */
export function recordSimulation(keeps: boolean): void {
	for (const lesson of LESSONS) {
		const kept = keeps ? readRecord(nameOf(lesson.id), recordedLesson) : undefined;
		writeRecord(nameOf(lesson.id), recordLesson(lesson, kept));
	}
	const kept = keeps ? readRecord(nameOf(SCENARIOS), recordedScenarios) : undefined;
	writeRecord(nameOf(SCENARIOS), recordScenarios(kept));
}
