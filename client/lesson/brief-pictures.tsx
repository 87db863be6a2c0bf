import type { LessonId } from "#shared/lessons/ids.ts";
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

/** The picture of a lesson, as a card and a tile show it. Decoration: the card says the same in words. */
export function BriefPicture({ lesson, moves = false }: BriefPictureProps) {
	const brain = useLoaded(lesson === "brain" ? loadBrain : undefined);
	if (lesson !== "brain") return <SimulatedPicture lesson={lesson} moves={moves} />;
	return brain === undefined ? <div class="picture-wait" /> : <brain.BrainPicture />;
}
