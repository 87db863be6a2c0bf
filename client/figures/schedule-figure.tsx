import { lessonWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";
import "./schedule-figure.css";

const CORES = 4;
const TASKS = 25;
const STEPS = Math.ceil(TASKS / CORES);

/** Why 25 equal tasks on 4 cores take 7 steps, drawn. */
export function ScheduleFigure() {
	const tasks = Array.from({ length: STEPS * CORES }, (_, index) => index);
	return (
		<Figure title={t.scheduleTitle} summary={t.scheduleNote}>
			<svg viewBox="0 0 452 158" class="schedule" aria-hidden="true">
				{tasks.map((task) => (
					<rect
						key={task}
						class={task < TASKS ? "schedule-task" : "schedule-idle"}
						x={70 + Math.floor(task / CORES) * 54}
						y={(task % CORES) * 33 + 2}
						width="48"
						height="27"
						rx="6"
					/>
				))}
				{Array.from({ length: CORES }, (_, core) => (
					<text key={core} x="0" y={core * 33 + 21}>
						{t.coreNumber(core + 1)}
					</text>
				))}
				{Array.from({ length: STEPS }, (_, step) => (
					<text key={step} x={70 + step * 54 + 24} y="152" text-anchor="middle">
						{step + 1}
					</text>
				))}
			</svg>
		</Figure>
	);
}
