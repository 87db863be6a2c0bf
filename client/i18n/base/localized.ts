/**
 * What another language must say where English says `Text`: the same keys, lists as long, functions of the
 * same facts; only the words are its own. So a key that one language lacks, or has too many, is a type error.
 */
export type Localized<Text> = Text extends string
	? string
	: Text extends (...facts: infer Facts) => string
		? (...facts: Facts) => string
		: { readonly [Key in keyof Text]: Localized<Text[Key]> };
