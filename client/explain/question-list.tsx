import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { Facts, QuestionWords } from "../i18n/base/lesson-texts.ts";
import { lessonTexts, lessonWords as t } from "../i18n/words.ts";
import "./question-list.css";
import "./question-number.css";

type QuestionListProps = {
	lesson: LessonId;
	facts: Facts;
	answered: readonly (number | null)[];
	onAnswer: (question: number, choice: number) => void;
};

/** Three questions with the class's own numbers; each answers back as soon as it is answered. */
export function QuestionList({ lesson, facts, answered, onAnswer }: QuestionListProps) {
	const { questions } = lessonById(lesson);
	return (
		<section class="questions" aria-label={t.questionsTitle}>
			<h3>{t.questionsTitle}</h3>
			{lessonTexts[lesson].questions.map((words, index) => (
				<Question
					key={words.why}
					number={index}
					words={words}
					facts={facts}
					right={questions[index]?.right ?? 0}
					chosen={answered[index] ?? null}
					onChoose={(choice) => onAnswer(index, choice)}
				/>
			))}
		</section>
	);
}

type QuestionProps = {
	number: number;
	words: QuestionWords;
	facts: Facts;
	right: number;
	chosen: number | null;
	onChoose: (choice: number) => void;
};

function Question({ number, words, facts, right, chosen, onChoose }: QuestionProps) {
	return (
		<fieldset class="question">
			<legend>
				<span class="question-number">{number + 1}</span> {words.ask(facts)}
			</legend>
			<div class="question-choices">
				{words.choices.map((choice, index) => (
					<button
						key={choice}
						type="button"
						class={`question-choice ${chosen === null ? "" : lookOf(index, right, chosen)}`}
						// Not disabled: whoever came here by keyboard would be sent back to the beginning of the page.
						aria-disabled={chosen !== null}
						aria-pressed={chosen === index}
						onClick={() => {
							if (chosen === null) onChoose(index);
						}}
					>
						{chosen !== null && (
							<i aria-hidden="true">{index === right ? "✓" : index === chosen ? "✗" : ""}</i>
						)}
						{choice}
					</button>
				))}
			</div>
			<p class="question-why" aria-live="polite">
				{chosen !== null && (
					<>
						<strong>{chosen === right ? t.right : t.wrong}</strong> {words.why}
					</>
				)}
			</p>
		</fieldset>
	);
}

function lookOf(index: number, right: number, chosen: number): string {
	if (index === right) return "question-right";
	return index === chosen ? "question-wrong" : "question-other";
}
