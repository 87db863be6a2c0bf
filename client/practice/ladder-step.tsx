import { BUILT_IN_SEEDS } from "#shared/lessons/built-in-seeds.ts";
import type { Level } from "#shared/lessons/ids.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { lessonMinutes } from "#shared/lessons/minutes.ts";
import { PLAIN_PLAN } from "#shared/lessons/plan-switches.ts";
import { commonWords, lessonTexts, practiceWords as t } from "../i18n/words.ts";
import { BriefPicture } from "../lesson/brief-pictures.tsx";
import { type LessonProgress, nextBuiltIn } from "../progress/progress.ts";
import { Button } from "../ui/button.tsx";
import { SeedStart } from "./seed-start.tsx";
import { Stars } from "./stars.tsx";

type LadderStepProps = {
	lesson: Lesson;
	/** From 1, in teaching order. */
	step: number;
	level: Level;
	progress: LessonProgress | undefined;
	busy: boolean;
	/** The seed that a friend's link asks for. */
	challenge: number | undefined;
	onStart: (seed?: number) => void;
};

/** One lesson of the ladder: what it is about, how far this device got, and the way in. */
export function LadderStep({ lesson, step, level, progress, busy, challenge, onStart }: LadderStepProps) {
	const title = commonWords.lessons[lesson.id];
	const best = progress?.bestScores[level];
	const isScored = isPlayed(lesson);
	/** Without a seed of one's own; undefined: the server draws one. */
	const builtIn = isScored ? nextBuiltIn(progress, level) : undefined;
	return (
		<li class="card practice-step">
			<div class="practice-picture">
				<BriefPicture lesson={lesson.id} />
			</div>
			<h2>
				<span class="practice-number">{step}</span> {title}
			</h2>
			<p>{lessonTexts[lesson.id].guide.goal}</p>
			<div class="practice-got">
				{isScored && <Stars score={best} />}
				<p class="muted small">
					{isScored ? bestWords(progress, best) : measuredWords(progress)}
					<br />
					{t.minutes(lessonMinutes(lesson, { switches: PLAIN_PLAN, level }))}
					{progress !== undefined && ` · ${t.played(progress.played)}`}
					{isScored && (
						<>
							<br />
							{nextWords(builtIn)}
						</>
					)}
				</p>
			</div>
			{lesson.kind.type === "open" || challenge !== undefined ? (
				<SeedStart
					title={title}
					level={level}
					progress={progress}
					busy={busy}
					challenge={challenge}
					onStart={(seed) => onStart(seed ?? builtIn)}
				/>
			) : (
				<Button look="primary" busy={busy} label={t.startLabel(title)} onClick={() => onStart(builtIn)}>
					{busy ? t.starting : progress === undefined ? t.start : t.startAgain}
				</Button>
			)}
		</li>
	);
}

/** An experiment is done, or not yet. */
function measuredWords(progress: LessonProgress | undefined): string {
	return progress === undefined ? t.noScore : t.measured;
}

function nextWords(builtIn: number | undefined): string {
	return builtIn === undefined ? t.nextOwn : t.nextBuiltIn(builtIn, BUILT_IN_SEEDS.length);
}

function bestWords(progress: LessonProgress | undefined, best: number | undefined): string {
	if (best !== undefined) return t.best(Math.round(best));
	return progress === undefined ? t.notPlayed : t.notAtLevel;
}
