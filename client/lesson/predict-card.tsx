import { useEffect, useRef, useState } from "preact/hooks";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import {
	type PredictionScale,
	placeOf,
	predictionScale,
	readPrediction,
	valueAt,
} from "../figures/prediction-scale.ts";
import { ScaleTicks } from "../figures/scale-ticks.tsx";
import { number } from "../i18n/base/format.ts";
import { lessonTexts, lessonWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import "./lesson-card.css";
import "./predict-card.css";

/** Places of the slider, from one end of the scale to the other. */
const SLIDER_STEPS = 200;

type PredictCardProps = {
	lesson: LessonId;
	/** What this student has committed to, if anything. */
	predicted: number | null;
	/** They have chosen to commit to nothing. */
	skipped: boolean;
	/** Takes the number, or null for none; undefined for who only looks on: the desk and the projector. */
	onPredict: ((value: number | null) => void) | undefined;
	/** How many have committed, and how many could. */
	made: number;
	of: number;
};

/** The question of the lesson, and the number that a student commits to until the phase closes. */
export function PredictCard({ lesson, predicted, skipped, onPredict, made, of }: PredictCardProps) {
	const texts = lessonTexts[lesson];
	const [changing, setChanging] = useState(false);
	const asks = onPredict !== undefined && ((predicted === null && !skipped) || changing);
	const card = useRef<HTMLElement>(null);
	const [acts, setActs] = useState(false);
	// What was pressed has gone: whoever uses the keyboard goes on with what is there instead.
	useEffect(() => {
		if (acts) card.current?.querySelector<HTMLElement>("input, button")?.focus();
	}, [asks, acts]);
	const decide = (value: number | null) => {
		onPredict?.(value);
		setChanging(false);
		setActs(true);
	};
	return (
		<section class="lesson-card predict" aria-label={t.predictTitle} ref={card}>
			<h2>{texts.predict}</h2>
			{asks && <PredictForm lesson={lesson} predicted={predicted} onPredict={decide} />}
			{!asks && onPredict !== undefined && (
				<div class="predict-done" aria-live="polite">
					<p>
						<strong>{predicted === null ? t.predictNone : t.predictDone(number(predicted, 2))}</strong>
						<br />
						{t.predictOpen}
					</p>
					<Button onClick={() => setChanging(true)}>{t.predictChange}</Button>
				</div>
			)}
			{onPredict === undefined || of > 1 ? (
				<p class="muted small">{t.predictCount(made, of)}</p>
			) : (
				asks && <p class="muted small">{t.predictBefore}</p>
			)}
		</section>
	);
}

type PredictFormProps = {
	lesson: LessonId;
	predicted: number | null;
	onPredict: (value: number | null) => void;
};

function PredictForm({ lesson, predicted, onPredict }: PredictFormProps) {
	const { prediction } = lessonById(lesson);
	const scale = predictionScale(prediction);
	// At the beginning of the line, far from the answer of any lesson.
	const [value, setValue] = useState(predicted ?? valueAt(scale, 0));
	const [typed, setTyped] = useState(String(value));
	const amount = readPrediction(typed, prediction);
	const isValid = amount !== undefined;
	const unit = lessonTexts[lesson].predictUnit;

	function commit(event: Event) {
		event.preventDefault();
		if (amount !== undefined) onPredict(amount);
	}
	function slide(next: number) {
		setValue(next);
		setTyped(String(next));
	}
	function type(next: string) {
		setTyped(next);
		setValue(readPrediction(next, prediction) ?? value);
	}
	return (
		<form class="predict-form" onSubmit={commit}>
			<PredictSlider scale={scale} value={value} unit={unit} onValue={slide} />
			<div class="predict-row">
				<PredictField typed={typed} isValid={isValid} onType={type} />
				<span>{unit}</span>
				<Button look={predicted === null ? "primary" : "plain"} type="submit" disabled={!isValid}>
					{t.predictCommit}
				</Button>
				<Button onClick={() => onPredict(null)}>{t.predictSkip}</Button>
			</div>
			{!isValid && (
				<p class="predict-wrong" role="alert">
					{t.predictRange(prediction.min, prediction.max)}
				</p>
			)}
		</form>
	);
}

type PredictSliderProps = {
	scale: PredictionScale;
	value: number;
	unit: string;
	onValue: (value: number) => void;
};

function PredictSlider({ scale, value, unit, onValue }: PredictSliderProps) {
	return (
		<div class="predict-slider">
			<input
				type="range"
				min={0}
				max={SLIDER_STEPS}
				step={1}
				value={placeOf(scale, value) * SLIDER_STEPS}
				aria-label={t.predictSlider}
				aria-valuetext={`${number(value, 2)} ${unit}`}
				onInput={(event) => onValue(valueAt(scale, Number(event.currentTarget.value) / SLIDER_STEPS))}
			/>
			<div class="predict-ticks" aria-hidden="true">
				<ScaleTicks scale={scale} />
			</div>
		</div>
	);
}

type PredictFieldProps = { typed: string; isValid: boolean; onType: (typed: string) => void };

function PredictField({ typed, isValid, onType }: PredictFieldProps) {
	return (
		<label>
			<span class="sr-only">{t.predictField}</span>
			<input
				class="predict-number"
				inputMode="decimal"
				value={typed}
				maxLength={8}
				aria-invalid={!isValid}
				onInput={(event) => onType(event.currentTarget.value)}
			/>
		</label>
	);
}
