import { clock, fixed } from "../i18n/base/format.ts";
import { rushWords as t } from "../i18n/words.ts";
import type { TeamResult } from "../present/team-results.ts";
import "./podium.css";
import { useChipName } from "../ui/chip-names.ts";

/** So many places have a step of their own; the others follow in a list. */
const STEPS = 3;

/** The teams of one seed by what they reached: chips, never people. */
export function Podium({ teams, own }: { teams: readonly TeamResult[]; own: number | undefined }) {
	const nameOf = useChipName();
	const peopled = teams.filter(({ isPeopled }) => isPeopled);
	const others = peopled.slice(STEPS);
	const bots = teams.filter(({ isPeopled }) => !isPeopled);
	return (
		<section class="podium" aria-label={t.podium}>
			<ol class="podium-steps">
				{peopled.slice(0, STEPS).map((team) => (
					<li key={team.chip} class={`podium-${team.place} ${team.chip === own ? "podium-own" : ""}`}>
						<strong>{nameOf(team.chip)}</strong>
						<span>{t.points(fixed(team.value, 0))}</span>
						<span class="muted small">{team.collapsed ? t.downShort(clock(team.lastedS)) : t.heldShort}</span>
						<b class="podium-step">{t.place(team.place)}</b>
					</li>
				))}
			</ol>
			{others.length > 0 && (
				<ol class="podium-others" start={STEPS + 1}>
					{others.map((team) => (
						<li key={team.chip} value={team.place} class={team.chip === own ? "podium-own" : ""}>
							<strong>{nameOf(team.chip)}</strong> {t.points(fixed(team.value, 0))}{" "}
							<span class="muted">{team.collapsed ? t.downShort(clock(team.lastedS)) : t.heldShort}</span>
						</li>
					))}
				</ol>
			)}
			{bots.length > 0 && (
				<ul class="podium-others">
					{bots.map((team) => (
						<li key={team.chip} class="muted">
							{t.besides(nameOf(team.chip), t.points(fixed(team.value, 0)))}
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
