import type { RoundOutcome } from "./outcome.ts";

/** A round by the teams that played it: by chip a team's number; null: nobody, or nobody's team. Empty: not known. */
export type PlayedByTeams = {
	readonly outcome: RoundOutcome;
	readonly teams: readonly (number | null)[];
};

/**
 * The chip of `before` that the team of chip `chip` of `now` played, with as many cores; chips that are nobody's in
 * their order. Where teams are not known it is the same chip. undefined if there is none.
 */
export function chipBefore(before: PlayedByTeams, now: PlayedByTeams, chip: number): number | undefined {
	const isKnown = before.teams.length > 0 && now.teams.length > 0;
	const keysOf = ({ outcome, teams }: PlayedByTeams) =>
		outcome.chips.map(({ cores }, index) =>
			isKnown ? `${teams[index] ?? null} ${cores}` : `${index} ${cores}`,
		);
	const keys = keysOf(now);
	const nth = keys.slice(0, chip).filter((key) => key === keys[chip]).length;
	const found = keysOf(before).flatMap((key, index) => (key === keys[chip] ? [index] : []));
	return found[nth];
}

/**
 * What came of `before`, with its chips in the order in which the same teams played them in `now`. undefined unless
 * each is there.
 */
export function outcomeByTeam(before: PlayedByTeams, now: PlayedByTeams): RoundOutcome | undefined {
	const { chips, references } = before.outcome;
	const order = now.outcome.chips.map((_, chip) => chipBefore(before, now, chip));
	if (order.includes(undefined)) return undefined;
	const inOrder = <Item>(items: readonly Item[]) =>
		order.flatMap((chip) => (chip === undefined ? [] : items.slice(chip, chip + 1)));
	return { ...before.outcome, chips: inOrder(chips), references: inOrder(references) };
}
