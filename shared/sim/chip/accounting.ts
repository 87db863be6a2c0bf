import { at, numberAt } from "../../lib/assert.ts";
import { zeros } from "../../lib/doubles.ts";
import {
	CAUSES,
	type Cause,
	type CauseBar,
	type Chip,
	type Core,
	type CoreActivity,
	type ReadonlyCore,
} from "./chip.ts";

/** Where each cause stands in CAUSES, and so in `core.booked`. */
const PLACES = Object.fromEntries(CAUSES.map((cause, place) => [cause, place])) as Readonly<
	Record<Cause, number>
>;

/**
 * Causes that computing time is split into, in the order of `core.owed`. Because the end of a phase is rounded
 * up to a whole nanosecond, the fraction left over after its work is booked as `switch`.
 */
const PARTS = (["useful", "cacheStall", "busStall", "coherenceStall", "switch"] as const).map(
	(cause) => PLACES[cause],
);

/** A fresh `core.owed`: nothing is owed to any part. */
export function nothingOwed(): number[] {
	return zeros(PARTS.length);
}

/**
 * Books the core's time since it was last booked, up to `chip.nowNs`, under what the core was doing. Throws if
 * it computes: `bookWork` does that. Called only at events of the core, never when somebody reads the state, so
 * that how `advance` is sliced cannot change the books.
 */
export function book(chip: Chip, core: Core): void {
	const spanNs = chip.nowNs - core.bookedNs;
	if (spanNs === 0) return;
	if (core.activity === "computing")
		throw new Error(`core ${core.id} computes: its work is to be booked too`);
	add(core.booked, PLACES[causeOf(core, core.activity)], spanNs);
	core.bookedNs = chip.nowNs;
}

/** As `book`, for a core that computes and has done `creditedNs` of work since it was last booked. */
export function bookWork(chip: Chip, core: Core): void {
	core.spanNs = chip.nowNs - core.bookedNs;
	addWork(core);
	core.bookedNs = chip.nowNs;
}

/**
 * The core's books as they would stand at `atNs`, in ns per cause, without writing them: for screens between
 * events.
 */
export function causesAt(core: ReadonlyCore, atNs: number): CauseBar {
	const booked = [...core.booked];
	const spanNs = Math.max(0, atNs - core.bookedNs);
	if (core.activity === "computing")
		addWork({ ...core, booked, owed: [...core.owed], spanNs, creditedNs: spanNs / core.nsPerWork });
	else add(booked, PLACES[causeOf(core, core.activity)], spanNs);
	const bar = emptyBar();
	for (let index = 0; index < CAUSES.length; index++) bar[at(CAUSES, index)] = numberAt(booked, index);
	return bar;
}

/** Useful time of the core up to its last booking, in ns, including the fraction of a nanosecond still owed. */
export function usefulNs(core: ReadonlyCore): number {
	return numberAt(core.booked, numberAt(PARTS, 0)) + numberAt(core.owed, 0);
}

/** A bar with every cause at zero. */
export function emptyBar(): CauseBar {
	return Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as CauseBar;
}

/** Sum of the bars, cause by cause. */
export function sumBars(bars: readonly CauseBar[]): CauseBar {
	const sum = emptyBar();
	for (const bar of bars) for (const cause of CAUSES) sum[cause] += bar[cause];
	return sum;
}

/** Fields of a core needed to book its computing time; `booked` and `owed` are written. */
type WorkBooks = Pick<
	Core,
	"usefulPerWork" | "cachePerWork" | "busPerWork" | "nsPerWork" | "booked" | "owed" | "spanNs" | "creditedNs"
>;

/**
 * Splits a span of computing into whole nanoseconds per part. What a part is still owed, or has been paid too
 * early, is carried to the next span: the parts sum to the span exactly, and each differs from its own exact
 * time by one carry at most.
 */
function addWork(books: WorkBooks): void {
	if (books.spanNs === 0) return;
	// Of all that is simulated this is done most often: no function is called, because that would take a number.
	const { spanNs, usefulPerWork, cachePerWork, busPerWork, nsPerWork, booked, owed } = books;
	const doneNs = books.creditedNs;
	owed[0] = numberAt(owed, 0) + doneNs * usefulPerWork;
	owed[1] = numberAt(owed, 1) + doneNs * cachePerWork;
	owed[2] = numberAt(owed, 2) + doneNs * busPerWork;
	owed[3] = numberAt(owed, 3) + doneNs * (nsPerWork - usefulPerWork - cachePerWork - busPerWork);
	owed[4] = numberAt(owed, 4) + (spanNs - doneNs * nsPerWork);
	let leftNs = spanNs;
	for (let part = 0; part < PARTS.length && leftNs > 0; part++) {
		const dueNs = numberAt(owed, part);
		if (dueNs < 1) continue;
		const wholeNs = Math.min(leftNs, Math.floor(dueNs));
		const place = numberAt(PARTS, part);
		booked[place] = numberAt(booked, place) + wholeNs;
		owed[part] = dueNs - wholeNs;
		leftNs -= wholeNs;
	}
	while (leftNs > 0) {
		const part = mostOwed(owed);
		const place = numberAt(PARTS, part);
		booked[place] = numberAt(booked, place) + 1;
		owed[part] = numberAt(owed, part) - 1;
		leftNs--;
	}
}

function mostOwed(owed: readonly number[]): number {
	let most = 0;
	for (let part = 1; part < PARTS.length; part++)
		if (numberAt(owed, part) > numberAt(owed, most)) most = part;
	return most;
}

function causeOf(core: ReadonlyCore, activity: Exclude<CoreActivity, "computing">): Cause {
	if (activity === "idle") return core.idleCause;
	if (activity === "switching") return "switch";
	return activity === "waking" ? core.overheadCause : "spin";
}

function add(sums: number[], index: number, ns: number): void {
	sums[index] = numberAt(sums, index) + ns;
}
