import type { ClassResult } from "#shared/brain/class-result.ts";
import { VERDICTS } from "#shared/brain/person.ts";
import { brainWords as t } from "../i18n/words.ts";

/** Who and what was counted and left out, in numbers and never by name; and what the model leaves out. */
export function CountList({ result }: { result: ClassResult }) {
	const { verdicts, fit, kept, dropped } = result;
	const people = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
	const left = VERDICTS.filter((verdict) => verdict !== "counted" && verdicts[verdict] > 0);
	return (
		<section class="experiment-counts">
			<h3>{t.countTitle}</h3>
			<ul>
				<li>
					{t.countPeople(verdicts.counted, people)}{" "}
					{left.map((verdict) => t.excluded[verdict](verdicts[verdict])).join(" ")}
				</li>
				{kept > 0 && <li>{t.countTrials(kept, dropped)}</li>}
				{fit !== null && (
					<li>
						{t.rt1Rise(fit.rt1RiseMs)} {t.grouped(fit.groupedShare)}
					</li>
				)}
				<li>{t.caveat}</li>
			</ul>
		</section>
	);
}
