/** The language of the dictionary in use; numbers, dates and plurals follow it. */
let locale = "en";
let plurals = new Intl.PluralRules(locale);

/** Writes numbers and dates as `language` does from now on. */
export function formatFor(language: string): void {
	locale = language;
	plurals = new Intl.PluralRules(language);
}

/** `value` with `digits` decimals, or fewer when they are zero. */
export function number(value: number, digits = 0): string {
	return withMinus(value.toLocaleString(locale, { maximumFractionDigits: digits }));
}

/** `value` with exactly `digits` decimals, for columns of numbers. */
export function fixed(value: number, digits: number): string {
	return withMinus(
		value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
	);
}

/** A score as a whole number; a dash where there is none. */
export function score(value: number | null): string {
	return value === null ? "–" : number(value);
}

/** A share, 0 to 1, as a percentage. A line never ends before the sign, nor before the "s" of seconds. */
export function percent(share: number, digits = 0): string {
	return `${number(share * 100, digits)}\u00a0%`;
}

/** A length in seconds of play. */
export function seconds(lengthS: number, digits = 1): string {
	return `${fixed(lengthS, digits)}\u00a0s`;
}

/** "1 core", "4 cores": the number with the form of the word that belongs to it. */
export function counted(count: number, one: string, other: string, more: MoreForms = {}): string {
	const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { ...more, one };
	return `${number(count)} ${forms[plurals.select(count)] ?? other}`;
}

/** The forms of a language that has more than two, as Polish has `few` and `many`. */
type MoreForms = Partial<Record<"zero" | "two" | "few" | "many", string>>;

/** A span of time as a clock shows it: 1:05. */
export function clock(lengthS: number): string {
	const whole = Math.max(0, Math.ceil(lengthS));
	return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function dateTime(epochMs: number): string {
	return new Date(epochMs).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
}

/** "Ada, Ben and Cem", or with "or" between the last two. */
export function list(items: readonly string[], joint: "and" | "or" = "and"): string {
	const type = joint === "and" ? "conjunction" : "disjunction";
	return new Intl.ListFormat(locale, { type }).format(items);
}

/** A minus as wide as a digit, and never one before zero. */
function withMinus(text: string): string {
	return /^-[0.,]+$/.test(text) ? text.slice(1) : text.replace("-", "\u2212");
}
