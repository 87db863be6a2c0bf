import type { LessonId } from "#shared/lessons/ids.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { SimulatedPicture } from "../explain/simulated-picture.tsx";
import { brainWords } from "../i18n/words.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import "./brief-pictures.css";

/** No other page of this kind needs it. */
const loadTasks = () => import("../brain/brain-tasks.tsx");

type BriefPictureProps = {
	lesson: LessonId;
	/** Shown large and alone, so that it may move. */
	moves?: boolean;
};

/** What a brief shows: the chip at work, or what people are to do themselves. What wins, it leaves to be found. */
export function BriefPicture({ lesson, moves = false }: BriefPictureProps) {
	const isSimulated = isPlayed(lessonById(lesson));
	const brain = useLoaded(isSimulated ? undefined : loadTasks);
	if (isSimulated) return <SimulatedPicture lesson={lesson} shows="bots" moves={moves} />;
	if (brain === undefined) return <div class="picture-wait" />;
	return (
		<div role="img" aria-label={brainWords.tasksPicture}>
			<brain.BrainTasks />
		</div>
	);
}
