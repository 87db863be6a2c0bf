import { LOCK_BENCH, LOCK_WAYS } from "#shared/analysis/lock-bench.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { Figure } from "../ui/figure.tsx";
import { BENCH_ROUNDS, useLockBench } from "./use-lock-bench.ts";
import "./speedup-bars.css";
import "./measure-bars.css";
import "./lock-bench-bars.css";

/** What each way of waiting at locks is worth where nothing else differs. Its bars grow once they are simulated. */
export function LockBenchBars({ seed }: { seed: number }) {
	const means = useLockBench(seed);
	const most = means === undefined ? 1 : Math.max(...LOCK_WAYS.map((way) => means[way]));
	const rows = LOCK_WAYS.map((way) => ({ way, label: t.lockWays[way], valueS: means?.[way] }));
	return (
		<Figure
			title={t.lockBench}
			summary={t.lockBenchNote(LOCK_BENCH.cores, BENCH_ROUNDS, LOCK_BENCH.wakeS)}
			tableLabel={t.table}
			table={{
				head: [t.lockWay, t.measures.turnaround.title],
				rows: rows.map(({ label, valueS }) => [label, valueText(valueS)]),
			}}
		>
			<div class="speedups measures lock-bench">
				{rows.map(({ way, label, valueS = 0 }) => (
					<div class="speedups-row" key={way}>
						<span>{label}</span>
						<div class="speedups-track">
							<div class="speedups-bar" style={{ width: `${(100 * valueS) / most}%` }} />
						</div>
						<b class="measures-value">{valueText(means?.[way])}</b>
					</div>
				))}
			</div>
		</Figure>
	);
}

function valueText(valueS: number | undefined): string {
	return valueS === undefined ? "…" : t.measures.turnaround.value(valueS);
}
