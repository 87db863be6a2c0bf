import type { LessonId } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { fixed, number } from "../i18n/base/format.ts";
import { rushWords as t } from "../i18n/words.ts";
import "./worth-list.css";
import { useChipName } from "../ui/chip-names.ts";

type WorthListProps = { lesson: LessonId; outcome: RoundOutcome; chip: number };

const PARTS = ["inTime", "late", "lost"] as const;

/** What the result of a chip is made of, as a bill: work in time, and what each kind of mistake took away. */
export function WorthList({ lesson, outcome, chip: index }: WorthListProps) {
	const nameOf = useChipName();
	const chip = outcome.chips[index];
	const { measure } = lessonById(lesson);
	const parts = chip && measure.partsOf?.(chip);
	if (chip === undefined || parts === undefined) return null;
	const counts = { inTime: chip.threadsDone, late: chip.urgentMisses, lost: chip.lostUpdates };
	const most = Math.max(1, parts.inTime);
	return (
		<section class="worth">
			<h3>{t.worthTitle(nameOf(index))}</h3>
			<ul>
				{PARTS.map((part) => (
					<li key={part} class={parts[part] < 0 ? "worth-less" : ""}>
						<span>{t.parts[part](counts[part])}</span>
						<b>{fixed(parts[part], 0)} s</b>
						<i aria-hidden="true" style={{ width: `${(100 * Math.abs(parts[part])) / most}%` }} />
					</li>
				))}
				<li class="worth-sum">
					<span>{t.sum}</span>
					<b>{fixed(measure.of(chip), 0)} s</b>
				</li>
			</ul>
			<p class="muted small">{t.alsoLate(number(chip.deadlineMisses))}</p>
		</section>
	);
}
