import { cpus, totalmem } from "node:os";
import { runVerb } from "../../server/cli/command/command-line.ts";
import { flag } from "../../server/cli/command/option.ts";
import { UsageError } from "../../server/cli/command/usage-error.ts";
import { defineVerb } from "../../server/cli/command/verb.ts";
import { anyNumber } from "../../server/cli/command/words.ts";
import { type Figure, isReached, showFigure } from "./figure.ts";

/** Each is loaded only when it is measured. */
const BENCHES: Readonly<Record<string, () => Promise<Figure[]>>> = {
	sim: async () => (await import("./sim.ts")).benchSim(),
	server: async () => (await import("./server.ts")).benchServer(),
	client: async () => (await import("./client.ts")).benchClient(),
};
const NAMES = Object.keys(BENCHES);

type Results = Readonly<Record<string, readonly Figure[]>>;

/** `npm run bench`: measures what the project promises; fails where a figure does not reach its goal. */
const bench = defineVerb({
	name: "bench",
	summary: "measure what the project promises",
	words: anyNumber("[BENCH ...]", namesOf),
	options: { json: flag("the figures for another program") },
	about: `Measures what the project promises: how fast the simulation is (sim), how many classes one server holds
(server), what a browser loads and draws (client); all of them where none is named. An event of the simulation is
a task that arrives, gets a core, or leaves it: three for each customer of M/M/1, here and in SimPy, beside which
it is put where python3 has it. Figures go to stdout,
progress to stderr. Ends with exit code 0 only if all figures that have a goal reach it.
BENCH is one of ${NAMES.join(", ")}.`,
	notes: "Try: npm run --silent bench -- sim",
	act: async (names, { json }, { print, fail }) => {
		const results: Record<string, readonly Figure[]> = {};
		for (const name of names) {
			console.error(`Measuring: ${name}`);
			results[name] = (await BENCHES[name]?.()) ?? [];
		}
		const machine = machineFacts();
		print(json ? JSON.stringify({ machine, ...results }, null, "\t") : showResults(machine, results));
		if (Object.values(results).some((figures) => !figures.every(isReached))) fail();
	},
});

await runVerb(bench, "npm run --silent bench --", process.argv.slice(2));

function namesOf(words: readonly string[]): readonly string[] {
	const unknown = words.find((word) => !NAMES.includes(word));
	if (unknown !== undefined)
		throw new UsageError(`There is no bench "${unknown}"; there are ${NAMES.join(", ")}.`);
	return words.length > 0 ? words : NAMES;
}

function machineFacts() {
	return {
		cpu: cpus()[0]?.model ?? "",
		cores: cpus().length,
		memoryGib: Math.round(totalmem() / 2 ** 30),
		node: process.versions.node,
	};
}

function showResults(machine: ReturnType<typeof machineFacts>, results: Results): string {
	const { cores, cpu, memoryGib, node } = machine;
	const head = `${cores} x ${cpu}, ${memoryGib} GiB, Node ${node}`;
	const lines = Object.entries(results).flatMap(([name, figures]) => ["", name, ...showFigures(figures)]);
	return [head, ...lines].join("\n");
}

function showFigures(figures: readonly Figure[]): string[] {
	const width = Math.max(...figures.map(({ what }) => what.length));
	return figures.map((figure) => {
		const { atMost, atLeast } = figure;
		const goal =
			atMost !== undefined ? `at most ${atMost}` : atLeast !== undefined ? `at least ${atLeast}` : "";
		const mark = goal === "" ? "" : `  (goal: ${goal}${isReached(figure) ? "" : ", NOT REACHED"})`;
		return `  ${figure.what.padEnd(width)}  ${showFigure(figure).padStart(14)}${mark}`;
	});
}
