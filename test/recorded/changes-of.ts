/** `changed`: what is recorded and goes otherwise today. `unrecorded`: what is new. Each as the end of a sentence. */
export type Differences = { readonly changed: readonly string[]; readonly unrecorded: readonly string[] };

/** What is known by name. */
type Named = Readonly<Record<string, unknown>>;

/** Names whose value is another today, or gone. */
export function changesOf(today: Named, recorded: Named): string[] {
	return Object.keys(recorded).filter(
		(name) => JSON.stringify(today[name]) !== JSON.stringify(recorded[name]),
	);
}

/** Names that are not recorded yet. */
export function newIn(today: Named, recorded: Named): string[] {
	return Object.keys(today).filter((name) => !(name in recorded));
}
