import { ok, type Result, refuse } from "../lib/result.ts";
import { unreachable } from "../lib/unreachable.ts";
import { applyClassEvent } from "./apply-class-event.ts";
import type { ClassEvent } from "./class-event.ts";
import type { MakeHeader } from "./class-round.ts";
import { type ClassState, emptyClass } from "./class-state.ts";

/** A recorded event that cannot be read. `kind`: undefined if that cannot be read either. */
export type LostEvent = { readonly type: "lost"; readonly kind: ClassEvent["type"] | undefined };

/** The state of a class after the events that could be read. */
export type Folded = { readonly state: ClassState; readonly events: readonly ClassEvent[] };

/** The class up to a lost event, at `index` of what was recorded, without which it cannot go on. */
export type Broken = Folded & { readonly index: number };

/**
 * Folds recorded events into a class. A lost event is skipped unless later events depend on it: otherwise
 * nobody could say who sat where, or what was played. Refuses with the class up to the first one that cannot be
 * skipped.
 */
export function foldRecorded(
	recorded: readonly (ClassEvent | LostEvent)[],
	makeHeader?: MakeHeader,
): Result<Folded, Broken> {
	let state = emptyClass();
	const events: ClassEvent[] = [];
	for (const [index, event] of recorded.entries()) {
		if (event.type !== "lost") {
			state = applyClassEvent(state, event, makeHeader);
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

/** Whether the class can go on without the lost event. `before`: its state then; `later`: the events that follow. */
function goesOnWithout({ kind }: LostEvent, before: ClassState, later: readonly ClassEvent[]): boolean {
	const opened = later.filter((event) => event.type === "roundOpened");
	switch (kind) {
		// These set one thing, which keeps its earlier value: a name, a team, a lock, a prediction, a hint, an answer, a
		// sheet or means.
		case "renamed":
		case "teamed":
		case "naming":
		case "botDrives":
		case "paused":
		case "locked":
		case "predicted":
		case "hinted":
		case "answered":
		case "asked":
		case "probed":
		case "measured":
		case "turned":
			return true;
		// Seats are dealt to those present when a round opens.
		case "joined":
		case "left":
		case "dropped":
		case "returned":
		case "removed":
			return opened.length === 0;
		// Where seats are dealt anew, those before do not matter.
		case "seated":
			return opened[0]?.seats !== "kept";
		// A round is determined by its commands, up to the first part of the next one.
		case "commanded":
		case "roundClosed":
			return opened.some(({ part }) => part === 0);
		// The next phase event sets the phase, unless a round was opened before it, whose lesson is then unknown.
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

/** Whether the lost event may have been a command, or a phase to which later events belong. */
function isInPlay({ phase, code }: ClassState, later: readonly ClassEvent[]): boolean {
	if (phase === "play" || code === "") return true;
	const next = later.find(({ type }) => PLAYED.has(type) || type === "phase");
	return next !== undefined && next.type !== "phase";
}

const PLAYED: ReadonlySet<ClassEvent["type"]> = new Set(["commanded", "turned", "roundClosed"]);
