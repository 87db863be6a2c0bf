import { NEVER_NS } from "../../lib/units.ts";
import type { BacklogLimit } from "../scenario/end.ts";
import type { Chip, ReadonlyChip } from "./chip.ts";

/** The scenario's backlog limit, or undefined if it has none. */
export function limitOf({ scenario: { end } }: ReadonlyChip): BacklogLimit | undefined {
	return end.type === "horizon" ? end.backlogLimit : undefined;
}

/** Work of all announced threads that are not done, in ns on an ideal core: `backlogNs`, counted anew. */
export function backlogOf({ threads }: ReadonlyChip): number {
	let sumNs = 0;
	for (const { announcedNs, state, taskWorkNs } of threads)
		if (announcedNs !== NEVER_NS && state !== "done") sumNs += taskWorkNs;
	return sumNs;
}

/** Records when the backlog rises above its limit, and forgets it once the backlog is back within. */
export function watchBacklog(chip: Chip): void {
	const limit = limitOf(chip);
	if (limit === undefined) return;
	if (chip.backlogNs <= limit.workNs) chip.overloadedNs = NEVER_NS;
	else if (chip.overloadedNs === NEVER_NS) chip.overloadedNs = chip.nowNs;
}

/** When the chip collapses if its backlog stays above the limit; NEVER_NS while it is within. */
export function collapseNs(chip: ReadonlyChip): number {
	const limit = limitOf(chip);
	return limit === undefined || chip.overloadedNs === NEVER_NS ? NEVER_NS : chip.overloadedNs + limit.forNs;
}

/** Whether the chip has ended because its backlog stayed above the limit for too long. */
export function hasCollapsed(chip: ReadonlyChip): boolean {
	return chip.finished && chip.nowNs >= collapseNs(chip);
}
