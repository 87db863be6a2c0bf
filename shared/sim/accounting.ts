import { at, numberAt } from "../lib/assert.ts";
import { CAUSES, type Cause, type CauseBar, type Chip, type Core, type Stage } from "./chip.ts";

/** What computing time is split into, in this order. */
const USEFUL = CAUSES.indexOf("useful");
const CACHE_STALL = CAUSES.indexOf("cacheStall");
const BUS_STALL = CAUSES.indexOf("busStall");
const COHERENCE_STALL = CAUSES.indexOf("coherenceStall");

/**
 * Books the core's time from where it was booked to `chip.nowNs`, by what it was doing. Called only at
 * events of the core, never because somebody looks: so how `advance` is sliced cannot change the books.
 */
export function book(chip: Chip, core: Core): void {
	const spanNs = chip.nowNs - core.bookedNs;
	if (spanNs === 0) return;
	addSpan(core, spanNs, core.booked);
	core.bookedNs = chip.nowNs;
}

/** The core's books as they would be at `atNs`, without writing them: for screens between events. */
export function causesAt(core: Readonly<Core>, atNs: number): CauseBar {
	const booked = [...core.booked];
	addSpan(core, Math.max(0, atNs - core.bookedNs), booked);
	const bar = emptyBar();
	for (let index = 0; index < CAUSES.length; index++) bar[at(CAUSES, index)] = numberAt(booked, index);
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

/** Adds a span of what the core is doing to `booked`, by cause. */
function addSpan(core: Readonly<Core>, spanNs: number, booked: number[]): void {
	if (core.stage !== "computing") {
		add(booked, CAUSES.indexOf(causeOf(core, core.stage)), spanNs);
		return;
	}
	// Each running total is rounded, so the parts are whole and sum exactly.
	const cachedPerWork = core.usefulPerWork + core.cachePerWork;
	const toUsefulNs = shareNs(core, spanNs, core.usefulPerWork);
	const toCacheNs = shareNs(core, spanNs, cachedPerWork);
	const toBusNs = shareNs(core, spanNs, cachedPerWork + core.busPerWork);
	add(booked, USEFUL, toUsefulNs);
	add(booked, CACHE_STALL, toCacheNs - toUsefulNs);
	add(booked, BUS_STALL, toBusNs - toCacheNs);
	add(booked, COHERENCE_STALL, spanNs - toBusNs);
}

function shareNs(core: Readonly<Core>, spanNs: number, perWork: number): number {
	return Math.min(spanNs, Math.floor((spanNs * perWork) / core.nsPerWork + 0.5));
}

function causeOf(core: Readonly<Core>, stage: Exclude<Stage, "computing">): Cause {
	if (stage === "idle") return core.idleCause;
	if (stage === "switching") return "switch";
	return stage === "waking" ? core.overheadCause : "spin";
}

function add(booked: number[], cause: number, ns: number): void {
	booked[cause] = numberAt(booked, cause) + ns;
}
