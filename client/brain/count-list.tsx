import { type ClassResult, peopleOf } from "#shared/brain/class-result.ts";
import { VERDICTS } from "#shared/brain/verdict.ts";
import { brainWords as t } from "../i18n/words.ts";

type CountListProps = {
	result: ClassResult /** Somebody practises: there is nobody to count. */;
	isAlone: boolean;
};

/** Who and what was counted and left out, in numbers and never by name; and what the model leaves out. */
export function CountList({ result, isAlone }: CountListProps) {
	const { verdicts, fit, kept, dropped } = result;
	const left = VERDICTS.filter((verdict) => verdict !== "counted" && verdicts[verdict] > 0);
	return (
		<section class="experiment-counts">
			<h3>{isAlone ? t.modelTitle : t.countTitle}</h3>
			<ul>
				{!isAlone && (
					<li>
						{t.countPeople(verdicts.counted, peopleOf(result))}{" "}
						{left.map((verdict) => t.excluded[verdict](verdicts[verdict])).join(" ")}
					</li>
				)}
				{kept > 0 && <li class="experiment-detail">{t.countTrials(kept, dropped)}</li>}
				{fit !== null && (
					<li class="experiment-detail">
						{t.rt1Rise(fit.rt1RiseMs)} {t.grouped(fit.groupedShare)}
					</li>
				)}
				<li>{t.caveat}</li>
			</ul>
		</section>
	);
}
