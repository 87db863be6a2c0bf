import { useMemo } from "preact/hooks";
import { REFERENCE_STAGES } from "#shared/lessons/brain.ts";
import { stageRun } from "./stage-lanes.ts";
import { StageTimeline } from "./stage-timeline.tsx";

/** The picture of the lesson: the simulator's two cores, soon after each other and long after. */
export function BrainPicture() {
	const runs = useMemo(() => [50, 800].map((soaMs) => stageRun(REFERENCE_STAGES, soaMs)), []);
	return <StageTimeline runs={runs} />;
}
