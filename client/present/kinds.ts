import { unreachable } from "#shared/lib/unreachable.ts";
import type { ReadonlyCore, ReadonlyThread } from "#shared/sim/chip/chip.ts";

/** How a task looks: the serial part, one of many parallel parts, one that takes locks, or one that hands out others. */
export const TOKEN_KINDS = ["serial", "parallel", "locking", "dividing"] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** How a core looks. The last five are kinds of idleness. */
export const CORE_STATES = [
	"run",
	"cold",
	"bus",
	"sharing",
	"switch",
	"handOut",
	"spin",
	"workWaits",
	"serial",
	"blocked",
	"nothing",
	"asleep",
] as const;
export type CoreState = (typeof CORE_STATES)[number];

/** The state whose border a tile has. Asleep looks as quiet as out of work, which saves one of the largest pictures. */
export function borderOf(state: CoreState): CoreState {
	return state === "asleep" ? "nothing" : state;
}

/**
 * A computing core counts as slowed down if less than this share of its time is useful. The largest loss names the
 * state.
 */
const SLOW_BELOW = 0.8;

export function kindOf(thread: ReadonlyThread): TokenKind {
	if (thread.spec.serial) return "serial";
	const { program, divisible } = thread.spec;
	if (divisible === true) return "dividing";
	if (program.some(({ type }) => type === "delegate")) return "dividing";
	return program.some(({ type }) => type === "lock") ? "locking" : "parallel";
}

export function stateOf(core: ReadonlyCore): CoreState {
	switch (core.activity) {
		case "computing":
			return core.usefulPerWork < core.nsPerWork * SLOW_BELOW ? slownessOf(core) : "run";
		case "switching":
			return "switch";
		case "waking":
			return core.overheadCause === "delegating" ? "handOut" : "switch";
		case "spinning":
			return "spin";
		case "idle":
			return core.isAsleep ? "asleep" : idleState(core);
		default:
			return unreachable(core.activity);
	}
}

/** Time that is neither useful nor lost to cache or bus is lost to cache lines that other cores write too. */
function slownessOf({ nsPerWork, usefulPerWork, cachePerWork, busPerWork }: ReadonlyCore): CoreState {
	const sharingPerWork = nsPerWork - usefulPerWork - cachePerWork - busPerWork;
	if (sharingPerWork > Math.max(cachePerWork, busPerWork)) return "sharing";
	return busPerWork > cachePerWork ? "bus" : "cold";
}

function idleState(core: ReadonlyCore): CoreState {
	if (core.idleCause === "idleWorkWaits") return "workWaits";
	if (core.idleCause === "idleSerial") return "serial";
	return core.idleCause === "idleBlocked" ? "blocked" : "nothing";
}
