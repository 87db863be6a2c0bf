import { useState } from "preact/hooks";
import type { SeatChoice } from "#shared/class/seat-choice.ts";
import { BUILT_IN_SEEDS } from "#shared/lessons/built-in-seeds.ts";
import type { Level } from "#shared/lessons/ids.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { lessonMinutes } from "#shared/lessons/minutes.ts";
import { PLAIN_PLAN } from "#shared/lessons/plan-switches.ts";
import { numberAt } from "#shared/lib/assert.ts";
import { commonWords, practiceWords as t } from "../i18n/words.ts";
import { type LessonProgress, nextBuiltIn, starsAt } from "../progress/progress.ts";
import { Button } from "../ui/button.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Stars } from "../ui/stars.tsx";
import { kindsOf } from "./seat-kinds.ts";
import { SeedStart } from "./seed-start.tsx";

/** What a practice begins with; without a seed the server draws one. */
export type PracticeStart = { readonly seed: number | undefined; readonly seat: number | undefined };

type LadderStepProps = {
	lesson: Lesson;
	/** From 1, in teaching order. */
	step: number;
	level: Level;
	progress: LessonProgress | undefined;
	busy: boolean;
	/** The seed that a friend's link asks for. */
	challenge: number | undefined;
	onStart: (start: PracticeStart) => void;
};

/** One lesson of the ladder: how far this device got, the seat, and the way in. What wins is found by playing. */
export function LadderStep({ lesson, step, level, progress, busy, challenge, onStart }: LadderStepProps) {
	const title = commonWords.lessons[lesson.id];
	const isScored = isPlayed(lesson);
	/** Without a seed of one's own; undefined: the server draws one. */
	const builtIn = isScored ? nextBuiltIn(progress, level) : undefined;
	const kinds = kindsOf(lesson);
	const [seat, setSeat] = useState(kinds[0]?.seats[0]);
	const start = (seed = builtIn) => onStart({ seed, seat });
	return (
		<li class="card practice-step">
			<h2>
				<span class="practice-number">{step}</span> {title}
			</h2>
			{isScored && <Stars stars={starsAt(progress, level)} />}
			<div class="practice-way">
				{seat !== undefined && kinds.length > 1 && (
					<Segmented
						label={t.seatLabel(title)}
						labelHidden
						options={kinds.map((kind) => ({ value: numberAt(kind.seats, 0), text: seatName(kind) }))}
						value={seat}
						onValue={setSeat}
					/>
				)}
				{lesson.kind.type !== "open" && challenge === undefined && (
					<Button look="primary" busy={busy} label={t.startLabel(title)} onClick={() => start()}>
						{busy ? t.starting : progress === undefined ? t.start : t.startAgain}
					</Button>
				)}
			</div>
			{(lesson.kind.type === "open" || challenge !== undefined) && (
				<SeedStart
					title={title}
					level={level}
					progress={progress}
					busy={busy}
					challenge={challenge}
					onStart={start}
				/>
			)}
			<p class="muted small">
				{[
					t.minutes(lessonMinutes(lesson, { switches: PLAIN_PLAN, level })),
					...got(lesson, progress, level, builtIn),
				].join(" · ")}
			</p>
		</li>
	);
}

function seatName({ seats, kind }: SeatChoice): string {
	return seats[0] === 0 ? t.scheduler : t.core(kind);
}

/** How far this device got, and which round comes next. */
function got(
	lesson: Lesson,
	progress: LessonProgress | undefined,
	level: Level,
	builtIn: number | undefined,
): string[] {
	if (!isPlayed(lesson)) return [progress === undefined ? t.noScore : t.measured];
	if (progress === undefined) return [];
	const best = progress.bestScores[level];
	return [
		best === undefined ? t.notAtLevel : t.best(Math.round(best)),
		t.played(progress.played),
		builtIn === undefined ? t.nextOwn : t.nextBuiltIn(builtIn, BUILT_IN_SEEDS.length),
	];
}
