import type { Verb } from "./verb.ts";

/** The column in which the help of an option begins. */
const HELP_COLUMN = 19;

/** Help on one verb, which `command` leads to: "npm run --silent sim -- run". */
export function helpOnVerb({ usage, about, options, notes }: Verb, command: string): string {
	const needed = Object.entries(options).flatMap(([name, option]) =>
		option.type === "setting" && option.isNeeded ? `--${name} ${option.placeholder}` : [],
	);
	const more = Object.keys(options).length > needed.length ? ["[options]"] : [];
	const line = [command, usage, ...needed, ...more].filter((part) => part !== "").join(" ");
	return [[line], [about], optionLines(options), [notes ?? ""]]
		.map((part) => part.join("\n"))
		.filter((part) => part !== "")
		.join("\n\n");
}

/** Help on all verbs together, which `command` leads to. */
export function helpOnAll(verbs: readonly Verb[], command: string, about: string): string {
	const written = verbs.map(({ name, usage }) => `  ${command} ${name} ${usage}`.trimEnd());
	const width = Math.max(...written.map((line) => line.length)) + 2;
	const lines = verbs.map(({ summary }, index) => (written[index] ?? "").padEnd(width) + summary);
	const example = `${command} ${verbs[0]?.name} --help`;
	return [about, "", ...lines, "", `Each of them explains itself: ${example}`].join("\n");
}

/** Names with commas, in lines that fit below each other in the help of an option. */
export function wrappedNames(names: readonly string[]): string {
	const lines: string[] = [""];
	for (const name of names) {
		const last = lines.at(-1) ?? "";
		if (last.length + name.length > 50) lines.push(name);
		else lines[lines.length - 1] = last === "" ? name : `${last}, ${name}`;
	}
	return lines.join(",\n");
}

function optionLines(options: Verb["options"]): string[] {
	return Object.entries(options).map(([name, option]) => {
		const written = option.type === "flag" ? `  --${name}` : `  --${name} ${option.placeholder}`;
		const [first = "", ...others] = option.help.split("\n");
		return [
			`${written.padEnd(HELP_COLUMN - 1)} ${first}`,
			...others.map((line) => " ".repeat(HELP_COLUMN) + line),
		].join("\n");
	});
}
