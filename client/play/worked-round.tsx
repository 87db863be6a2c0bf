import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { LessonId } from "#shared/lessons/ids.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { expertsInSeats } from "#shared/result/ghosts.ts";
import type { RecordedRound } from "#shared/round/recorded-round.ts";
import { simulation } from "#shared/round/simulation.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { ChipPicture } from "../board/chip-picture.tsx";
import { useReplay } from "../board/use-replay.ts";
import { fixed } from "../i18n/base/format.ts";
import { chipLabels, lessonTexts, playWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { decisionOf, sayDecision } from "./say-decision.ts";
import "./worked-round.css";

/** Lines that stand at a time, the newest first. */
const LINES_MAX = 3;

type WorkedRoundProps = { lesson: LessonId; onClose: () => void };

/** A round on starter that the lesson's expert policy plays in every seat, saying why: to be watched after a first play. */
export function WorkedRound({ lesson, onClose }: WorkedRoundProps) {
	const round = useMemo(() => workedRound(lesson), [lesson]);
	const control = useReplay(round, 0);
	const { replay, shownNs, isPlaying, toggle } = control;
	const [lines, setLines] = useState<readonly { readonly id: number; readonly text: string }[]>([]);
	const picture = useRef((_: ChipEvent) => {});
	control.listener.current = (event) => {
		picture.current(event);
		const decided = decisionOf(event);
		if (decided === undefined) return;
		const text = sayDecision(replay.chip, decided);
		setLines((before) => [{ id: (before[0]?.id ?? 0) + 1, text }, ...before].slice(0, LINES_MAX));
	};
	// Whoever opens it wants to see it run.
	const start = useRef(toggle);
	useEffect(() => start.current(), []);
	const isOver = shownNs >= replay.lengthNs || replay.chip.finished;
	return (
		<section class="worked" aria-label={t.workedTitle}>
			<header>
				<h2>{t.workedTitle}</h2>
				<p>
					<strong>{lessonTexts[lesson].idea}</strong>
				</p>
			</header>
			<ChipPicture
				source={() => ({ chip: replay.chip, nowNs: replay.nowNs, isOver })}
				names={(seat) => ({
					name: seat === 0 ? chipLabels.scheduler : chipLabels.coreShort(seat),
					bot: true,
				})}
				listener={picture}
				label={t.workedTitle}
			/>
			<ul class="worked-lines">
				{lines.map(({ id, text }) => (
					<li key={id}>{text}</li>
				))}
			</ul>
			<div class="worked-controls">
				<Button onClick={toggle}>{isPlaying ? t.pause : t.resume}</Button>
				<output class="numbers">{fixed(shownNs / NS_PER_PLAY_S, 0)} s</output>
				<Button look="primary" onClick={onClose}>
					{t.workedBack}
				</Button>
			</div>
		</section>
	);
}

/** Everybody's seat is a person's, so that the expert takes it. */
function workedRound(lesson: LessonId): RecordedRound {
	const isPerson = () => true;
	const set = { lesson, seed: 1, chips: 1, isPerson, level: "starter", part: 0 } as const;
	return expertsInSeats(simulation.createHeader(set), 0);
}
