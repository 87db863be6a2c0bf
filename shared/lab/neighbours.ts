import { family } from "./family.ts";
import { slider } from "./field.ts";
import { compute, endless, many } from "./parts.ts";

const LENGTH_MS = 40_000;

/** A task that depends on its cached data beside streams that flood cache and bus. */
export const neighbours = family({
	id: "neighbours",
	fields: {
		streams: slider(0, 15, 3),
		workingSetKib: slider(256, 16_384, 6_144, 256, "kib"),
		accessesPerUs: slider(5, 200, 60, 5, "perUs"),
		capMbPerS: slider(0, 20_000, 0, 250, "mbPerS"),
	},
	standards: { policy: "rr", quantumMs: 1_000 },
	program: ({ streams, workingSetKib, accessesPerUs, capMbPerS }, { machine }) => ({
		...endless(
			[
				...many(1, "Careful task", () => ({ process: 0, program: [compute(1_000), { type: "repeat" }] })),
				...many(streams, "Stream", () => ({ process: 1, program: [compute(1_000), { type: "repeat" }] })),
			],
			LENGTH_MS,
		),
		processes: [
			{ name: "Careful task", workingSetKib, accessesPerUs, missesInFlight: 2 },
			{
				name: "Streams",
				accessesPerUs: 200,
				missesInFlight: 10,
				missCurve: { type: "stream" },
				l3Partition: machine.reservedPercent === 0 ? 0 : 1,
				// MB/s of the machine are bytes per us.
				bandwidthCapBytesPerUs: capMbPerS,
			},
		],
	}),
});
