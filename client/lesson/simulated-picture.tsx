import { useEffect, useState } from "preact/hooks";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { counted } from "../i18n/format.ts";
import { chipLabels, lessonWords as t } from "../i18n/words.ts";
import { LaneKey, LaneStrip } from "./lane-strip.tsx";
import { BRIEF_STEPS, type BriefRun, simulateBrief } from "./simulate-brief.ts";
import "./simulated-picture.css";

type SimulatedPictureProps = {
	lesson: LessonId;
	/** It grows and begins anew, slowly; else it stands as it ends. Never moves where less motion is wanted. */
	moves: boolean;
};

/** The lesson's own first seconds, run here and now: as most people play, beside the lesson's idea. */
export function SimulatedPicture({ lesson, moves }: SimulatedPictureProps) {
	const runs = useWhenIdle(lesson);
	if (runs === undefined) return <div class="picture-wait" />;
	const { measure, picture } = lessonById(lesson);
	const titles = picture?.cores.map((cores) => counted(cores, "core", "cores")) ?? [
		t.briefNaive,
		t.briefInsight,
	];
	const words = t.measures[measure.id];
	const both = runs.flatMap(({ lanes }) => lanes);
	return (
		<div class={`simulated ${moves ? "simulated-moves" : ""}`}>
			{runs.map(({ lanes, value }, index) => (
				<div key={titles[index]} class="simulated-run">
					<p>
						<strong>{titles[index]}</strong>
						<span>
							{words.title}: <b>{words.value(value)}</b>
						</span>
					</p>
					<LaneStrip
						lanes={lanes}
						from={0}
						to={BRIEF_STEPS}
						labels={lanes.map((_, core) => chipLabels.coreShort(core + 1))}
					/>
				</div>
			))}
			<LaneKey lanes={both} from={0} to={BRIEF_STEPS} />
		</div>
	);
}

/** Safari has no idle callbacks. */
const whenIdle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 50));
const neverMind = window.cancelIdleCallback ?? window.clearTimeout;

function useWhenIdle(lesson: LessonId): readonly BriefRun[] | undefined {
	const [made, setMade] = useState<{ readonly of: LessonId; readonly runs: readonly BriefRun[] }>();
	useEffect(() => {
		const request = whenIdle(() => setMade({ of: lesson, runs: simulateBrief(lesson) }));
		return () => neverMind(request);
	}, [lesson]);
	return made?.of === lesson ? made.runs : undefined;
}
