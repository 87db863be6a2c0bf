import { fixed, number } from "../i18n/base/format.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";
import { PlotKey } from "../ui/plot-key.tsx";
import { DASH, INK } from "../ui/plot-looks.ts";
import type { ChipSpeedup } from "./speedups.ts";
import "./speedup-bars.css";
import { useChipName } from "../ui/chip-names.ts";

/** Speed-up of chips of the same size as bars, with the best known as a mark and the limit as the end. */
export function SpeedupBars({ speedups }: { speedups: readonly ChipSpeedup[] }) {
	const nameOf = useChipName();
	const limit = Math.max(1, ...speedups.map((speedup) => speedup.theory));
	const steps = Array.from({ length: limit + 1 }, (_, step) => step);
	return (
		<Figure
			title={t.parallelPlot}
			summary={t.parallelNote(limit)}
			tableLabel={t.table}
			legend={
				<PlotKey
					entries={[
						{ text: t.measured, colour: INK.measured, mark: "line" },
						{ text: t.best, colour: INK.best, mark: "diamond" },
						{ text: t.limit(limit), colour: INK.limit, mark: "line", dash: DASH.dotted },
					]}
				/>
			}
			table={{
				head: [t.chipHead, t.measured, t.best],
				rows: speedups.map(({ chip, measured, best }) => [nameOf(chip), fixed(measured, 2), fixed(best, 2)]),
			}}
		>
			<div class="speedups">
				{speedups.map(({ chip, measured, best }) => (
					<div class="speedups-row" key={chip}>
						<span>{nameOf(chip)}</span>
						<div class="speedups-track">
							<div class="speedups-bar" style={{ width: `${(measured / limit) * 100}%` }}>
								<b>{fixed(measured, 2)}</b>
							</div>
							<i class="speedups-best" style={{ left: `${(best / limit) * 100}%` }} />
						</div>
					</div>
				))}
				<div class="speedups-row">
					<span />
					<div class="speedups-scale">
						{steps.map((step) => (
							<span key={step} style={{ left: `${(step / limit) * 100}%` }}>
								{number(step)}
							</span>
						))}
					</div>
				</div>
			</div>
		</Figure>
	);
}
