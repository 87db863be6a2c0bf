import { useMemo, useRef } from "preact/hooks";
import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { RoundAnswer } from "#shared/protocol/http.ts";
import { recordTimeline } from "#shared/result/timeline.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import { MomentList } from "../explain/moment-list.tsx";
import { CauseBars } from "../figures/cause-bars.tsx";
import { roundsWords as t } from "../i18n/words.ts";
import { ReplayPanel } from "./replay-panel.tsx";
import { finishedChip } from "./round-replay.ts";
import { Timeline } from "./timeline.tsx";
import { useReplay } from "./use-replay.ts";

type ChipDetailsProps = { round: RoundAnswer; log: RoundLog; chip: number };

/** One chip of the round: its replay, what each core did when, and what each core's time went to. */
export function ChipDetails({ round, log, chip }: ChipDetailsProps) {
	const panel = useRef<HTMLDivElement>(null);
	const control = useReplay(log, chip);
	const finished = useMemo(() => finishedChip(log, chip), [log, chip]);
	const segments = useMemo(() => recordTimeline(log, chip), [log, chip]);
	const outcome = at(round.outcome.chips, chip);
	const seats = round.seats[chip] ?? [];
	const coreLabels = outcome.causesByCore.map((_, core) => t.coreOf(core + 1, seats[core + 1] ?? t.bot));

	/** A little before it, so that what led to it can be seen. */
	function show(momentNs: number) {
		control.seek(momentNs - NS_PER_PLAY_S);
		panel.current?.focus();
	}
	return (
		<>
			<div ref={panel} tabIndex={-1}>
				<ReplayPanel
					control={control}
					chip={chip}
					seats={seats}
					checksums={{ own: checksum(finished), stored: outcome.checksum }}
				/>
			</div>
			<div class="explain-panel">
				<MomentList log={log} chips={chip} onShow={show} />
			</div>
			<div class="explain-panel">
				<Timeline
					segments={segments}
					labels={coreLabels}
					threads={finished.threads}
					lengthNs={control.replay.lengthNs}
					shownNs={control.shownNs}
					onSeek={control.seek}
				/>
			</div>
			<div class="explain-panel">
				<CauseBars
					title={t.coreBars}
					rows={outcome.causesByCore.map((causes, core) => ({ label: at(coreLabels, core), causes }))}
				/>
			</div>
		</>
	);
}
