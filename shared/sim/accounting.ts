import { at } from "../lib/assert.ts";
import { CAUSES, type Cause, type CauseBar, type Chip, type Core, type Stage } from "./chip.ts";

const USEFUL = CAUSES.indexOf("useful");
const CACHE_STALL = CAUSES.indexOf("cacheStall");

/**
 * Books the core's time from where it was booked to `chip.nowNs`, by what it was doing. Called only at
 * events of the core, never because somebody looks: so how `advance` is sliced cannot change the books.
 */
export function book(chip: Chip, core: Core): void {
	const spanNs = chip.nowNs - core.bookedNs;
	if (spanNs === 0) return;
	if (core.stage === "computing") {
		const usefulNs = usefulOf(core, spanNs);
		add(core, USEFUL, usefulNs);
		add(core, CACHE_STALL, spanNs - usefulNs);
	} else {
		add(core, CAUSES.indexOf(causeOf(core.stage, core.idleCause)), spanNs);
	}
	core.bookedNs = chip.nowNs;
}

/** The core's books as they would be at `atNs`, without writing them: for screens between events. */
export function causesAt(core: Readonly<Core>, atNs: number): CauseBar {
	const bar = emptyBar();
	for (let index = 0; index < CAUSES.length; index++) bar[at(CAUSES, index)] = at(core.booked, index);
	const spanNs = Math.max(0, atNs - core.bookedNs);
	if (core.stage === "computing") {
		const usefulNs = usefulOf(core, spanNs);
		bar.useful += usefulNs;
		bar.cacheStall += spanNs - usefulNs;
	} else {
		bar[causeOf(core.stage, core.idleCause)] += spanNs;
	}
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

/** Whole ns of a span of computing that were work and not waiting for the cache. */
function usefulOf(core: Readonly<Core>, spanNs: number): number {
	return Math.floor(spanNs * (core.usefulPerWork / core.nsPerWork) + 0.5);
}

function causeOf(stage: Exclude<Stage, "computing">, idleCause: Cause): Cause {
	if (stage === "idle") return idleCause;
	if (stage === "switching") return "switch";
	return stage === "waking" ? "waking" : "spin";
}

function add(core: Core, cause: number, ns: number): void {
	core.booked[cause] = at(core.booked, cause) + ns;
}
