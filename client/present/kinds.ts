import { unreachable } from "#shared/lib/unreachable.ts";
import type { Core, Thread } from "#shared/sim/chip.ts";

/** What a task looks like: the part that runs alone, one of many, one that takes locks on its way. */
export const TOKEN_KINDS = ["serial", "parallel", "locking"] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** What a core looks like. The last four are kinds of idleness. */
export const CORE_STATES = [
	"run",
	"cold",
	"switch",
	"spin",
	"workWaits",
	"serial",
	"blocked",
	"nothing",
] as const;
export type CoreState = (typeof CORE_STATES)[number];

/** A computing core counts as slowed by a cold cache while less than this share of its time is useful. */
const COLD_BELOW = 0.8;

export function kindOf(thread: Readonly<Thread>): TokenKind {
	if (thread.spec.serial) return "serial";
	return thread.spec.program.some((phase) => phase.type === "lock") ? "locking" : "parallel";
}

export function stateOf(core: Readonly<Core>): CoreState {
	switch (core.stage) {
		case "computing":
			return core.usefulPerWork < core.nsPerWork * COLD_BELOW ? "cold" : "run";
		case "switching":
		case "waking":
			return "switch";
		case "spinning":
			return "spin";
		case "idle":
			return idleState(core);
		default:
			return unreachable(core.stage);
	}
}

function idleState(core: Readonly<Core>): CoreState {
	if (core.idleCause === "idleWorkWaits") return "workWaits";
	if (core.idleCause === "idleSerial") return "serial";
	return core.idleCause === "idleBlocked" ? "blocked" : "nothing";
}
