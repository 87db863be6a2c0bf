import { at } from "#shared/lib/assert.ts";
import { lessonWords, teamWords as t } from "./words.ts";

/** A team by number and name. */
export function teamName(number: number): string {
	return t.team(number, at(t.names, (number - 1) % t.names.length));
}

/**
 * What the chips of a round are called: by their teams; where sizes differ by their size, and where several have the
 * same by their team too. Without teams they are called by their number. `teams`: by chip; empty if not known.
 */
export function chipNames(
	chips: readonly { readonly cores: number }[],
	teams: readonly (number | null)[],
): string[] {
	const differ = chips.some(({ cores }) => cores !== chips[0]?.cores);
	const hasTeams = teams.some((team) => team !== null);
	return chips.map(({ cores }, chip) => {
		const number = teams[chip] ?? null;
		const team = number === null ? undefined : teamName(number);
		if (!differ) return team ?? (hasTeams ? t.chipOfBots(lessonWords.chip(chip)) : lessonWords.chip(chip));
		const size = lessonWords.briefCores(cores);
		const isOnly = chips.filter((other) => other.cores === cores).length === 1;
		if (isOnly) return size;
		return t.of(size, team ?? (hasTeams ? t.bots : lessonWords.chip(chip)));
	});
}
