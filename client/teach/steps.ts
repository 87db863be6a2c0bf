import { momentOf } from "#shared/class/probe-tally.ts";
import type { SteerAction } from "#shared/protocol/up.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";

/** Whether the obvious next step ends the class, which is asked about first: after the last lesson's explanation. */
export function endsNext({ phase, lesson, lessons }: RoomSnapshot): boolean {
	return phase === "explain" && lesson === lessons.length - 1;
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
