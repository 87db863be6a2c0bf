import { useEffect, useState } from "preact/hooks";
import { backlogCurve } from "#shared/result/backlog-curve.ts";
import type { RecordedRound } from "#shared/round/recorded-round.ts";

/** The backlog of these chips through the round; undefined until it is known. */
export function useBacklogs(
	recorded: RecordedRound | undefined,
	chips: readonly number[],
): readonly (readonly number[])[] | undefined {
	const [curves, setCurves] = useState<readonly (readonly number[])[]>();
	useEffect(() => {
		setCurves(undefined);
		if (recorded === undefined) return;
		const round = recorded;
		const queue = [...chips];
		const found: number[][] = [];
		let timer = setTimeout(replayNext);
		// One chip at a time, so that the page answers in between.
		function replayNext() {
			const chip = queue.shift();
			if (chip === undefined) return setCurves(found);
			found.push(backlogCurve(round, chip));
			timer = setTimeout(replayNext);
		}
		return () => clearTimeout(timer);
	}, [recorded, chips]);
	return curves;
}
