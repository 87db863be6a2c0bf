import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { LANE_STEP_NS } from "#shared/result/lanes.ts";
import type { Moment } from "#shared/result/moments.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { CannotReplay } from "../figures/cannot-replay.tsx";
import { LaneKey, LaneStrip } from "../figures/lane-strip.tsx";
import { fixed, number, percent } from "../i18n/base/format.ts";
import { scenarioName } from "../i18n/scenario-name.ts";
import { machineWords, lessonWords as t } from "../i18n/words.ts";
import { useRecordedRound } from "../net/use-recorded-round.ts";
import { Button } from "../ui/button.tsx";
import { type ShownMoment, useMoments } from "./use-moments.ts";
import "./moment-list.css";
import { useChipName } from "../ui/chip-names.ts";

/** So much is shown before and after a moment. */
const AROUND_STEPS = (2 * NS_PER_PLAY_S) / LANE_STEP_NS;

type MomentListProps = {
	log: RoundLog | undefined;
	chips: "all" | number;
	/** Goes to the moment in a replay, where there is one. */
	onShow?: (atNs: number) => void;
};

/** The two or three stretches of the round that are worth another look, each with what happened in a sentence. */
export function MomentList({ log, chips, onShow }: MomentListProps) {
	const loaded = useRecordedRound(log);
	const moments = useMoments(loaded?.ok === true ? loaded.value : undefined, chips);
	if (loaded?.ok === false) return <CannotReplay fault={loaded.reason} />;
	return (
		<section class="moments" aria-label={t.momentsTitle} aria-busy={moments === undefined}>
			<h3>{t.momentsTitle}</h3>
			{moments?.length === 0 && <p>{t.momentsNone}</p>}
			{moments !== undefined && moments.length > 0 && (
				<ol class="moments-list">
					{moments.map((shown) => (
						<MomentItem
							key={`${shown.moment.chip} ${shown.moment.kind}`}
							shown={shown}
							isOfMany={chips === "all"}
							onShow={onShow}
						/>
					))}
				</ol>
			)}
		</section>
	);
}

type MomentItemProps = {
	shown: ShownMoment;
	/** Other moments may be of other chips. */
	isOfMany: boolean;
	onShow: ((atNs: number) => void) | undefined;
};

function MomentItem({ shown: { moment, lanes }, isOfMany, onShow }: MomentItemProps) {
	const nameOf = useChipName();
	const steps = lanes[0]?.length ?? 0;
	const marked = {
		from: moment.fromNs / LANE_STEP_NS,
		to: Math.max(moment.toNs, moment.fromNs + LANE_STEP_NS) / LANE_STEP_NS,
	};
	const from = Math.max(0, Math.floor(marked.from) - AROUND_STEPS);
	const to = Math.min(steps, Math.ceil(marked.to) + AROUND_STEPS);
	const when = t.momentWhen(secondsOf(moment.fromNs), secondsOf(moment.toNs));
	return (
		<li class="moment">
			<p>
				<span class="muted small">{isOfMany ? `${nameOf(moment.chip)} · ${when}` : when}</span>
				<br />
				{sentenceOf(moment)}
			</p>
			<div role="img" aria-label={sentenceOf(moment)}>
				<LaneStrip
					lanes={lanes}
					from={from}
					to={to}
					labels={lanes.map((_, core) => t.coreNumber(core + 1))}
					marked={marked}
					{...(moment.core >= 0 && { markedLane: moment.core })}
				/>
			</div>
			<LaneKey lanes={lanes} from={from} to={to} />
			{onShow !== undefined && (
				<Button size="small" onClick={() => onShow(moment.fromNs)}>
					{t.momentShow(secondsOf(moment.fromNs))}
				</Button>
			)}
		</li>
	);
}

function secondsOf(ns: number): string {
	return fixed(ns / NS_PER_PLAY_S, 0);
}

function sentenceOf({ kind, amount, core, subject }: Moment): string {
	const name = scenarioName(subject, machineWords.names);
	switch (kind) {
		case "crash":
			return t.moments.crash(fixed(amount / NS_PER_PLAY_S, 1));
		case "lostUpdate":
			return t.moments.lostUpdate(amount, name);
		case "convoy":
			return t.moments.convoy(number(amount), name);
		case "workWaits":
			return t.moments.workWaits(core + 1, fixed(amount / NS_PER_PLAY_S, 1));
		default:
			return t.moments[kind](percent(amount));
	}
}
