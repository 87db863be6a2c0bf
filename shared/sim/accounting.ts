import { at } from "../lib/assert.ts";
import { CAUSES, type Cause, type CauseBar, type Chip, type Core, type Stage } from "./chip.ts";

/** What computing time is split into, in this order. */
const COMPUTING = ["useful", "cacheStall", "busStall", "coherenceStall"] as const;
const COMPUTING_INDEX = COMPUTING.map((cause) => CAUSES.indexOf(cause));

/**
 * Books the core's time from where it was booked to `chip.nowNs`, by what it was doing. Called only at
 * events of the core, never because somebody looks: so how `advance` is sliced cannot change the books.
 */
export function book(chip: Chip, core: Core): void {
	const spanNs = chip.nowNs - core.bookedNs;
	if (spanNs === 0) return;
	if (core.stage === "computing") {
		const parts = apportion(core, spanNs);
		for (let part = 0; part < parts.length; part++) add(core, at(COMPUTING_INDEX, part), at(parts, part));
	} else add(core, CAUSES.indexOf(causeOf(core, core.stage)), spanNs);
	core.bookedNs = chip.nowNs;
}

/** The core's books as they would be at `atNs`, without writing them: for screens between events. */
export function causesAt(core: Readonly<Core>, atNs: number): CauseBar {
	const bar = emptyBar();
	for (let index = 0; index < CAUSES.length; index++) bar[at(CAUSES, index)] = at(core.booked, index);
	const spanNs = Math.max(0, atNs - core.bookedNs);
	if (core.stage === "computing")
		apportion(core, spanNs).forEach((ns, part) => {
			bar[at(COMPUTING, part)] += ns;
		});
	else bar[causeOf(core, core.stage)] += spanNs;
	return bar;
}

/** All causes at zero. */
export function emptyBar(): CauseBar {
	return Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as CauseBar;
}

/** Sum of bars, cause by cause. */
export function sumBars(bars: readonly CauseBar[]): CauseBar {
	const sum = emptyBar();
	for (const bar of bars) for (const cause of CAUSES) sum[cause] += bar[cause];
	return sum;
}

/** The result of `apportion`, written over by the next one: a tick must not allocate. */
const parts = [0, 0, 0, 0];

/** Splits a span of computing into whole ns by cause: each running total is rounded, so the parts sum exactly. */
function apportion(core: Readonly<Core>, spanNs: number): readonly number[] {
	const perNs = core.nsPerWork;
	let perWork = core.usefulPerWork;
	const usefulNs = rounded(spanNs, perWork, perNs);
	perWork += core.cachePerWork;
	const cacheNs = Math.max(usefulNs, rounded(spanNs, perWork, perNs));
	perWork += core.busPerWork;
	const busNs = Math.max(cacheNs, rounded(spanNs, perWork, perNs));
	parts[0] = usefulNs;
	parts[1] = cacheNs - usefulNs;
	parts[2] = busNs - cacheNs;
	parts[3] = spanNs - busNs;
	return parts;
}

function rounded(spanNs: number, perWork: number, nsPerWork: number): number {
	return Math.min(spanNs, Math.floor((spanNs * perWork) / nsPerWork + 0.5));
}

function causeOf(core: Readonly<Core>, stage: Exclude<Stage, "computing">): Cause {
	if (stage === "idle") return core.idleCause;
	if (stage === "switching") return "switch";
	return stage === "waking" ? core.overheadCause : "spin";
}

function add(core: Core, cause: number, ns: number): void {
	core.booked[cause] = at(core.booked, cause) + ns;
}
