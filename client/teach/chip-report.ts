import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { causesAt, sumBars } from "#shared/sim/chip/accounting.ts";
import { CAUSES, type CauseBar, type ReadonlyChip } from "#shared/sim/chip/chip.ts";
import { actsAsBot } from "#shared/sim/chip/seats.ts";
import { type ChipFigures, figuresOf } from "../board/chip-figures.ts";
import { type ComingView, viewMachine } from "../present/machine-view.ts";

/** What the desk shows of a chip that is being played. */
export type ChipReport = ChipFigures & {
	readonly chip: number;
	readonly cores: number;
	readonly nowNs: number;
	readonly causes: CauseBar;
	/** Shares of the core time of the last seconds; undefined while there are none yet. */
	readonly recent: { readonly idleWorkWaits: number; readonly switching: number } | undefined;
	/** So soon it goes down under its backlog; and what is announced to come next. */
	readonly downInS: number | undefined;
	readonly coming: ComingView | undefined;
	/** Seats whose players are connected and have not answered for so long that their bots play. */
	readonly silent: readonly number[];
	/** By core: how much is planned, and whether it stands still. */
	readonly queues: readonly { readonly length: number; readonly isIdle: boolean }[];
};

/** The chips of the round in their order, as far as their size goes. Reports on some may still be missing. */
export function chipsOf(reports: readonly ChipReport[]): { readonly cores: number }[] {
	const chips: { readonly cores: number }[] = [];
	for (const { chip, cores } of reports) chips[chip] = { cores };
	return Array.from(chips, (chip) => chip ?? { cores: reports[0]?.cores ?? 0 });
}

/** A chip's books at some time, to tell later what the time since went to. */
export type CauseSample = { readonly nowNs: number; readonly causes: CauseBar };

/** Shorter and the hints flicker; longer and they come too late. */
export const RECENT_NS = 8 * NS_PER_PLAY_S;

/** `earlier`: the books about RECENT_NS ago, if the round is that old. */
export function reportOf(chip: ReadonlyChip, index: number, earlier: CauseSample | undefined): ChipReport {
	const causes = sumBars(chip.cores.map((core) => causesAt(core, chip.nowNs)));
	const { backlog, coming } = viewMachine(chip);
	return {
		...figuresOf(chip),
		downInS: backlog?.downInS,
		coming: coming?.[0],
		chip: index,
		cores: chip.cores.length,
		nowNs: chip.nowNs,
		causes,
		recent: earlier === undefined ? undefined : recentShares(earlier.causes, causes),
		silent: chip.seats.filter((seat) => seat.driver === "person" && actsAsBot(seat)).map(({ id }) => id),
		queues: chip.cores.map((core) => ({ length: core.queue.length, isIdle: core.activity === "idle" })),
	};
}

function recentShares(before: CauseBar, now: CauseBar): ChipReport["recent"] {
	const totalNs = CAUSES.reduce((sum, cause) => sum + now[cause] - before[cause], 0);
	if (totalNs <= 0) return undefined;
	return {
		idleWorkWaits: (now.idleWorkWaits - before.idleWorkWaits) / totalNs,
		switching: (now.switch - before.switch) / totalNs,
	};
}
