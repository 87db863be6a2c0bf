import { runProgram } from "./command/command-line.ts";
import { references } from "./verbs/references.ts";
import { replay } from "./verbs/replay.ts";
import { run } from "./verbs/run.ts";
import { schema } from "./verbs/schema.ts";
import { search } from "./verbs/search.ts";
import { sweep } from "./verbs/sweep.ts";
import { validate } from "./verbs/validate.ts";

/** `npm run sim`: the simulator without a screen. */
await runProgram(
	{
		command: "npm run --silent sim --",
		about: "The multicore chip without a screen. Results go to stdout, everything else to stderr.",
		verbs: [run, sweep, search, replay, validate, references, schema],
	},
	process.argv.slice(2),
);
