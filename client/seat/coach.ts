import type { Command } from "#shared/sim/chip/command.ts";
import { choosableTask } from "./choice.ts";
import type { SeatView } from "./seat-view.ts";

/** What the controls teach, in order of precedence. Each is taught when it first becomes useful. */
export const COACH_KEYS = [
	"take",
	"way",
	"deal",
	"ahead",
	"packets",
	"move",
	"order",
	"steal",
	"ask",
	"reorder",
	"coreMode",
	"systemMode",
] as const;
export type CoachKey = (typeof COACH_KEYS)[number];

/** What a player has done: the kinds of commands that took effect, and whether anything was ever chosen. */
export type Shown = { readonly commands: ReadonlySet<Command["type"]>; readonly hasChosen: boolean };

type Allowed = readonly Command["type"][];

type CoachMark = {
	/** Whether it is ever useful to this seat in this lesson. */
	readonly isFor: (allowed: Allowed, view: SeatView) => boolean;
	/** Whether it could be done right now. */
	readonly isTime: (view: SeatView) => boolean;
	readonly isDone: (shown: Shown, view: SeatView) => boolean;
};

const CORE_MODES = ["spinFor", "sleepAfter", "clock"] as const;
const SYSTEM_MODES = ["quantum", "reserve", "cap", "lockMode", "inherit", "sleepAfter", "clock"] as const;

const MARKS: Readonly<Record<CoachKey, CoachMark>> = {
	take: {
		isFor: (allowed, { own, mayTake }) => own !== undefined && mayTake && takes(allowed),
		isTime: ({ shared }) => shared.length > 0,
		isDone: ({ commands }) => commands.has("take") || commands.has("plan"),
	},
	deal: {
		isFor: (allowed, { own }) => own === undefined && (takes(allowed) || allowed.includes("deal")),
		isTime: ({ shared }) => shared.length > 0,
		isDone: ({ commands }) => commands.has("deal") || commands.has("take") || commands.has("plan"),
	},
	way: {
		isFor: (allowed) => allowed.includes("choose"),
		isTime: (view) => choosableTask(view, undefined) !== undefined,
		isDone: ({ commands }) => commands.has("choose"),
	},
	ahead: {
		isFor: (allowed, { own, mayTake }) => own !== undefined && mayTake && takes(allowed),
		isTime: ({ own, shared }) => own?.activity === "computing" && shared.length > 0,
		isDone: (_, { own }) => own !== undefined && own.activity === "computing" && own.queue.length > 0,
	},
	packets: {
		isFor: (allowed, { own }) => own === undefined && allowed.includes("deal"),
		isTime: ({ packets }) => packets.length > 1,
		isDone: ({ hasChosen }) => hasChosen,
	},
	move: {
		// A scheduler who deals has enough to learn.
		isFor: (allowed, { own }) => own === undefined && movesOnly(allowed),
		isTime: ({ peers }) => peers.some(({ planned }) => planned > 1),
		isDone: ({ commands }, { own, shared }) =>
			own === undefined && shared.length === 0 && commands.has("plan"),
	},
	order: {
		// A player who may take tasks has already learnt to plan.
		isFor: (allowed, { own, mayTake }) =>
			own !== undefined && allowed.includes("plan") && !(mayTake && takes(allowed)),
		isTime: ({ own }) => (own?.queue.length ?? 0) > 1,
		isDone: ({ commands }) => commands.has("plan"),
	},
	steal: {
		isFor: (allowed, { own }) => own !== undefined && allowed.includes("steal"),
		isTime: ({ own, peers, shared }) =>
			own?.queue.length === 0 &&
			shared.length === 0 &&
			peers.some(({ stealCandidate }) => stealCandidate !== undefined),
		isDone: ({ commands }) => commands.has("steal"),
	},
	ask: {
		isFor: (allowed) => allowed.includes("ask"),
		isTime: ({ handOut }) => handOut !== undefined && handOut.room > 0 && handOut.jobs.length > 0,
		isDone: ({ commands }) => commands.has("ask"),
	},
	reorder: {
		isFor: (allowed) => allowed.includes("reorder"),
		isTime: ({ handOut }) => handOut?.jobs.some(({ isOpen }) => !isOpen) ?? false,
		isDone: ({ commands }) => commands.has("reorder"),
	},
	coreMode: {
		isFor: (allowed, { own }) => own !== undefined && CORE_MODES.some((type) => allowed.includes(type)),
		isTime: () => true,
		isDone: ({ commands }) => CORE_MODES.some((type) => commands.has(type)),
	},
	systemMode: {
		isFor: (allowed, { own }) => own === undefined && SYSTEM_MODES.some((type) => allowed.includes(type)),
		isTime: () => true,
		isDone: ({ commands }) => SYSTEM_MODES.some((type) => commands.has(type)),
	},
};

/** The marks that this player no longer needs to be taught. */
export function learnedNow(view: SeatView, shown: Shown): CoachKey[] {
	return COACH_KEYS.filter((key) => MARKS[key].isDone(shown, view));
}

/** The one thing to teach now; undefined if nothing could be done right now. */
export function nextMark(
	view: SeatView,
	allowed: Allowed,
	learned: ReadonlySet<CoachKey>,
): CoachKey | undefined {
	return COACH_KEYS.find(
		(key) => !learned.has(key) && MARKS[key].isFor(allowed, view) && MARKS[key].isTime(view),
	);
}

/** Whether a scheduler receives no tasks, but may move those that wait at a core. */
export function movesOnly(allowed: Allowed): boolean {
	return allowed.includes("plan") && !allowed.includes("deal") && !takes(allowed);
}

function takes(allowed: Allowed): boolean {
	return allowed.includes("take");
}
