/** One run of a property that failed once: what fast-check printed, and what was wrong. */
export type KeptSeed = { readonly seed: number; readonly path: string; readonly wrong: string };

/**
 * The runs that each property has failed on, which come before the random ones ever after. A failure prints the line
 * to add. Where what is drawn has changed since, a seed gives another run: then it is one more random run, and a fault
 * that must not come back has a test of its own.
 */
export const KEPT_SEEDS = {
	"player name": [],
	"player name to offer": [],
	"earlier seating": [],
	"seating of teams": [],
	"lab link": [],
	"lab sliders": [],
	"lab link of any text": [],
	"names of processes": [],
	"order of locks": [],
	"cuts of time": [],
	"same round twice": [],
	"warm caches": [],
	"books of causes": [],
	"books of work": [],
	"tick length without slow states": [],
	"tick length": [],
	"L3 size": [],
	bus: [],
	"bus load": [],
	"restart at some turns": [],
	"restart at every turn": [],
	liveness: [],
	"liveness with silent people": [],
	"standstill of wild scenarios": [
		{
			seed: -1139631085,
			path: "13",
			wrong: "a thread that crashes before it has worked was said to stand still",
		},
	],
	"standstill after people": [],
	invariants: [
		{
			seed: 128,
			path: "52",
			wrong: "a policy that makes way for a thread that is not ready did so for ever",
		},
	],
	"invariants of wild scenarios": [
		{
			seed: 402,
			path: "0",
			wrong: "a policy that makes way for one that waits for its lock did so for ever",
		},
		{
			seed: 11,
			path: "94",
			wrong: "a thread that was dead when what it waits for began was never announced",
		},
		{ seed: 2, path: "36", wrong: "a dead thread became ready when what it waits for was done" },
	],
	"invariants with people": [],
	"operational laws": [],
	"bounds of schedules": [],
	"bounds of other cores": [],
	"same command": [],
	quantile: [],
	"prediction dots": [],
	"parts of a bar": [],
	"one damaged value": [],
} as const satisfies Readonly<Record<string, readonly KeptSeed[]>>;

/** The name of a property, by which its seeds are kept. */
export type PropertyName = keyof typeof KEPT_SEEDS;
