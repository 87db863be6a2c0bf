import { at } from "../lib/assert.ts";
import { CAUSES, type Cause, type CauseBar, type Chip, type Core, type Stage } from "./chip.ts";

/** What computing time is split into, in this order. */
const COMPUTING = ["useful", "cacheStall", "busStall", "coherenceStall"] as const;

/**
 * Books the core's time from where it was booked to `chip.nowNs`, by what it was doing. Called only at
 * events of the core, never because somebody looks: so how `advance` is sliced cannot change the books.
 */
export function book(chip: Chip, core: Core): void {
	const spanNs = chip.nowNs - core.bookedNs;
	if (spanNs === 0) return;
	if (core.stage === "computing")
		apportion(core, spanNs, (cause, ns) => add(core, CAUSES.indexOf(cause), ns));
	else add(core, CAUSES.indexOf(causeOf(core, core.stage)), spanNs);
	core.bookedNs = chip.nowNs;
}

/** The core's books as they would be at `atNs`, without writing them: for screens between events. */
export function causesAt(core: Readonly<Core>, atNs: number): CauseBar {
	const bar = emptyBar();
	for (let index = 0; index < CAUSES.length; index++) bar[at(CAUSES, index)] = at(core.booked, index);
	const spanNs = Math.max(0, atNs - core.bookedNs);
	const addTo = (cause: Cause, ns: number): void => {
		bar[cause] += ns;
	};
	if (core.stage === "computing") apportion(core, spanNs, addTo);
	else addTo(causeOf(core, core.stage), spanNs);
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

/** Splits a span of computing into whole ns by cause: each running total is rounded, so the parts sum exactly. */
function apportion(core: Readonly<Core>, spanNs: number, give: (cause: Cause, ns: number) => void): void {
	let perWork = 0;
	let givenNs = 0;
	for (const cause of COMPUTING) {
		perWork += perWorkOf(core, cause);
		const uptoNs =
			cause === "coherenceStall"
				? spanNs
				: Math.min(spanNs, Math.floor((spanNs * perWork) / core.nsPerWork + 0.5));
		give(cause, uptoNs - givenNs);
		givenNs = uptoNs;
	}
}

function perWorkOf(core: Readonly<Core>, cause: (typeof COMPUTING)[number]): number {
	if (cause === "useful") return core.usefulPerWork;
	if (cause === "cacheStall") return core.cachePerWork;
	return cause === "busStall" ? core.busPerWork : 0;
}

function causeOf(core: Readonly<Core>, stage: Exclude<Stage, "computing">): Cause {
	if (stage === "idle") return core.idleCause;
	if (stage === "switching") return "switch";
	return stage === "waking" ? core.overheadCause : "spin";
}

function add(core: Core, cause: number, ns: number): void {
	core.booked[cause] = at(core.booked, cause) + ns;
}
