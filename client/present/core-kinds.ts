import type { CoreSpec } from "#shared/sim/scenario/scenario.ts";

/** Letters of the kinds of all cores, as "PPEE"; "" where they are all of one kind, which need not be said. */
export function kindsToTell(cores: readonly Pick<CoreSpec, "kind">[]): string {
	const letters = cores.map(({ kind }) => kind);
	return new Set(letters).size > 1 ? letters.join("") : "";
}
