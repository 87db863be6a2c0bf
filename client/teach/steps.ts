import { momentOf } from "#shared/class/probe-tally.ts";
import { isPlayed, sideKeysOf } from "#shared/lessons/kind.ts";
import { lessonOf } from "#shared/lessons/table.ts";
import type { SteerAction } from "#shared/protocol/up.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";

/** Whether the obvious next step ends the class, which is asked about first: after the last lesson's explanation. */
export function endsNext({ phase, lesson, lessons }: RoomSnapshot): boolean {
	return phase === "explain" && lesson === lessons.length - 1;
}

/** The one next step: a round that has been explained for the first time is played again, with what one knows. */
type NextStep = "next" | "repeat" | "end";

/**
 * The obvious next step. `isRepeated`: whether the round being explained was a second play. In a lesson with two sides
 * the second part is that already.
 */
export function nextStepOf(room: RoomSnapshot, isRepeated: boolean): NextStep {
	const lesson = lessonOf(room.lessonId);
	const mayRepeat = lesson !== undefined && isPlayed(lesson) && sideKeysOf(lesson).length === 0;
	if (room.phase === "explain" && room.switches.secondPlay && mayRepeat && !isRepeated) return "repeat";
	return endsNext(room) ? "end" : "next";
}

/** What may be done beside the next step, in the phase and state that the class is in. */
export function actionsOf(room: RoomSnapshot): readonly SteerAction[] {
	const lock: SteerAction = room.locked ? "unlock" : "lock";
	const names: SteerAction = room.generatedNames ? "freeNames" : "generateNames";
	switch (room.phase) {
		case "lobby":
			return [names, lock];
		case "brief":
		case "predict":
			return ["skip", lock];
		case "play":
			return [room.paused ? "resume" : "pause", "repeat", "newSeed", lock];
		case "explain":
			if (momentOf(room) === undefined) return ["repeat", "newSeed", lock];
			return [room.asked === undefined ? "ask" : "askNoMore", "repeat", "newSeed", lock];
		case "ended":
			return [];
	}
}
