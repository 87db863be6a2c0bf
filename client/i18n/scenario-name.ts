/**
 * A name from a scenario in the language of `names`. What tells equals apart, a letter or a number at
 * its end, stays: "Table 3" is looked up as "Table". A name that is not listed stays as it is.
 */
export function scenarioName(name: string, names: Readonly<Record<string, string>>): string {
	const whole = lookUp(name, names);
	if (whole !== undefined) return whole;
	const [, head = "", tail = ""] = /^(.+?)( (?:[A-Z]|\d+))$/.exec(name) ?? [];
	const translated = lookUp(head, names);
	return translated === undefined ? name : translated + tail;
}

/** What the language calls exactly that; undefined where it has no word for it. */
export function lookUp(name: string, names: Readonly<Record<string, string>>): string | undefined {
	return Object.hasOwn(names, name) ? names[name] : undefined;
}
