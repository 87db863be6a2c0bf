import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { POLICIES } from "#shared/policies/table.ts";

export const VERBS = ["run", "sweep", "search", "replay", "validate", "references", "schema"] as const;
export type Verb = (typeof VERBS)[number];

/** The options that each verb looks at. */
export const OPTIONS: Readonly<Record<Verb, readonly string[]>> = {
	run: ["policy", "cores", "seed", "seeds", "pace", "json", "gantt", "svg"],
	sweep: ["policy", "cores", "seed", "seeds", "pace", "json"],
	search: ["cores", "seed", "simulations", "seconds", "json"],
	replay: ["json", "events", "gantt", "svg"],
	validate: ["json", "page"],
	references: [],
	schema: [],
};

const GENERAL = `The multicore chip without a screen. Results go to stdout, everything else to stderr.

  npm run --silent sim -- run WHAT       run a lesson or a scenario once, and measure it
  npm run --silent sim -- sweep WHAT     run it on several numbers of cores: the speed-up curve
  npm run --silent sim -- search WHAT    look for the best schedule of it
  npm run --silent sim -- replay ROUND   play a recorded round again
  npm run --silent sim -- validate       measure the simulation against the literature
  npm run --silent sim -- references     search anew for what built-in rounds are held against
  npm run --silent sim -- schema         print the JSON Schema of scenario files

Each of them explains itself: npm run --silent sim -- run --help
`;

const WHAT = `WHAT is a lesson (${LESSON_IDS.join(", ")}) or the path of a scenario file.
How to write one: shared/sim/SCENARIOS.md; some to begin with: shared/sim/examples.`;

const CHOICES = `  --policy P       who decides what runs where: ${wrapped(POLICIES.map(({ id }) => id))};
                   some take a number: affinity:500000 (patience in ns), steal:1000000 (looks at
                   the others every so many ns), di:2 (heavy tasks at a time). Without it the scenario's own, else fifo
  --seed S         a whole number that all chance comes from (1): the same seed, the same run
  --seeds N        run with N seeds, from --seed on, and show the mean of each measure with its 95 %
                   confidence interval; without it as many as the scenario says, else 1
  --pace PACE      machine: the policy decides at once (the default);
                   human: about once a second of play, as the bots of a class do
  --json           everything that was measured, for another program
`;

const BY_VERB: Readonly<Record<Verb, string>> = {
	run: `npm run --silent sim -- run WHAT [options]

Runs WHAT to its end and shows how long it took, where the time of the cores went, and when each
task was announced, began and ended.
${WHAT}

  --gantt          draw what each core did, one row per core, time from left to right
  --svg FILE       write the same as a picture
  --cores N        on another number of cores than the scenario's
${CHOICES}
What the scenario names under "measure" comes first; with several seeds each measure comes with its mean.
Words: makespan, from 0 to the end of the last task. Response: from a task's announcement to its
first start. Turnaround: from its announcement to its end. Waited: ready, but on no core.
Times are those of the machine; 1 ms of the machine is 1 s of play.

Try: npm run --silent sim -- run shared/sim/examples/small-dag.json --gantt
`,
	sweep: `npm run --silent sim -- sweep WHAT --cores 1,2,4,8 [options]

Runs WHAT once on each number of cores, and shows how much more work per time each does than the
first, and what most of the rest of the cores' time went to: twice the cores are rarely twice as fast.
${WHAT}

  --cores LIST     the numbers of cores, with commas
${CHOICES}
Try: npm run --silent sim -- sweep amdahl --cores 1,2,4,8,16 --policy lpt
`,
	search: `npm run --silent sim -- search WHAT [options]

Looks for the schedule of WHAT that takes least time, or gets most work done where the time is given:
tries every policy, then orders of tasks, from that of the best policy on. Shows it beside what no
schedule can beat: all work over all cores, the longest chain of tasks, what one lock holds.
${WHAT}

  --simulations N  how many runs at most (500)
  --seconds S      how long at most, in seconds (30); the same seed finds the same if it is not reached
  --cores N        on another number of cores than the scenario's
  --seed S         a whole number that all chance comes from (1)
  --json           for another program, with the whole order of tasks

Try: npm run --silent sim -- search shared/sim/examples/small-dag.json
`,
	replay: `npm run --silent sim -- replay ROUND.json [options]

Plays a round again that a class has played and a teacher has exported: exactly what happened then,
to the same checksums.

  --gantt          draw what each core of each chip did
  --svg FILE       write the same as a picture
  --events         print everything that happened, in order, before the result
  --json           everything that was measured, for another program
`,
	validate: `npm run --silent sim -- validate [ROW] [options]

Measures every row of the validation table, or the one with the number ROW: what the literature or a
closed formula says must come out, and what the simulation gives. Takes about 40 s of computing, shared
by all cores of this machine. Ends with exit code 0 only if all rows hold.

  --page FILE      write the table with plots as a page for a browser, for all rows
  --json           the rows for another program
`,
	references: `npm run --silent sim -- references

Searches for what every built-in round is held against, the rounds that everybody gets first who practises:
what scores 0 and 100, and the best at machine speed. Writes it to server/references/built-in.json, where
the server looks before it searches itself. To be done when a lesson, a policy or the search has changed:
then the tests ask for it. Takes some minutes of computing, shared by all cores of this machine.
`,
	schema: `npm run --silent sim -- schema

Prints the JSON Schema of scenario files, made from the parser itself. The committed copy is
shared/sim/scenario.schema.json; an editor that knows it completes and checks a scenario while you
write it, if the file says "$schema": "scenario.schema.json" (the path to it).
`,
};

/** Help on one verb, or on all of them together. */
export function helpOn(verb: Verb | undefined): string {
	return verb === undefined ? GENERAL : BY_VERB[verb];
}

/** Names with commas, in lines that fit below each other. */
function wrapped(names: readonly string[]): string {
	const lines: string[] = [""];
	for (const name of names) {
		const last = lines.at(-1) ?? "";
		if (last.length + name.length > 50) lines.push(name);
		else lines[lines.length - 1] = last === "" ? name : `${last}, ${name}`;
	}
	return lines.join(`,\n${" ".repeat(19)}`);
}
