import { ok, type Result, refuse } from "../lib/result.ts";
import { unreachable } from "../lib/unreachable.ts";
import type { ClassEvent } from "./class-event.ts";
import { applyClassEvent, type ClassState, emptyClass } from "./class-state.ts";

/** An event that was recorded and cannot be read. `kind`: as far as it is known. */
export type LostEvent = { readonly type: "lost"; readonly kind: ClassEvent["type"] | undefined };

/** A class as far as its events lead. */
export type Folded = { readonly state: ClassState; readonly events: readonly ClassEvent[] };

/** The class as it was before a lost event (`index`) without which it cannot go on. */
export type Broken = Folded & { readonly index: number };

/**
 * The class that `recorded` leads to. Without a lost event it goes on only if nothing that came later was built on it:
 * else nobody can say who sat where, or what was played.
 */
export function foldRecorded(recorded: readonly (ClassEvent | LostEvent)[]): Result<Folded, Broken> {
	let state = emptyClass();
	const events: ClassEvent[] = [];
	for (const [index, event] of recorded.entries()) {
		if (event.type !== "lost") {
			state = applyClassEvent(state, event);
			events.push(event);
		} else if (!goesOnWithout(event, state, recorded.slice(index + 1).filter(isRead))) {
			return refuse({ state, events, index });
		}
	}
	return ok({ state, events });
}

function isRead(event: ClassEvent | LostEvent): event is ClassEvent {
	return event.type !== "lost";
}

/** `before`: the class as it was then; `later`: what came after it. */
function goesOnWithout({ kind }: LostEvent, before: ClassState, later: readonly ClassEvent[]): boolean {
	const opened = later.filter((event) => event.type === "roundOpened");
	switch (kind) {
		// What they say stays as it was before: a name, a lock, a guess, an answer, somebody's sheet or means.
		case "renamed":
		case "naming":
		case "botDrives":
		case "paused":
		case "locked":
		case "predicted":
		case "answered":
		case "asked":
		case "probed":
		case "measured":
		case "turned":
			return true;
		// The seats of every round are dealt to those who are there.
		case "joined":
		case "left":
		case "dropped":
		case "returned":
		case "removed":
			return opened.length === 0;
		// In a second part everybody stays; in any other round seats are dealt anew.
		case "seated":
			return opened[0]?.part !== 1;
		// A round is what was commanded in it, until another one begins.
		case "commanded":
		case "roundClosed":
			return opened.some(({ part }) => part === 0);
		// The next phase says where the class is, unless a round was opened meanwhile: of which lesson?
		case "phase":
			return later.find(({ type }) => type === "phase" || type === "roundOpened")?.type === "phase";
		case "opened":
		case "roundOpened":
			return false;
		case undefined:
			return opened.length === 0 && !isInPlay(before, later);
		default:
			return unreachable(kind);
	}
}

/** Whether a command may have been given, or a phase have begun that what came later belongs to. */
function isInPlay({ phase, code }: ClassState, later: readonly ClassEvent[]): boolean {
	if (phase === "play" || code === "") return true;
	const next = later.find(({ type }) => PLAYED.has(type) || type === "phase");
	return next !== undefined && next.type !== "phase";
}

const PLAYED: ReadonlySet<ClassEvent["type"]> = new Set(["commanded", "turned", "roundClosed"]);
