import { useEffect, useState } from "preact/hooks";
import type { ClientSession } from "../net/client-session.ts";
import type { TurnStream } from "../net/turn-stream.ts";
import { type CauseSample, type ChipReport, RECENT_NS, reportOf } from "./chip-report.ts";

/** Numbers that change faster cannot be read. */
const REFRESH_MS = 500;

/** What every chip of the current round does just now, twice a second; none before the first round. */
export function useChipReports(session: ClientSession): readonly ChipReport[] {
	const [reports, setReports] = useState<readonly ChipReport[]>([]);
	useEffect(() => {
		let shownMs = 0;
		let stream: TurnStream | undefined;
		let samples: CauseSample[][] = [];
		return session.onFrame((_, current) => {
			const nowMs = performance.now();
			if (nowMs - shownMs < REFRESH_MS) return;
			shownMs = nowMs;
			if (current !== stream) samples = [];
			stream = current;
			setReports(takeReports(current, samples));
		});
	}, [session]);
	return reports;
}

function takeReports(stream: TurnStream, samples: CauseSample[][]): ChipReport[] {
	const reports: ChipReport[] = [];
	stream.header.chips.forEach((_, index) => {
		const chip = stream.chip(index);
		if (chip === undefined) return;
		samples[index] ??= [];
		const history = samples[index];
		const earlier = history.findLast((sample) => sample.nowNs <= chip.nowNs - RECENT_NS);
		const report = reportOf(chip, index, earlier);
		reports.push(report);
		if (history.at(-1)?.nowNs !== chip.nowNs) history.push({ nowNs: chip.nowNs, causes: report.causes });
	});
	return reports;
}
