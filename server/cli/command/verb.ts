import { type ParseArgsConfig, type ParseArgsOptionDescriptor, parseArgs } from "node:util";
import type { OptionTable, OptionValues } from "./option.ts";
import { UsageError } from "./usage-error.ts";
import type { Words } from "./words.ts";

/** Where a verb's results go. */
export type Output = {
	/** Writes to stdout, and ends the line. */
	readonly print: (text: string) => void;
	/** The command ends with exit code 1, whatever else it prints. */
	readonly fail: () => void;
};

/** All that there is to say of a verb. */
type Declaration<Given, Options extends OptionTable> = {
	readonly name: string;
	/** What it does, in the list of all verbs. */
	readonly summary: string;
	readonly words: Words<Given>;
	readonly options: Options;
	/** Help before the options, and after them. */
	readonly about: string;
	readonly notes?: string;
	/** Throws `UsageError` where what was asked for cannot be. */
	readonly act: (given: Given, options: OptionValues<Options>, output: Output) => void | Promise<void>;
};

/** A verb as the command line sees it, whatever its words and options come to. */
export type Verb = Pick<
	Declaration<unknown, OptionTable>,
	"name" | "summary" | "about" | "notes" | "options"
> & {
	/** Its words as the help shows them. */
	readonly usage: string;
	/** Reads what was typed after the verb, and acts. Throws `UsageError`. */
	readonly perform: (args: readonly string[], output: Output) => Promise<void>;
};

/** The verb of that declaration. */
export function defineVerb<Given, Options extends OptionTable>(
	declaration: Declaration<Given, Options>,
): Verb {
	const { name, summary, about, notes = "", options, words, act } = declaration;
	return {
		name,
		summary,
		about,
		notes,
		options,
		usage: words.usage,
		perform: async (args, output) => {
			refuseUnknown(name, options, args);
			const { values, positionals } = parseTyped(args, options);
			refuseCount(name, words, positionals);
			const own = Object.entries(options).map(([option, kind]) => {
				const value = values[option];
				return [option, kind.type === "flag" ? value === true : kind.parse(textOf(value), option)];
			});
			await act(words.parse(positionals), Object.fromEntries(own) as OptionValues<Options>, output);
		},
	};
}

/** The options of a verb, and `--help`, as Node's own parser wants to know them. */
export function nodeOptions(options: OptionTable): NonNullable<ParseArgsConfig["options"]> {
	const own = Object.entries(options).map(([name, { type }]): [string, ParseArgsOptionDescriptor] => [
		name,
		{ type: type === "flag" ? "boolean" : "string" },
	]);
	return { ...Object.fromEntries(own), help: { type: "boolean", short: "h" } };
}

/** What a verb would not look at is a mistake, not to be passed over in silence. */
function refuseUnknown(verb: string, options: OptionTable, args: readonly string[]): void {
	const { tokens } = parseArgs({
		args: [...args],
		options: nodeOptions(options),
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	const unknown = tokens.find((token) => token.kind === "option" && options[token.name] === undefined);
	if (unknown?.kind !== "option") return;
	const known = Object.keys(options).map((name) => `--${name}`);
	throw new UsageError(
		`${verb} does not use ${unknown.rawName}; it uses ${known.length === 0 ? "no options" : known.join(", ")}.`,
	);
}

/** Options with a value that is missing, or one too many, are refused in the words of Node's parser. */
function parseTyped(args: readonly string[], options: OptionTable) {
	try {
		return parseArgs({ args: [...args], options: nodeOptions(options), allowPositionals: true });
	} catch (error) {
		if (error instanceof TypeError && "code" in error) throw new UsageError(error.message);
		throw error;
	}
}

function refuseCount(verb: string, { least, most }: Words<unknown>, found: readonly string[]): void {
	const tooMuch = found[most];
	if (tooMuch !== undefined)
		throw new UsageError(`${verb} takes ${most === 0 ? "nothing" : "one thing"}, found also "${tooMuch}".`);
	if (found.length < least) throw new UsageError(`Say what to ${verb}: see ${verb} --help.`);
}

function textOf(value: unknown): string | undefined {
	return typeof value === "string" ? value : undefined;
}
