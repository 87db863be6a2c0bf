import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { lessonWords as t } from "../i18n/en/lesson.ts";
import { fixed, number } from "../i18n/format.ts";
import { Figure } from "../ui/figure.tsx";
import { median } from "./figures.ts";
import { placeOf, predictionScale, stackDots, ticksOf } from "./prediction-scale.ts";
import "./prediction-dots.css";

const WIDTH = 600;
const COLUMNS = 50;
const DOT = WIDTH / COLUMNS;

type PredictionDotsProps = { lesson: LessonId; predictions: readonly number[]; mine: number | null };

/** What everybody had committed to, one dot each, with what theory says and one's own marked. */
export function PredictionDots({ lesson, predictions, mine }: PredictionDotsProps) {
	const { prediction } = lessonById(lesson);
	const scale = predictionScale(prediction);
	const dots = stackDots(scale, predictions, COLUMNS);
	const levels = Math.max(3, ...dots.map((dot) => dot.level + 1));
	const baseY = 34 + levels * DOT;
	const truthX = placeOf(scale, prediction.truth) * WIDTH;
	const own = mine === null ? undefined : dots.findLast((dot) => dot.value === mine);
	const truth = fixed(prediction.truth, 2);
	const summary =
		predictions.length === 0
			? t.predictionNone
			: t.predictionSummary(predictions.length, number(median(predictions), 1), truth);
	return (
		<Figure title={t.predictionTitle} summary={summary} class="predictions">
			<svg viewBox={`-28 0 ${WIDTH + 56} ${baseY + 30}`} aria-hidden="true">
				<path class="predictions-truth" d={`M${truthX} 24V${baseY}`} />
				<text class="predictions-label" x={truthX} y="16" text-anchor="middle">
					{t.predictionTruth(truth)}
				</text>
				{dots.map((dot) => (
					<circle
						key={`${dot.place} ${dot.level}`}
						class={dot === own ? "predictions-own" : "predictions-dot"}
						cx={dot.place * WIDTH}
						cy={baseY - (dot.level + 0.5) * DOT}
						r={DOT / 2 - 1}
					/>
				))}
				<path class="predictions-axis" d={`M0 ${baseY}H${WIDTH}`} />
				{ticksOf(scale).map((tick) => (
					<g key={tick} transform={`translate(${placeOf(scale, tick) * WIDTH} ${baseY})`}>
						<path class="predictions-axis" d="M0 0V6" />
						<text y="23" text-anchor="middle">
							{number(tick)}
						</text>
					</g>
				))}
			</svg>
			{mine !== null && (
				<p class="predictions-mine">
					<i /> {t.predictionMine(number(mine, 2))}
				</p>
			)}
		</Figure>
	);
}
