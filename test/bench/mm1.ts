import { policyById } from "#shared/policies/table.ts";
import { runToEnd } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { file, idealMachine, thread } from "#shared/validation/run-file.ts";
import { fastestS } from "./fastest.ts";
import { LOAD, SERVICE_NS } from "./mm1-load.ts";

/**
 * Simulates as many customers of M/M/1 as the first word says and prints the seconds of the fastest run, as JSON. A
 * program of its own, as SimPy's is: what a process has simulated before makes it about a tenth slower, probably
 * because its engine then places the objects of customers otherwise.
 */
const customers = Number(process.argv[2]);
console.log(JSON.stringify({ seconds: fastestS(() => createQueue(customers), runToEnd) }));

function createQueue(count: number): Chip {
	const parsed = parseScenario(
		file(idealMachine(1), [thread(SERVICE_NS)], {
			arrivals: [
				{
					type: "process",
					job: 0,
					gapNs: SERVICE_NS / LOAD,
					gaps: "exponential",
					work: "exponential",
					count,
				},
			],
		}),
	);
	if (!parsed.ok) throw new Error(parsed.reason.join("; "));
	return createChip({
		scenario: parsed.value,
		seed: 1,
		seats: botSeats(1, policyById("fifo")),
		pace: "machine",
	});
}
