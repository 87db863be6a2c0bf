import { parseArgs } from "node:util";
import { helpOnAll, helpOnVerb } from "./help.ts";
import { UsageError } from "./usage-error.ts";
import { nodeOptions, type Output, type Verb } from "./verb.ts";

/** A program whose first word says what it is to do. */
export type Program = {
	/** What is typed to reach it: "npm run --silent sim --". */
	readonly command: string;
	readonly about: string;
	readonly verbs: readonly Verb[];
};

/** Does what was typed after a program's name, with results on stdout; a mistake is one sentence on stderr, and exit code 1. */
export async function runProgram(program: Program, args: readonly string[]): Promise<void> {
	await tellMistakes(() => chooseVerb(program, args));
}

/** The same for a command that is one verb only. `command`: what is typed to reach it. */
export async function runVerb(verb: Verb, command: string, args: readonly string[]): Promise<void> {
	await tellMistakes(() => helpOrPerform(verb, command, args));
}

const OUTPUT: Output = {
	print: (text) => process.stdout.write(`${text}\n`),
	fail: () => {
		process.exitCode = 1;
	},
};

async function tellMistakes(act: () => Promise<void>): Promise<void> {
	try {
		await act();
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		process.stderr.write(`${error.message}\n`);
		OUTPUT.fail();
	}
}

async function chooseVerb({ command, about, verbs }: Program, args: readonly string[]): Promise<void> {
	const { tokens } = parseArgs({
		args: [...args],
		options: Object.assign({}, ...verbs.map(({ options }) => nodeOptions(options))),
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	const word = tokens.find((token) => token.kind === "positional");
	const names = verbs.map(({ name }) => name).join(", ");
	if (word === undefined) {
		const lone = tokens.find((token) => token.kind === "option" && token.name !== "help");
		if (lone?.kind === "option") throw new UsageError(`Say before ${lone.rawName} what to do: ${names}.`);
		OUTPUT.print(helpOnAll(verbs, command, about));
		return;
	}
	const verb = verbs.find(({ name }) => name === word.value);
	if (verb === undefined) throw new UsageError(`There is no "${word.value}"; there are ${names}.`);
	await helpOrPerform(verb, `${command} ${verb.name}`, args.toSpliced(word.index, 1));
}

async function helpOrPerform(verb: Verb, command: string, args: readonly string[]): Promise<void> {
	const { values } = parseArgs({
		args: [...args],
		options: nodeOptions(verb.options),
		allowPositionals: true,
		strict: false,
	});
	if (values["help"] === true) OUTPUT.print(helpOnVerb(verb, command));
	else await verb.perform(args, OUTPUT);
}
