import { useMemo, useState } from "preact/hooks";
import { LESSON_IDS, type LessonId } from "#shared/lessons/ids.ts";
import { commonWords, errorWords, labWords, lessonTexts, practiceWords as t } from "../i18n/words.ts";
import { enterClass } from "../join/enter-class.ts";
import { BriefPicture } from "../lesson/brief-pictures.tsx";
import { useLessonMinutes } from "../lesson/use-lesson-minutes.ts";
import { api } from "../net/api.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Link } from "../ui/link.tsx";
import { navigate } from "../ui/navigate.ts";
import { PageFrame } from "../ui/page-frame.tsx";
import { type LessonProgress, recallProgress } from "./progress.ts";
import "./practice-page.css";

/** Every lesson alone against bots, on the same server as a class. */
export function PracticePage() {
	const progress = useMemo(() => recallProgress(), []);
	const minutes = useLessonMinutes();
	const [starting, setStarting] = useState<LessonId>();
	const [error, setError] = useState("");

	async function start(lesson: LessonId) {
		setError("");
		setStarting(lesson);
		const opened = await api.openPractice(lesson);
		const entered = opened.ok ? await enterClass(opened.value.code, undefined) : opened;
		setStarting(undefined);
		if (entered.ok) navigate(`/play/${entered.value}`);
		else setError(errorWords[entered.error.code]);
	}
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
			<div class="practice-lessons">
				{LESSON_IDS.map((lesson) => (
					<LessonTile
						key={lesson}
						lesson={lesson}
						minutes={minutes.get(lesson)}
						progress={progress[lesson]}
						busy={starting === lesson}
						onStart={() => void start(lesson)}
					/>
				))}
			</div>
			<p class="practice-error" role="alert">
				{error}
			</p>
			<p class="muted small">{t.kept}</p>
		</PageFrame>
	);
}

type LessonTileProps = {
	lesson: LessonId;
	minutes: number | undefined;
	progress: LessonProgress | undefined;
	busy: boolean;
	onStart: () => void;
};

function LessonTile({ lesson, minutes, progress, busy, onStart }: LessonTileProps) {
	const title = commonWords.lessons[lesson];
	const label = progress === undefined ? t.start : t.startAgain;
	return (
		<Card class="practice-tile">
			<div class="practice-picture">
				<BriefPicture lesson={lesson} />
			</div>
			<h2>{title}</h2>
			<p>{lessonTexts[lesson].guide.goal}</p>
			<p class="muted small">
				{minutes !== undefined && `${t.minutes(minutes)} · `}
				{progress === undefined
					? t.notPlayed
					: `${t.best(Math.round(progress.bestScore))}, ${t.played(progress.played)}`}
			</p>
			<Button look="primary" busy={busy} label={t.startLabel(title)} onClick={onStart}>
				{busy ? t.starting : label}
			</Button>
		</Card>
	);
}
