import type { ClassState } from "#shared/class/class-state.ts";
import type { Down, DownType } from "#shared/protocol/down.ts";

/** The connections of a class, as its session sees them. */
export type Audience = {
	/** To everyone who has said hello. */
	readonly tellAll: <Type extends DownType>(type: Type, payload: Down[Type]) => void;
	/** Shows the class as it is now to everyone connected. */
	readonly show: (state: ClassState) => void;
	/** Says goodbye to one student and closes. */
	readonly sendAway: (student: string, reason: "removed" | "blocked") => void;
	/** The class is over: says goodbye and closes. */
	readonly dismiss: () => void;
};

/** Before the room is there. */
export const NOBODY: Audience = {
	tellAll: () => undefined,
	show: () => undefined,
	sendAway: () => undefined,
	dismiss: () => undefined,
};

/** One connection that said something, and the way to answer it alone. */
export type Member = {
	readonly role: "student" | "desk" | "projector";
	/** Id in the roster; "" for desk and projector. */
	readonly student: string;
	/** Answers `hello`: from now on this member is among those who are told what all are told. */
	readonly welcome: (welcome: Down["welcome"]) => void;
	readonly tell: <Type extends DownType>(type: Type, payload: Down[Type]) => void;
};
