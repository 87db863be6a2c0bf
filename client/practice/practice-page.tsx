import { useState } from "preact/hooks";
import type { Level } from "#shared/lessons/ids.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { sumOf } from "#shared/lib/statistics.ts";
import { commonWords, labWords, levelWords, practiceWords as t } from "../i18n/words.ts";
import { recallProgress } from "../progress/kept-progress.ts";
import { readPracticeLink } from "../progress/practice-link.ts";
import { type Progress, starsAt } from "../progress/progress.ts";
import { STAR_SCORES } from "../progress/star-scores.ts";
import { LevelChoice } from "../ui/level-choice.tsx";
import { Link } from "../ui/link.tsx";
import { PageFrame } from "../ui/page-frame.tsx";
import { KeptResults } from "./kept-results.tsx";
import { LadderStep } from "./ladder-step.tsx";
import { usePracticeStart } from "./use-practice-start.ts";
import "./practice-page.css";

/** Every lesson alone against bots, in teaching order, on the same server as a class. */
export function PracticePage() {
	const [progress, setProgress] = useState(recallProgress);
	const [challenge] = useState(() => readPracticeLink(location.search));
	const [level, setLevel] = useState<Level>(challenge?.level ?? "standard");
	const { starting, error, start } = usePracticeStart(level);
	return (
		<PageFrame
			title={t.title}
			aside={
				<>
					<Link href="/lab">{labWords.title}</Link>
					<Link href="/">{commonWords.joinClass}</Link>
				</>
			}
		>
			<p class="practice-lead">{t.lead}</p>
			<div class="practice-level">
				<div>
					<LevelChoice label={t.level} level={level} onLevel={setLevel} />
					<p class="muted small">{levelWords[level].about}</p>
				</div>
				<StarCount progress={progress} level={level} />
			</div>
			<ol class="practice-lessons">
				{LESSONS.map((lesson, index) => (
					<LadderStep
						key={lesson.id}
						lesson={lesson}
						step={index + 1}
						level={level}
						progress={progress[lesson.id]}
						busy={starting === lesson.id}
						challenge={challenge?.lesson === lesson.id ? challenge.seed : undefined}
						onStart={(how) => void start(lesson.id, how)}
					/>
				))}
			</ol>
			<p class="practice-error" role="alert">
				{error}
			</p>
			<KeptResults progress={progress} onProgress={setProgress} />
		</PageFrame>
	);
}

/** How many of all stars of the level this device has, and what a star is. */
function StarCount({ progress, level }: { progress: Progress; level: Level }) {
	const scored = LESSONS.filter(isPlayed);
	const won = sumOf(scored, ({ id }) => starsAt(progress[id], level));
	return (
		<div>
			<p class="practice-stars">
				{t.starsAt(won, scored.length * STAR_SCORES.length, levelWords[level].name)}
			</p>
			<p class="muted small">{t.starRule(STAR_SCORES)}</p>
		</div>
	);
}
