import { useEffect, useState } from "preact/hooks";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { sumBars } from "#shared/sim/chip/accounting.ts";
import { barParts, wholePercents } from "../figures/bar-parts.ts";
import { LaneKey, LaneStrip } from "../figures/lane-strip.tsx";
import { causeWords, chipLabels, lessonWords as t } from "../i18n/words.ts";
import { PICTURE_STEPS, type PictureRun, simulateBots, simulateRule } from "./simulate-rule.ts";
import "./simulated-picture.css";

type SimulatedPictureProps = {
	lesson: LessonId;
	/** As bots play it, or how people play at first beside the lesson's rule. */
	shows: "bots" | "rule";
	/** It grows and begins anew, slowly; else it stands as it ends. Never moves where less motion is wanted. */
	moves: boolean;
};

/** The lesson's own first seconds, run here and now. */
export function SimulatedPicture({ lesson, shows, moves }: SimulatedPictureProps) {
	const runs = useWhenIdle(lesson, shows);
	if (runs === undefined) return <div class="simulated-wait" />;
	const words = t.measures[lessonById(lesson).measure.id];
	const shown = runs.map((run, index) => ({
		...run,
		title: titleOf(runs, index),
		result: words.value(run.value),
	}));
	return (
		<div
			class={`simulated ${moves ? "simulated-moves" : ""}`}
			role="img"
			aria-label={shown
				.map((run) => `${run.title}. ${words.title}: ${run.result}. ${sharesOf(run)}.`)
				.join(" ")}
		>
			{shown.map(({ title, result, lanes, starts }) => (
				<div key={title} class="simulated-run">
					<p>
						<strong>{title}</strong>
						{shows === "rule" && (
							<span>
								{words.title}: <b>{result}</b>
							</span>
						)}
					</p>
					<LaneStrip
						lanes={lanes}
						starts={starts}
						from={0}
						to={PICTURE_STEPS}
						labels={lanes.map((_, core) => chipLabels.coreShort(core + 1))}
					/>
				</div>
			))}
			<LaneKey lanes={shown.flatMap(({ lanes }) => lanes)} from={0} to={PICTURE_STEPS} />
		</div>
	);
}

function titleOf([before, after]: readonly PictureRun[], index: number): string {
	if (before === undefined || after === undefined) return t.briefBots;
	if (before.cores !== after.cores) return t.briefCores(index === 0 ? before.cores : after.cores);
	return index === 0 ? t.briefNaive : t.briefExpert;
}

/** The picture for who cannot see it. */
function sharesOf({ lanes }: PictureRun): string {
	return wholePercents(barParts(sumBars(lanes.flat())))
		.filter(({ percent }) => percent > 0)
		.map(({ cause, percent }) => `${causeWords[cause]} ${percent} %`)
		.join(", ");
}

/** Safari has no idle callbacks. */
const whenIdle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 50));
const neverMind = window.cancelIdleCallback ?? window.clearTimeout;

/** A bit at a time, so that nobody who reads or scrolls meanwhile has to wait. */
function useWhenIdle(
	lesson: LessonId,
	shows: SimulatedPictureProps["shows"],
): readonly PictureRun[] | undefined {
	const [made, setMade] = useState<{ readonly of: LessonId; readonly runs: readonly PictureRun[] }>();
	useEffect(() => {
		const work = shows === "bots" ? simulateBots(lesson) : simulateRule(lesson);
		let request = whenIdle(goOn);
		function goOn() {
			const { done, value } = work.next();
			if (done === true) setMade({ of: lesson, runs: value });
			else request = whenIdle(goOn);
		}
		return () => neverMind(request);
	}, [lesson, shows]);
	return made?.of === lesson ? made.runs : undefined;
}
