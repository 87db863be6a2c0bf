import type { LessonId } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { score as scoreText } from "../i18n/base/format.ts";
import { sideNamesOf } from "../i18n/side-names.ts";
import { lessonWords as t } from "../i18n/words.ts";
import { useChipName } from "../ui/chip-names.ts";
import "./change-card.css";

type ChangeCardProps = {
	lesson: LessonId;
	/** What came of the play before, and of this one, by part. */
	earlier: readonly RoundOutcome[];
	outcomes: readonly RoundOutcome[];
	/** The chip of who looks; undefined for who looks at all of them. */
	own: number | undefined;
};

/** What a second play of the same round has changed, for the same seats: of the own chip, or of all. */
export function ChangeCard({ lesson, earlier, outcomes, own }: ChangeCardProps) {
	const { measure } = lessonById(lesson);
	const nameOf = useChipName();
	const words = t.measures[measure.id];
	const rows = outcomes.flatMap(({ chips, formula }, part) =>
		chips.flatMap((now, chip) => {
			const before = earlier[part]?.chips[chip];
			if (before === undefined || before.cores !== now.cores) return [];
			if (own !== undefined && own >= 0 && chip !== own) return [];
			const isComparable = earlier[part]?.formula === formula;
			const side = outcomes.length > 1 ? ` · ${sideNamesOf(lesson)[now.side] ?? ""}` : "";
			return [{ name: `${nameOf(chip)}${side}`, before, now, isComparable }];
		}),
	);
	return (
		<section class="change-card" aria-label={t.changeTitle}>
			<h3>{t.changeTitle}</h3>
			<table>
				<thead>
					<tr>
						<td />
						<th scope="col">{words.title}</th>
						<th scope="col">{t.changeScore}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(({ name, before, now, isComparable }) => (
						<tr key={name}>
							<th scope="row">{name}</th>
							<td>
								{words.value(measure.of(before))} → <b>{words.value(measure.of(now))}</b>
							</td>
							<td>
								{isComparable ? (
									<>
										{scoreText(before.score)} → <b>{scoreText(now.score)}</b>
									</>
								) : (
									"–"
								)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
