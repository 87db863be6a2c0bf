import { family } from "./family.ts";
import { slider } from "./field.ts";
import { compute, endless, many } from "./parts.ts";

const LENGTH_MS = 20_000;

/** One thread per core that streams through memory: all of them share the bus. */
export const streams = family({
	id: "streams",
	fields: {
		accessesPerUs: slider(5, 300, 200, 5, "perUs"),
		missesInFlight: slider(1, 16, 10),
	},
	standards: { pCores: 8 },
	program: ({ accessesPerUs, missesInFlight }, { machine }) => ({
		...endless(
			many(machine.pCores + machine.eCores, "Stream", () => ({
				program: [compute(1_000), { type: "repeat" }],
			})),
			LENGTH_MS,
		),
		processes: [{ name: "Streams", accessesPerUs, missesInFlight, missCurve: { type: "stream" } }],
	}),
	law: () => ({ type: "scalability" }),
});
