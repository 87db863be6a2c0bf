import { isPlayed } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import type { Facts } from "../i18n/base/lesson-texts.ts";
import { lessonTexts, lessonWords, guideWords as t } from "../i18n/words.ts";

type GuideQuestionsProps = {
	lesson: Lesson;
	/** What the questions quote; undefined until it is worked out. */
	facts: Facts | undefined;
};

/** The questions with their right answers, and what somebody believes who takes another one. */
export function GuideQuestions({ lesson, facts }: GuideQuestionsProps) {
	return (
		<section class="guide-questions">
			<h2>{lessonWords.questionsTitle}</h2>
			{isPlayed(lesson) && <p class="guide-small">{t.questionsNote}</p>}
			{facts === undefined ? (
				<p>{t.working}</p>
			) : (
				<ol>
					{lessonTexts[lesson.id].questions.map((words, index) => (
						<li key={words.why}>
							{words.ask(facts)}
							<ul>
								{words.choices.map((choice, position) => {
									const isRight = position === lesson.questions[index]?.right;
									return (
										<li key={choice} class={isRight ? "guide-right" : "guide-wrong"}>
											{isRight ? <strong>{choice}.</strong> : choice}{" "}
											{isRight ? words.why : <em>{t.belief(words.beliefs[position] ?? "")}</em>}
										</li>
									);
								})}
							</ul>
						</li>
					))}
				</ol>
			)}
		</section>
	);
}
