/** The words of a command line that belong to no option, and what a verb makes of them. */
export type Words<Given> = {
	/** As the help shows them: "WHAT", "[ROW]". */
	readonly usage: string;
	readonly least: number;
	readonly most: number;
	/** What the words come to, `least` to `most` of them. Throws `UsageError`. */
	readonly parse: (words: readonly string[]) => Given;
};

/** No word at all. */
export const NOTHING: Words<undefined> = { usage: "", least: 0, most: 0, parse: () => undefined };

/** Exactly one word. */
export function one<Given>(usage: string, parse: (word: string) => Given): Words<Given> {
	return { usage, least: 1, most: 1, parse: ([word]) => parse(word ?? "") };
}

/** One word, or none. */
export function oneOrNone<Given>(usage: string, parse: (word: string | undefined) => Given): Words<Given> {
	return { usage, least: 0, most: 1, parse: ([word]) => parse(word) };
}

/** As many words as anybody likes. */
export function anyNumber<Given>(usage: string, parse: (words: readonly string[]) => Given): Words<Given> {
	return { usage, least: 0, most: Number.POSITIVE_INFINITY, parse };
}
