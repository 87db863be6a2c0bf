import { letterOf } from "#shared/lib/letters.ts";
import type { ChipView, TokenView } from "./chip-view.ts";
import type { ChipLabels } from "./labels.ts";

/** Progress is spoken in steps, so that a screen reader is not flooded. */
const PERCENT_STEP = 10;

export function describeCore(
	view: ChipView,
	core: number,
	own: boolean,
	name: string,
	labels: ChipLabels,
): string {
	const seen = view.cores[core];
	if (seen === undefined) return labels.coreShort(core + 1);
	const { task } = seen;
	return labels.speakCore({
		number: core + 1,
		name,
		own,
		state: seen.state,
		task:
			task === undefined
				? undefined
				: {
						kind: task.kind,
						seconds: task.seconds,
						percent: Math.floor((seen.progress * 100) / PERCENT_STEP) * PERCENT_STEP,
					},
		planned: seen.planned,
		decides: seen.decision !== undefined,
	});
}

export function describeToken(
	{ kind, seconds, ready, data, alarm, risky, rare, followers, place }: TokenView,
	pending: boolean,
	labels: ChipLabels,
): string {
	return labels.speakToken({
		kind,
		seconds,
		ready,
		alarm,
		risky,
		rare,
		followers,
		data: data === undefined ? undefined : letterOf(data),
		core: place.zone === "shared" ? undefined : place.core + 1,
		place: place.zone === "shared" || place.zone === "planned" ? place.index + 1 : 1,
		pending,
	});
}
