import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { median } from "#shared/lib/statistics.ts";
import { number } from "../i18n/base/format.ts";
import { lessonTexts, lessonWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";
import { placeOf, predictionScale, stackDots } from "./prediction-scale.ts";
import { ScaleTicks } from "./scale-ticks.tsx";
import "./prediction-dots.css";

/** Dots that fit side by side: as in prediction-dots.css. */
const COLUMNS = 32;
const LEVELS_MIN = 5;

type PredictionDotsProps = { lesson: LessonId; predictions: readonly number[]; mine: number | null };

/** What was asked and what everybody had committed to, one dot each, with what theory says and one's own marked. */
export function PredictionDots({ lesson, predictions, mine }: PredictionDotsProps) {
	const { prediction } = lessonById(lesson);
	const scale = predictionScale(prediction);
	const dots = stackDots(scale, predictions, COLUMNS);
	const levels = Math.max(LEVELS_MIN, ...dots.map((dot) => dot.level + 1));
	const own = mine === null ? undefined : dots.findLast((dot) => dot.value === mine);
	const truth = number(prediction.truth, 2);
	const summary =
		predictions.length === 0
			? t.predictionNone
			: t.predictionSummary(predictions.length, number(median(predictions), 1), truth);
	return (
		<Figure
			title={t.predictionTitle}
			summary={summary}
			legend={<p class="muted">{lessonTexts[lesson].predict}</p>}
			class="predictions"
		>
			<div class="dots">
				<div class="dots-field" style={{ aspectRatio: `${COLUMNS} / ${levels}`, "--levels": levels }}>
					<i class="dots-truth" style={{ left: `${placeOf(scale, prediction.truth) * 100}%` }}>
						<b>{t.predictionTruth(truth)}</b>
					</i>
					{dots.map((dot) => (
						<i
							key={`${dot.place} ${dot.level}`}
							class={dot === own ? "dot dot-own" : "dot"}
							style={{ left: `${dot.place * 100}%`, bottom: `${(dot.level / levels) * 100}%` }}
						/>
					))}
				</div>
				<div class="dots-axis">
					<ScaleTicks scale={scale} />
				</div>
			</div>
			{mine !== null && (
				<p class="predictions-mine">
					<i class="dot dot-own" /> {t.predictionMine(number(mine, 2))}
				</p>
			)}
		</Figure>
	);
}
