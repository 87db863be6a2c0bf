import { useEffect, useState } from "preact/hooks";
import type { ClassSession } from "../net/class-session.ts";
import { type ChipFigures, figuresOf } from "../play/chip-figures.ts";
import { type CoreState, stateOf } from "../present/kinds.ts";

/** What the projector says of a chip beside or instead of its drawing. */
export type ChipSummary = ChipFigures & {
	readonly chip: number;
	readonly cores: readonly CoreState[];
	/** Tasks that wait for a core: in the shared queue and in run queues. */
	readonly waiting: number;
};

const READ_MS = 250;

/** All chips of the round, four times a second; empty while the round is being replayed. */
export function useChips(session: ClassSession): readonly ChipSummary[] {
	const [chips, setChips] = useState<readonly ChipSummary[]>([]);
	useEffect(() => {
		let readMs = 0;
		return session.onFrame((_, stream) => {
			const nowMs = performance.now();
			if (nowMs - readMs < READ_MS) return;
			readMs = nowMs;
			const summaries: ChipSummary[] = [];
			for (let index = 0; index < stream.header.chips.length; index++) {
				const chip = stream.chip(index);
				if (chip === undefined) continue;
				summaries.push({
					...figuresOf(chip),
					chip: index,
					cores: chip.cores.map(stateOf),
					waiting: chip.cores.reduce((sum, core) => sum + core.queue.length, chip.shared.length),
				});
			}
			setChips(summaries);
		});
	}, [session]);
	return chips;
}

/** The class as one: what all chips did together, and the share of all core time that was useful. */
export function teamOf(chips: readonly ChipSummary[]) {
	const cores = chips.reduce((sum, { cores }) => sum + cores.length, 0);
	return {
		jobsDone: chips.reduce((sum, { jobsDone }) => sum + jobsDone, 0),
		tasksDone: chips.reduce((sum, { tasksDone }) => sum + tasksDone, 0),
		busy: cores === 0 ? 0 : chips.reduce((sum, chip) => sum + chip.busy * chip.cores.length, 0) / cores,
	};
}
