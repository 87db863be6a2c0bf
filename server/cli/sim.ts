import { parseArgs } from "node:util";
import { helpOn, OPTIONS, VERBS, type Verb } from "./command/help.ts";
import { UsageError } from "./command/usage-error.ts";
import { refreshReferences } from "./verbs/references.ts";
import { replayFile } from "./verbs/replay.ts";
import { runScenario } from "./verbs/run.ts";
import { scenarioSchema } from "./verbs/schema.ts";
import { searchScenario } from "./verbs/search.ts";
import { sweepScenario } from "./verbs/sweep.ts";
import { validate } from "./verbs/validate.ts";

/** `npm run sim`: the simulator without a screen. Results on stdout, everything else on stderr. */
async function main(args: string[]): Promise<void> {
	const { positionals, values, tokens } = parseArgs({
		args,
		allowPositionals: true,
		tokens: true,
		options: {
			policy: { type: "string" },
			cores: { type: "string" },
			seed: { type: "string", default: "1" },
			simulations: { type: "string", default: "500" },
			seconds: { type: "string", default: "30" },
			seeds: { type: "string" },
			pace: { type: "string", default: "machine" },
			json: { type: "boolean", default: false },
			events: { type: "boolean", default: false },
			gantt: { type: "boolean", default: false },
			svg: { type: "string" },
			page: { type: "string" },
			help: { type: "boolean", short: "h", default: false },
		},
	});
	const [word, what] = positionals;
	const verb = VERBS.find((known) => known === word);
	if (word !== undefined && verb === undefined)
		throw new UsageError(`There is no "${word}"; there are ${VERBS.join(", ")}.`);
	if (values.help || verb === undefined) process.stdout.write(helpOn(verb));
	else {
		const given = tokens.flatMap((token) => (token.kind === "option" ? token.name : []));
		refuseUnused(verb, given, positionals.slice(1));
		await act(verb, what, values);
	}
}

/** What a verb would not look at is a mistake, not to be passed over in silence. */
function refuseUnused(verb: Verb, options: readonly string[], things: readonly string[]): void {
	const unused = options.find((option) => !OPTIONS[verb].includes(option));
	if (unused !== undefined) {
		const used = OPTIONS[verb].map((option) => `--${option}`).join(", ");
		throw new UsageError(`${verb} does not use --${unused}; it uses ${used === "" ? "no options" : used}.`);
	}
	const takesNothing = verb === "schema" || verb === "references";
	const tooMuch = things[takesNothing ? 0 : 1];
	if (tooMuch !== undefined)
		throw new UsageError(`${verb} takes ${takesNothing ? "nothing" : "one thing"}, found also "${tooMuch}".`);
}

type Values = Parameters<typeof runScenario>[1] &
	Parameters<typeof searchScenario>[1] &
	Parameters<typeof replayFile>[1] &
	Parameters<typeof validate>[1];

async function act(verb: Verb, what: string | undefined, values: Values): Promise<void> {
	if (verb === "schema") {
		process.stdout.write(scenarioSchema());
		return;
	}
	if (verb === "references") {
		print(await refreshReferences());
		return;
	}
	if (verb === "validate") {
		const { text, held } = await validate(what, values);
		print(text);
		if (!held) process.exitCode = 1;
		return;
	}
	if (what === undefined) throw new UsageError(`Say what to ${verb}: see ${verb} --help.`);
	if (verb === "run") print(runScenario(what, values));
	else if (verb === "sweep") print(sweepScenario(what, values));
	else if (verb === "search") print(searchScenario(what, values));
	else print(replayFile(what, values));
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

try {
	await main(process.argv.slice(2));
} catch (error) {
	const isUsers = error instanceof UsageError || (error instanceof TypeError && "code" in error);
	if (!isUsers) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
