import { useMemo } from "preact/hooks";
import { REFERENCE_TIMES } from "#shared/lessons/brain.ts";
import { dualTaskRun } from "./dual-task-lanes.ts";
import { DualTaskTimeline } from "./dual-task-timeline.tsx";

/** The picture of the lesson: the simulator's two cores, soon after each other and long after. */
export function BrainPicture() {
	const runs = useMemo(() => [50, 800].map((soaMs) => dualTaskRun(REFERENCE_TIMES, soaMs)), []);
	return <DualTaskTimeline runs={runs} />;
}
