import type { ComponentChildren } from "preact";
import type { ClassResult } from "#shared/brain/class-result.ts";
import type { PersonMeans } from "#shared/brain/person.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonTexts, lessonWords as t } from "../i18n/words.ts";
import { useLoaded } from "../ui/use-loaded.ts";

type ExperimentProps = {
	lesson: LessonId;
	result: ClassResult;
	own: PersonMeans | null;
	/** What the class had predicted. */
	children: ComponentChildren;
};

const loadBrain = () => import("../brain/explain-experiment.tsx");

/** What a class measured on itself, beside theory and its predictions. */
export function Experiment({ lesson, result, own, children }: ExperimentProps) {
	const brain = useLoaded(loadBrain);
	if (brain === undefined) return <p aria-busy="true">{t.loading}</p>;
	return (
		<brain.ExplainExperiment result={result} own={own}>
			<div class="explain-panel">
				{children}
				<p class="muted small">{lessonTexts[lesson].predictWhy}</p>
			</div>
		</brain.ExplainExperiment>
	);
}
