import { useEffect, useState } from "preact/hooks";
import type { Lanes } from "#shared/result/lanes.ts";
import { bestMoments, type Moment, type WatchedChip, watchChip } from "#shared/result/moments.ts";
import type { RecordedRound } from "#shared/round/recorded-round.ts";

export type ShownMoment = { readonly moment: Moment; readonly lanes: Lanes };

/** The moments of these chips that are worth replaying; undefined until they are found, chip after chip. */
export function useMoments(
	recorded: RecordedRound | undefined,
	chips: "all" | number,
): readonly ShownMoment[] | undefined {
	const [found, setFound] = useState<readonly ShownMoment[]>();
	useEffect(() => {
		setFound(undefined);
		if (recorded === undefined) return;
		const round = recorded;
		const queue = chips === "all" ? round.header.chips.map((_, chip) => chip) : [chips];
		const watched = new Map<number, WatchedChip>();
		let timer = setTimeout(watchNext);
		// One chip at a time, so that the page answers in between.
		function watchNext() {
			const chip = queue.shift();
			if (chip === undefined) return setFound(shownOf(watched));
			watched.set(chip, watchChip(round, chip));
			timer = setTimeout(watchNext);
		}
		return () => clearTimeout(timer);
	}, [recorded, chips]);
	return found;
}

function shownOf(watched: ReadonlyMap<number, WatchedChip>): ShownMoment[] {
	const all = [...watched.values()].flatMap(({ moments }) => moments);
	return bestMoments(all).flatMap((moment) => {
		const lanes = watched.get(moment.chip)?.lanes;
		return lanes === undefined ? [] : [{ moment, lanes }];
	});
}
