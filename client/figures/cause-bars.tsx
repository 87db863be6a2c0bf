import { CAUSES, type Cause, type CauseBar } from "#shared/sim/chip/chip.ts";
import { fixed } from "../i18n/base/format.ts";
import { causeWords, lessonWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";
import { barParts, wholePercents } from "./bar-parts.ts";
import "./cause-bars.css";

type CauseBarsProps = {
	title?: string;
	rows: readonly { readonly label: string; readonly causes: CauseBar }[];
};

/** One bar of 100 % per row, cut by what the core time went to; colour, pattern and legend say which. */
export function CauseBars({ title = t.causesTitle, rows }: CauseBarsProps) {
	const bars = rows.map(({ label, causes }) => {
		const parts = barParts(causes);
		return { label, parts, whole: wholePercents(parts) };
	});
	const used = CAUSES.filter((cause) => bars.some(({ parts }) => parts.some((part) => part.cause === cause)));
	return (
		<Figure
			title={title}
			summary={t.causesNote}
			legend={<Legend causes={used} />}
			tableLabel={t.table}
			table={{
				head: ["", ...used.map((cause) => causeWords[cause])],
				rows: bars.map(({ label, parts }) => [
					label,
					...used.map((cause) => `${fixed(parts.find((part) => part.cause === cause)?.percent ?? 0, 1)} %`),
				]),
			}}
		>
			<div class="causes">
				{bars.map(({ label, parts, whole }) => (
					<div class="causes-row" key={label}>
						<span class="causes-label">{label}</span>
						<div class="causes-bar">
							{parts.map(({ cause, percent }, index) => (
								<span
									key={cause}
									class={`cause cause-${cause}`}
									style={{ width: `${percent}%` }}
									title={`${causeWords[cause]}: ${fixed(percent, 1)} %`}
								>
									{percent >= 12 && <b>{whole[index]?.percent} %</b>}
								</span>
							))}
						</div>
					</div>
				))}
			</div>
		</Figure>
	);
}

function Legend({ causes }: { causes: readonly Cause[] }) {
	return (
		<ul class="causes-legend">
			{causes.map((cause) => (
				<li key={cause}>
					<i class={`cause cause-${cause}`} /> {causeWords[cause]}
				</li>
			))}
		</ul>
	);
}
