import { NEVER_NS } from "../../lib/units.ts";
import type { BacklogLimit } from "../scenario/scenario.ts";
import type { Chip, ReadonlyChip } from "./chip.ts";

/** The limit of the chip's backlog, if its scenario has one. */
export function limitOf({ scenario: { end } }: ReadonlyChip): BacklogLimit | undefined {
	return end.type === "horizon" ? end.backlogLimit : undefined;
}

/**
 * Work of all threads that have been announced and are not done, each whole until its end: so it changes only
 * at events, and how time is cut into calls changes nothing.
 */
export function backlogOf(chip: ReadonlyChip): number {
	let sumNs = 0;
	for (const { announcedNs, state, taskWorkNs } of chip.threads)
		if (announcedNs !== NEVER_NS && state !== "done") sumNs += taskWorkNs;
	return sumNs;
}

/** Notes when the backlog goes over its limit, and when it is back. */
export function watchBacklog(chip: Chip): void {
	const limit = limitOf(chip);
	if (limit === undefined) return;
	if (backlogOf(chip) <= limit.workNs) chip.overloadedNs = NEVER_NS;
	else if (chip.overloadedNs === NEVER_NS) chip.overloadedNs = chip.nowNs;
}

/** When the chip goes down if its backlog stays over the limit; NEVER_NS while it is not over. */
export function collapseNs(chip: ReadonlyChip): number {
	const limit = limitOf(chip);
	return limit === undefined || chip.overloadedNs === NEVER_NS ? NEVER_NS : chip.overloadedNs + limit.forNs;
}

/** Whether the chip has gone down under its backlog. */
export function hasCollapsed(chip: ReadonlyChip): boolean {
	return chip.finished && chip.nowNs >= collapseNs(chip);
}
