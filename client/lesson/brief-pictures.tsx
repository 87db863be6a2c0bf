import type { LessonId } from "#shared/lessons/ids.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { lessonTexts } from "../i18n/words.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { SimulatedPicture } from "./simulated-picture.tsx";
import "./brief-pictures.css";

/** Its picture is drawn by the simulator, which no other page of this kind needs. */
const loadBrain = () => import("../brain/brain-picture.tsx");

type BriefPictureProps = {
	lesson: LessonId;
	/** Shown large and alone, so that it may move. */
	moves?: boolean;
};

/** The picture of a lesson, as a card and a tile show it: what the simulator makes of it here and now. */
export function BriefPicture({ lesson, moves = false }: BriefPictureProps) {
	const isSimulated = isPlayed(lessonById(lesson));
	const brain = useLoaded(isSimulated ? undefined : loadBrain);
	if (isSimulated) return <SimulatedPicture lesson={lesson} moves={moves} />;
	if (brain === undefined) return <div class="picture-wait" />;
	return (
		<div role="img" aria-label={lessonTexts[lesson].picture}>
			<brain.BrainPicture />
		</div>
	);
}
