import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { mean } from "#shared/lib/statistics.ts";
import { PLAYED_SHARE_MIN } from "#shared/result/attendance.ts";
import { percent } from "../i18n/base/format.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { playedShare, wasThere } from "../progress/practised-score.ts";
import { starsOf } from "../progress/star-scores.ts";
import { Stars } from "../ui/stars.tsx";
import { type OwnPart, partsSaid } from "./explained.ts";

/** Shares that show as all of it. */
const WHOLE_SHARE = 0.995;

type OwnShareProps = { outcomes: readonly RoundOutcome[]; own: OwnPart };

/**
 * How much of the own seat its student played, of two parts in those that they were there for, and, in a practice, the
 * stars that this earned.
 */
export function OwnShare({ outcomes, own: { chip, seat, hints } }: OwnShareProps) {
	// Whoever sees the end of the last part is there.
	const parts = outcomes.filter((part, index) => index === outcomes.length - 1 || wasThere(part, chip, seat));
	const share = playedShare(parts, chip, seat);
	const scores = outcomes.map(({ chips }) => chips[chip]?.score ?? null);
	const isCounted = share >= PLAYED_SHARE_MIN;
	const score = scores.some((one) => one === null) ? undefined : mean(scores.flatMap((one) => one ?? []));
	return (
		<>
			{hints !== undefined && isCounted && score !== undefined && (
				<p class="own-stars">
					<Stars stars={starsOf(score, hints)} />{" "}
					{hints > 0 && t.hintsCost(hints, starsOf(score, 0) - starsOf(score, hints))}
				</p>
			)}
			{share < WHOLE_SHARE && (
				<p role="note">
					{t.playedShare(percent(share), partsSaid(outcomes.length, parts.length))}{" "}
					{!isCounted && hints !== undefined && t.notCounted}
				</p>
			)}
		</>
	);
}
