/** A space between a figure and its unit, where a line would break and leave the unit alone on the next one. */
const BEFORE_UNIT = /(?<=\d) (?=(?:s|ms|µs|ns|min|mJ|mW|B|kB|KiB|MiB|%)(?![\p{L}\d]))/gu;

/** The words of a dictionary, where no line ends between a figure and its unit. */
export function keepUnits<Words>(words: Words): Words {
	return kept(words) as Words;
}

function kept(words: unknown): unknown {
	if (typeof words === "string") return words.replace(BEFORE_UNIT, "\u00a0");
	if (typeof words === "function") return (...facts: unknown[]) => kept(words(...facts));
	if (Array.isArray(words)) return words.map(kept);
	if (typeof words !== "object" || words === null) return words;
	return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, kept(value)]));
}
