import { LEVELS } from "#shared/lessons/ids.ts";
import { sideKeysOf } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import type { LessonText } from "../../client/i18n/base/lesson-texts.ts";

/**
 * What a lesson does not say in a language, one sentence each, beginning with the lesson and the language; [] if
 * nothing is missing.
 */
export function textFaults(lesson: Lesson, language: string, text: LessonText | undefined): string[] {
	const of = (fault: string) => `${lesson.id} (${language}): ${fault}`;
	if (text === undefined) return [of("has no texts")];
	return [...emptyTexts(text, ""), ...missingNames(lesson, text), ...questionTexts(lesson, text)].map(of);
}

/** Texts that are there and say nothing. `beliefs` says nothing on purpose behind the right choice. */
function emptyTexts(value: unknown, path: string): string[] {
	if (value === undefined || value === null) return [`${path} is missing`];
	if (typeof value === "string") return value.trim() === "" ? [`${path} is empty`] : [];
	if (Array.isArray(value) && value.length === 0) return [`${path} is empty`];
	if (typeof value !== "object") return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		const here = path === "" ? key : `${path}.${key}`;
		return key === "beliefs" || key === "predictUnit" ? [] : emptyTexts(inner, here);
	});
}

/** Sides, and ways in which its tasks can be done, by the keys that the lesson gives them. */
function missingNames({ kind, chipCores, createScenario }: Lesson, text: LessonText): string[] {
	const ways = new Set<string>();
	for (const level of LEVELS) {
		const scenario = createScenario({ cores: chipCores[0] ?? 1, seed: 1, level, side: 0 });
		for (const { threads } of scenario.jobs)
			for (const thread of threads)
				if (thread.ways.length > 0)
					for (const { name } of [{ name: thread.wayName }, ...thread.ways]) ways.add(name);
	}
	return [
		...sideKeysOf({ kind })
			.filter((side) => (text.sides[side] ?? "") === "")
			.map((side) => `sides.${side} is missing`),
		...[...ways].filter((way) => (text.ways[way] ?? "") === "").map((way) => `ways.${way} is missing`),
	];
}

/** As many questions and choices as the lesson has, and behind every wrong choice what somebody believes. */
function questionTexts({ questions }: Lesson, text: LessonText): string[] {
	const faults: string[] = [];
	if (text.questions.length !== questions.length)
		faults.push(`questions has ${text.questions.length} texts for ${questions.length} questions`);
	questions.forEach(({ choices, right }, index) => {
		const words = text.questions[index];
		if (words === undefined) return;
		const path = `questions[${index}]`;
		if (words.choices.length !== choices)
			faults.push(`${path}.choices has ${words.choices.length} texts for ${choices} choices`);
		words.choices.forEach((_, choice) => {
			const isSaid = (words.beliefs[choice] ?? "") !== "";
			if (choice === right && isSaid)
				faults.push(`${path}.beliefs[${choice}] stands behind the right choice`);
			if (choice !== right && !isSaid)
				faults.push(`${path}.beliefs[${choice}] is missing behind a wrong choice`);
		});
	});
	return faults;
}
