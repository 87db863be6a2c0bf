import type { ClassState } from "#shared/class/class-state.ts";
import type { Down, DownType } from "#shared/protocol/down.ts";

/** All connections of a class, as its session uses them. */
export type Audience = {
	/** Sends to every connection that has said hello. */
	readonly tellAll: <Type extends DownType>(type: Type, payload: Down[Type]) => void;
	/** Patches the room state, which every connection sees, to the current class. */
	readonly show: (state: ClassState) => void;
	/** Says goodbye to one student and closes their connections. */
	readonly sendAway: (student: string, reason: "removed" | "blocked") => void;
	/** Says goodbye to everyone and closes: the class is over. */
	readonly dismiss: () => void;
};

/** Stands in until the room exists. */
export const NOBODY: Audience = {
	tellAll: () => undefined,
	show: () => undefined,
	sendAway: () => undefined,
	dismiss: () => undefined,
};

/** The connection that a message came from, and the way to answer it alone. */
export type Member = {
	readonly role: "student" | "desk" | "projector";
	/** Id in the roster; "" for desk and projector. */
	readonly student: string;
	/** Answers `hello`; from now on this member receives what is sent to all. */
	readonly welcome: (welcome: Down["welcome"]) => void;
	readonly tell: <Type extends DownType>(type: Type, payload: Down[Type]) => void;
};
