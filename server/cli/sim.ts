import { parseArgs } from "node:util";
import { POLICIES } from "#shared/policies/table.ts";
import { scenarioSchema } from "#shared/sim/scenario-file.ts";
import { replayFile } from "./replay-file.ts";
import { runScenario, sweepScenario } from "./run-scenario.ts";
import { UsageError } from "./usage-error.ts";
import { validate } from "./validate.ts";

/** `npm run sim`: the simulator without a screen. Results on stdout, everything else on stderr. */
const HELP = `The multicore chip without a screen.

  npm run --silent sim -- run WHAT [--policy P] [--cores N] [--seed S] [--pace machine|human] [--gantt] [--json]
  npm run --silent sim -- sweep WHAT --cores 1,2,4,8 [--policy P] [--seed S] [--pace machine|human] [--json]
  npm run --silent sim -- validate [ROW] [--json]
  npm run --silent sim -- schema
  npm run --silent sim -- replay ROUND.json [--events] [--json]

WHAT is a lesson (parallel-work, amdahl) or a scenario file. ROUND.json is a round's exported log.
Policies: ${POLICIES.map(({ id }) => id).join(", ")};
affinity, steal and di take a number, as in affinity:500000 (patience in ns), steal:1000000 (looks at the
others every so many ns) and di:2 (heavy threads at a time).
Without --policy a scenario file's own holds, else fifo. At machine pace a policy decides at once (the
default), at human pace about once a second, as the bots of a class do.

validate measures every row of the validation table, the simulation against the literature, and ends
with 0 only if all of them hold. schema prints the JSON Schema of a scenario file.
`;

function main(args: string[]): void {
	const { positionals, values } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			policy: { type: "string" },
			cores: { type: "string" },
			seed: { type: "string", default: "1" },
			pace: { type: "string", default: "machine" },
			json: { type: "boolean", default: false },
			gantt: { type: "boolean", default: false },
			events: { type: "boolean", default: false },
			help: { type: "boolean", short: "h", default: false },
		},
	});
	const [verb, what] = positionals;
	if (values.help || verb === undefined) {
		process.stdout.write(HELP);
		return;
	}
	if (verb === "validate") {
		const { text, held } = validate(what, values);
		print(text);
		if (!held) process.exitCode = 1;
		return;
	}
	if (verb === "schema") {
		print(JSON.stringify(scenarioSchema(), null, "\t"));
		return;
	}
	if (what === undefined) throw new UsageError(`Say what to ${verb}: see --help.`);
	if (verb === "run") print(runScenario(what, values));
	else if (verb === "sweep") print(sweepScenario(what, values));
	else if (verb === "replay") print(replayFile(what, values));
	else throw new UsageError(`There is no "${verb}"; there are run, sweep, replay, validate and schema.`);
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

try {
	main(process.argv.slice(2));
} catch (error) {
	const isUsers = error instanceof UsageError || (error instanceof TypeError && "code" in error);
	if (!isUsers) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
