import { useEffect, useState } from "preact/hooks";
import { sumOf } from "#shared/lib/statistics.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { type ChipFigures, figuresOf } from "../board/chip-figures.ts";
import { sayNews } from "../board/say-news.ts";
import type { ClientSession } from "../net/client-session.ts";
import { createNewsMemory, type NewsMemory, nextNews } from "../present/chip-news.ts";
import { type CoreState, stateOf } from "../present/kinds.ts";
import { type MachineView, viewMachine } from "../present/machine-view.ts";

/** What the projector says of a chip beside or instead of its drawing. */
export type ChipSummary = ChipFigures & {
	readonly machine: MachineView;
	/** What has just happened on it, in one sentence; "" after a while. */
	readonly news: string;
	readonly chip: number;
	readonly cores: readonly CoreState[];
	/** Tasks that wait for a core: in the shared queue and in run queues. */
	readonly waiting: number;
};

const READ_MS = 250;

/** All chips of the round, four times a second; empty while the round is being replayed. */
export function useChips(session: ClientSession): readonly ChipSummary[] {
	const [chips, setChips] = useState<readonly ChipSummary[]>([]);
	useEffect(() => {
		let readMs = 0;
		const tellers = new Map<number, NewsTeller>();
		return session.onFrame((_, stream) => {
			const nowMs = performance.now();
			if (nowMs - readMs < READ_MS) return;
			readMs = nowMs;
			const summaries: ChipSummary[] = [];
			for (let index = 0; index < stream.header.chips.length; index++) {
				const chip = stream.chip(index);
				if (chip === undefined) continue;
				const machine = viewMachine(chip);
				const teller = tellers.get(index) ?? createTeller(machine);
				tellers.set(index, teller);
				summaries.push({
					...figuresOf(chip),
					machine,
					news: tell(teller, machine, chip.nowNs / NS_PER_PLAY_S),
					chip: index,
					cores: chip.cores.map(stateOf),
					waiting: chip.shared.length + sumOf(chip.cores, ({ queue }) => queue.length),
				});
			}
			setChips(summaries);
		});
	}, [session]);
	return chips;
}

/** Long enough to be read from the back of a room, in seconds of play. */
const NEWS_SHOWN_S = 5;

type NewsTeller = { readonly memory: NewsMemory; text: string; sinceS: number };

function createTeller(machine: MachineView): NewsTeller {
	return { memory: createNewsMemory(machine), text: "", sinceS: 0 };
}

function tell(teller: NewsTeller, machine: MachineView, nowS: number): string {
	const news = nextNews(teller.memory, machine, nowS);
	if (news !== undefined) {
		teller.text = sayNews(news);
		teller.sinceS = nowS;
	} else if (nowS - teller.sinceS > NEWS_SHOWN_S) teller.text = "";
	return teller.text;
}

/** The class as one: what all chips did together, and the share of all core time that was useful. */
export function teamOf(chips: readonly ChipSummary[]) {
	const cores = sumOf(chips, ({ cores }) => cores.length);
	return {
		jobsDone: sumOf(chips, ({ jobsDone }) => jobsDone),
		tasksDone: sumOf(chips, ({ tasksDone }) => tasksDone),
		busy: cores === 0 ? 0 : sumOf(chips, ({ busy, cores }) => busy * cores.length) / cores,
	};
}
