import { unreachable } from "#shared/lib/unreachable.ts";
import type { Core, Thread } from "#shared/sim/chip.ts";

/** What a task looks like: the part that runs alone, one of many, one that takes locks on its way. */
export const TOKEN_KINDS = ["serial", "parallel", "locking"] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** What a core looks like. The last five are kinds of idleness. */
export const CORE_STATES = [
	"run",
	"cold",
	"bus",
	"sharing",
	"switch",
	"spin",
	"workWaits",
	"serial",
	"blocked",
	"nothing",
	"asleep",
] as const;
export type CoreState = (typeof CORE_STATES)[number];

/** A computing core counts as slowed while less than this share of its time is useful: by what takes most. */
const SLOW_BELOW = 0.8;

export function kindOf(thread: Readonly<Thread>): TokenKind {
	if (thread.spec.serial) return "serial";
	return thread.spec.program.some((phase) => phase.type === "lock") ? "locking" : "parallel";
}

export function stateOf(core: Readonly<Core>): CoreState {
	switch (core.stage) {
		case "computing":
			return core.usefulPerWork < core.nsPerWork * SLOW_BELOW ? slownessOf(core) : "run";
		case "switching":
		case "waking":
			return "switch";
		case "spinning":
			return "spin";
		case "idle":
			return core.isAsleep ? "asleep" : idleState(core);
		default:
			return unreachable(core.stage);
	}
}

/** What is neither work nor memory is lines that other cores write too. */
function slownessOf({ nsPerWork, usefulPerWork, cachePerWork, busPerWork }: Readonly<Core>): CoreState {
	const sharingPerWork = nsPerWork - usefulPerWork - cachePerWork - busPerWork;
	if (sharingPerWork > Math.max(cachePerWork, busPerWork)) return "sharing";
	return busPerWork > cachePerWork ? "bus" : "cold";
}

function idleState(core: Readonly<Core>): CoreState {
	if (core.idleCause === "idleWorkWaits") return "workWaits";
	if (core.idleCause === "idleSerial") return "serial";
	return core.idleCause === "idleBlocked" ? "blocked" : "nothing";
}
