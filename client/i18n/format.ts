/** The language of the dictionary in use; numbers and dates follow it. */
const LANGUAGE = "en";

const plurals = new Intl.PluralRules(LANGUAGE);

/** `value` with `digits` decimals, or fewer when they are zero. */
export function number(value: number, digits = 0): string {
	return withMinus(value.toLocaleString(LANGUAGE, { maximumFractionDigits: digits }));
}

/** `value` with exactly `digits` decimals, for columns of numbers. */
export function fixed(value: number, digits: number): string {
	return withMinus(
		value.toLocaleString(LANGUAGE, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
	);
}

/** A share, 0 to 1, as a percentage. */
export function percent(share: number, digits = 0): string {
	return `${number(share * 100, digits)} %`;
}

/** "1 core", "4 cores": the number with the form of the word that belongs to it. */
export function counted(count: number, one: string, other: string): string {
	return `${number(count)} ${plurals.select(count) === "one" ? one : other}`;
}

/** A span of time as a clock shows it: 1:05. */
export function clock(seconds: number): string {
	const whole = Math.max(0, Math.ceil(seconds));
	return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function dateTime(epochMs: number): string {
	return new Date(epochMs).toLocaleString(LANGUAGE, { dateStyle: "medium", timeStyle: "short" });
}

/** "Ada, Ben and Cem". */
export function list(items: readonly string[]): string {
	return new Intl.ListFormat(LANGUAGE, { type: "conjunction" }).format(items);
}

/** A minus as wide as a digit, and never one before zero. */
function withMinus(text: string): string {
	return /^-[0.]+$/.test(text) ? text.slice(1) : text.replace("-", "\u2212");
}
