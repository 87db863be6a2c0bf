import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { type Figure, isReached, showFigure } from "./figure.ts";

/**
 * Measures what the project promises: `npm run bench -- [sim] [server] [client] [--json]`, all by
 * default. Figures on stdout, progress on stderr. Exit code 1 if a measurement failed or did not reach
 * its goal.
 */
const BENCHES: Record<string, () => Promise<Figure[]>> = {
	sim: async () => (await import("./sim.ts")).benchSim(),
	server: async () => (await import("./server.ts")).benchServer(),
	client: async () => (await import("./client.ts")).benchClient(),
};

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { json: { type: "boolean", default: false } },
});
const unknown = positionals.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
	console.error(`There is no bench "${unknown[0]}"; there are ${Object.keys(BENCHES).join(", ")}.`);
	process.exit(1);
}

const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const results: Record<string, Figure[]> = {};
for (const name of names) {
	console.error(`Measuring: ${name}`);
	results[name] = (await BENCHES[name]?.()) ?? [];
}

const machine = {
	cpu: cpus()[0]?.model ?? "",
	cores: cpus().length,
	memoryGib: Math.round(totalmem() / 2 ** 30),
	node: process.versions.node,
};
if (values.json) console.log(JSON.stringify({ machine, ...results }, null, "\t"));
else printTable();
if (
	Object.values(results)
		.flat()
		.some((figure) => !isReached(figure))
)
	process.exitCode = 1;

function printTable(): void {
	console.log(`${machine.cores} x ${machine.cpu}, ${machine.memoryGib} GiB, Node ${machine.node}`);
	for (const [name, figures] of Object.entries(results)) {
		console.log(`\n${name}`);
		const width = Math.max(...figures.map(({ what }) => what.length));
		for (const figure of figures) {
			const { atMost, atLeast } = figure;
			const goal =
				atMost !== undefined ? `at most ${atMost}` : atLeast !== undefined ? `at least ${atLeast}` : "";
			const mark = goal === "" ? "" : `  (goal: ${goal}${isReached(figure) ? "" : ", NOT REACHED"})`;
			console.log(`  ${figure.what.padEnd(width)}  ${showFigure(figure).padStart(14)}${mark}`);
		}
	}
}
