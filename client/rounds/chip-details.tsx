import { useMemo, useRef } from "preact/hooks";
import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { RoundAnswer } from "#shared/protocol/http.ts";
import { recordTimeline } from "#shared/result/timeline.ts";
import type { RecordedRound } from "#shared/round/recorded-round.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { finishedChip, showChecksum } from "../board/round-replay.ts";
import { useReplay } from "../board/use-replay.ts";
import { MomentList } from "../explain/moment-list.tsx";
import { CannotReplay } from "../figures/cannot-replay.tsx";
import { CauseBars } from "../figures/cause-bars.tsx";
import { commonWords, lessonWords, roundsWords as t } from "../i18n/words.ts";
import { useRecordedRound } from "../net/use-recorded-round.ts";
import { ReplayPanel } from "./replay-panel.tsx";
import { Timeline } from "./timeline.tsx";

type ChipDetailsProps = { round: RoundAnswer; log: RoundLog; chip: number };

/** One chip of the round: its replay, what each core did when, and what each core's time went to. */
export function ChipDetails({ round, log, chip }: ChipDetailsProps) {
	const loaded = useRecordedRound(log);
	const seats = round.seats[chip] ?? [];
	const { causesByCore, checksum } = at(round.outcome.chips, chip);
	const labels = causesByCore.map((_, core) => t.coreOf(core + 1, seats[core + 1] ?? t.bot));
	return (
		<>
			{loaded === undefined && <p role="status">{commonWords.loading}</p>}
			{loaded?.ok === false && <CannotReplay fault={loaded.reason} />}
			{loaded?.ok === true && (
				<ReplayedChip
					round={loaded.value}
					log={log}
					chip={chip}
					seats={seats}
					labels={labels}
					stored={checksum}
				/>
			)}
			<div class="explain-panel">
				<CauseBars
					title={t.coreBars}
					rows={causesByCore.map((causes, core) => ({ label: at(labels, core), causes }))}
				/>
			</div>
		</>
	);
}

type ReplayedChipProps = {
	round: RecordedRound;
	log: RoundLog;
	chip: number;
	seats: readonly (string | null)[];
	/** Of the cores. */
	labels: readonly string[];
	/** The chip's checksum at the end, as the server stored it. */
	stored: number;
};

/** What is seen of the chip by playing it again, unless that ends otherwise than the round did. */
function ReplayedChip({ round, log, chip, seats, labels, stored }: ReplayedChipProps) {
	const panel = useRef<HTMLDivElement>(null);
	const control = useReplay(round, chip);
	const finished = useMemo(() => finishedChip(round, chip), [round, chip]);
	const segments = useMemo(() => recordTimeline(round, chip), [round, chip]);
	const checksum = finished.checksum();
	if (checksum !== stored) {
		return (
			<p class="replay-differs" role="alert">
				{t.differs(round.header.simVersion, showChecksum(checksum), showChecksum(stored))}{" "}
				{lessonWords.asStored}
			</p>
		);
	}

	/** A little before it, so that what led to it can be seen. */
	function show(momentNs: number) {
		control.seek(momentNs - NS_PER_PLAY_S);
		panel.current?.focus();
	}
	return (
		<>
			<div ref={panel} tabIndex={-1}>
				<ReplayPanel control={control} chip={chip} seats={seats} checksum={checksum} />
			</div>
			<div class="explain-panel">
				<MomentList log={log} chips={chip} onShow={show} />
			</div>
			<div class="explain-panel">
				<Timeline
					segments={segments}
					labels={labels}
					threads={finished.chip.threads}
					lengthNs={control.replay.lengthNs}
					shownNs={control.shownNs}
					onSeek={control.seek}
				/>
			</div>
		</>
	);
}
