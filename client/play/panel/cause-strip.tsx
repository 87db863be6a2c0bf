import type { CauseBar } from "#shared/sim/chip/chip.ts";
import { barParts, wholePercents } from "../../figures/bar-parts.ts";
import { causeWords, playWords as t } from "../../i18n/words.ts";
import "../../figures/cause-bars.css";
import "./cause-strip.css";

/** Where core time has gone so far: one bar of 100 %, with each part also in words. */
export function CauseStrip({ title, causes }: { title: string; causes: CauseBar }) {
	// Parts that round to 0 % are left out.
	const parts = wholePercents(barParts(causes)).filter(({ percent }) => percent > 0);
	return (
		<section class="cause-strip" aria-label={title}>
			<h2>{title}</h2>
			<div class="causes-bar" aria-hidden="true">
				{parts.map(({ cause, percent }) => (
					<span key={cause} class={`cause cause-${cause}`} style={{ width: `${percent}%` }} />
				))}
			</div>
			{parts.length === 0 && <p class="muted small">{t.causesNone}</p>}
			<ul>
				{parts.map(({ cause, percent }) => (
					<li key={cause}>
						<i class={`cause cause-${cause}`} />
						<span>{causeWords[cause]}</span>
						<b>{percent} %</b>
					</li>
				))}
			</ul>
		</section>
	);
}
