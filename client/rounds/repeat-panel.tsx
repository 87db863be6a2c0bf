import type { PlayedByTeams } from "#shared/lessons/chip-of-team.ts";
import { CAUSES } from "#shared/sim/chip/chip.ts";
import { fixed, score } from "../i18n/base/format.ts";
import { causeWords, roundsWords as t } from "../i18n/words.ts";
import { type CauseChange, type ChipChange, chipChanges } from "./cause-change.ts";
import "./repeat-panel.css";
import { useChipName } from "../ui/chip-names.ts";

/** What a repeat with the same seed has changed: the score and every cause, chip by chip. */
export function RepeatPanel({ before, now }: { before: PlayedByTeams; now: PlayedByTeams }) {
	const nameOf = useChipName();
	const changes = chipChanges(before, now);
	const causes = CAUSES.filter((cause) => changes.some((chip) => changeOf(chip, cause) !== undefined));
	if (changes.length === 0) return null;
	return (
		<section class="explain-panel repeat" aria-label={t.repeatTitle}>
			<h3>{t.repeatTitle}</h3>
			<p class="muted">{t.repeatNote}</p>
			<div class="repeat-scroll">
				<table>
					<thead>
						<tr>
							<th scope="col">{t.repeatShare}</th>
							{changes.map(({ chip }) => (
								<th key={chip} scope="col">
									{nameOf(chip)}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						<tr>
							<th scope="row">{t.score}</th>
							{changes.map(({ chip, scores: [from, to] }) => (
								<td key={chip}>
									{t.fromTo(score(from), score(to))}{" "}
									{from !== null && to !== null && <b>{signed(Math.round(to) - Math.round(from), 0)}</b>}
								</td>
							))}
						</tr>
						{causes.map((cause) => (
							<tr key={cause}>
								<th scope="row">
									<i class={`cause cause-${cause}`} aria-hidden="true" /> {causeWords[cause]}
								</th>
								{changes.map((chip) => (
									<td key={chip.chip}>
										<Change change={changeOf(chip, cause)} />
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}

function changeOf({ causes }: ChipChange, cause: CauseChange["cause"]): CauseChange | undefined {
	return causes.find((change) => change.cause === cause);
}

function Change({ change }: { change: CauseChange | undefined }) {
	if (change === undefined) return <>–</>;
	const { before, now } = change;
	return (
		<>
			{t.fromTo(fixed(before, 1), fixed(now, 1))} <b>{signed(change.change, 1)}</b>
		</>
	);
}

function signed(value: number, digits: number): string {
	return value > 0 ? `+${fixed(value, digits)}` : fixed(value, digits);
}
