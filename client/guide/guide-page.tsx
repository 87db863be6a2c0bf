import { isPlayed } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { lessonMinutes } from "#shared/lessons/minutes.ts";
import { PLAIN_PLAN } from "#shared/lessons/plan-switches.ts";
import type { GuideFigures } from "#shared/result/guide-figures.ts";
import { experimentFacts, factsOf } from "../explain/facts.ts";
import { list, number } from "../i18n/base/format.ts";
import type { Facts } from "../i18n/base/lesson-texts.ts";
import { sideNamesOf } from "../i18n/side-names.ts";
import { commonWords, lessonTexts, lessonWords, guideWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { PageFrame } from "../ui/page-frame.tsx";
import { DecisionTable } from "./decision-table.tsx";
import { GuideQuestions } from "./guide-questions.tsx";
import { RuleTable } from "./rule-table.tsx";
import { ScoreTable } from "./score-table.tsx";
import { useGuideFigures } from "./use-guide-figures.ts";
import "./guide-page.css";

/** `/guide/<lesson>`: what a teacher needs to know of a lesson, on one sheet of paper. */
export function GuidePage({ lesson }: { lesson: Lesson }) {
	const figures = useGuideFigures(lesson);
	const title = commonWords.lessons[lesson.id];
	const isReady = !isPlayed(lesson) || (figures !== undefined && figures !== "failed");
	return (
		<PageFrame title={t.title(title)} aside={<Link href="/teach">{commonWords.teach}</Link>}>
			<div class="guide-actions">
				<Button look="primary" disabled={!isReady} onClick={() => print()}>
					{t.print}
				</Button>
				<p class="muted" role="status">
					{figures === "failed" ? t.failed : isReady ? t.printHint : t.working}
				</p>
			</div>
			<Guide lesson={lesson} figures={figures === "failed" ? undefined : figures} />
		</PageFrame>
	);
}

function Guide({ lesson, figures }: { lesson: Lesson; figures: GuideFigures | undefined }) {
	const texts = lessonTexts[lesson.id];
	const { guide } = texts;
	return (
		<article class="guide">
			<section>
				<p class="guide-goal">{guide.goal}</p>
				<p>{factsLine(lesson)}</p>
			</section>
			<section>
				<h2>{t.idea}</h2>
				<p>{texts.idea}</p>
			</section>
			<GuideList title={t.watchFor} items={guide.watchFor} />
			{figures !== undefined && <ScoreTable lesson={lesson} levels={figures.levels} />}
			{figures !== undefined && <RuleTable lesson={lesson} rules={figures.rules} />}
			{lesson.decisions.length > 0 && <DecisionTable decisions={lesson.decisions} />}
			<section>
				<h2>{commonWords.phases.predict}</h2>
				<p>{texts.predict}</p>
				<p>
					<strong>
						{number(lesson.prediction.truth, 2)} {texts.predictUnit}.
					</strong>{" "}
					{texts.predictWhy}
				</p>
			</section>
			<GuideQuestions lesson={lesson} facts={guideFacts(lesson, figures)} />
			<GuideList title={t.ask} items={guide.ask} />
			<section>
				<h2>{lessonWords.codeTitle}</h2>
				<pre>{texts.code}</pre>
			</section>
			<section>
				<h2>{lessonWords.leavesOutTitle}</h2>
				<p>{texts.leavesOut}</p>
			</section>
		</article>
	);
}

function GuideList({ title, items }: { title: string; items: readonly string[] }) {
	return (
		<section>
			<h2>{title}</h2>
			<ul>
				{items.map((item) => (
					<li key={item}>{item}</li>
				))}
			</ul>
		</section>
	);
}

/** How long, on which chips, on which sides, and what is measured. */
function factsLine(lesson: Lesson): string {
	const sides = sideNamesOf(lesson.id);
	return [
		t.minutes(lessonMinutes(lesson, { switches: PLAIN_PLAN, level: "standard" })),
		...(isPlayed(lesson) ? [t.chips([...new Set(lesson.chipCores)].sort((one, other) => one - other))] : []),
		...(sides.length === 0 ? [] : [t.sides(list(sides))]),
	].join(" ");
}

/** The numbers that the questions quote: of a class that plays by the naive policy, or of other people. */
function guideFacts(lesson: Lesson, figures: GuideFigures | undefined): Facts | undefined {
	if (!isPlayed(lesson)) return experimentFacts(lesson.prediction.truth);
	const [first, second] = figures?.rounds ?? [];
	if (first === undefined) return undefined;
	return second === undefined ? factsOf(first, null, undefined) : factsOf(second, first, undefined);
}
