import { REFERENCE_EFFECT_MS } from "#shared/analysis/prp-reference.ts";
import type { ClassResult } from "#shared/brain/class-result.ts";
import type { PersonMeans } from "#shared/brain/person.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonTexts, lessonWords as t } from "../i18n/words.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { CodeCard } from "./code-card.tsx";
import { PredictionDots } from "./prediction-dots.tsx";
import { QuestionList } from "./question-list.tsx";
import "./explain-card.css";

type ExperimentCardProps = {
	lesson: LessonId;
	experiment: ClassResult;
	predictions: readonly number[];
	own?: {
		readonly predicted: number | null;
		readonly answered: readonly (number | null)[];
		readonly means: PersonMeans | null;
		readonly onAnswer: (question: number, choice: number) => void;
	};
};

const loadBrain = () => import("../brain/explain-experiment.tsx");

/** What a class measured on itself, beside theory, its predictions and questions. */
export function ExperimentCard({ lesson, experiment, predictions, own }: ExperimentCardProps) {
	const brain = useLoaded(loadBrain);
	if (brain === undefined) return <p aria-busy="true">{t.loading}</p>;
	const texts = lessonTexts[lesson];
	const waitMs = experiment.fit?.effectMs ?? REFERENCE_EFFECT_MS;
	const facts = {
		cores: 2,
		speedup: 1,
		parallelShare: 1,
		share: () => 0,
		value: waitMs,
		naive: 0,
		best: waitMs,
		sides: [],
	};
	return (
		<article class="explain explain-measured" aria-label={t.explainTitle}>
			<header class="explain-head">
				<h2>{brain.headlineOf(experiment, texts.headline(facts))}</h2>
			</header>
			<brain.ExplainExperiment result={experiment} own={own?.means ?? null}>
				<div class="explain-panel">
					<PredictionDots lesson={lesson} predictions={predictions} mine={own?.predicted ?? null} />
					<p class="muted small">{texts.predictWhy}</p>
				</div>
			</brain.ExplainExperiment>
			{own !== undefined && (
				<div class="explain-panel explain-wide">
					<QuestionList lesson={lesson} facts={facts} answered={own.answered} onAnswer={own.onAnswer} />
				</div>
			)}
			<div class="explain-panel explain-wide">
				<CodeCard lesson={lesson} />
			</div>
		</article>
	);
}
