import { readStored, type Unreadable, writeStored } from "#shared/lib/stored.ts";
import { type PractisedRound, type Progress, withRound } from "./progress.ts";
import { parseProgress, storedProgress } from "./progress-schema.ts";

const KEY = "coretet:practice";
/** What stood there and could not be read, as a list of texts. */
const ASIDE_KEY = "coretet:practice:set-aside";

/** Why what this device remembers is not, or not all, what it had stored; `why` is half a sentence. */
export type ProgressGap = Unreadable;

/** All that this device remembers; nothing where storage is switched off. */
export function recallProgress(): Progress {
	return recall().progress;
}

/**
 * What this device had stored and could not be read, if anything. "damaged": it is set aside, and what of it can be
 * read is remembered. "newer": it stays where it is, for the newer program.
 */
export function recallGap(): ProgressGap | undefined {
	const { gap } = recall();
	if (gap !== undefined) return gap;
	const [last] = setAside().slice(-1);
	return last === undefined ? undefined : { is: "damaged", why: last.why };
}

/** Counts a round played alone, and keeps its score if it is the best of its level. */
export function rememberPractice(practised: PractisedRound): void {
	storeProgress(withRound(recallProgress(), practised));
}

/** Replaces all that this device remembers, but not what is there nowhere else and cannot be read. */
export function storeProgress(progress: Progress): void {
	recall();
	const text = read(KEY);
	if (text !== undefined && !readStored(storedProgress, text).ok) return;
	write(KEY, writeStored(storedProgress, progress));
}

/** For good, with all that was set aside. */
export function forgetProgress(): void {
	try {
		localStorage.removeItem(KEY);
		localStorage.removeItem(ASIDE_KEY);
	} catch {
		// Nothing is stored where nothing may be stored.
	}
}

function recall(): { readonly progress: Progress; readonly gap?: ProgressGap } {
	const text = read(KEY);
	if (text === undefined) return { progress: {} };
	const kept = readStored(storedProgress, text);
	if (kept.ok) return { progress: parseProgress(kept.value) };
	const gap = kept.reason;
	if (gap.is === "newer") return { progress: {}, gap };
	const progress = salvage(text);
	// Only where it is safe elsewhere it may be replaced by what can be read of it.
	const aside = JSON.stringify([...setAside(), { why: gap.why, text }]);
	if (write(ASIDE_KEY, aside)) write(KEY, writeStored(storedProgress, progress));
	return { progress, gap };
}

type Aside = { readonly why: string; readonly text: string };

function setAside(): readonly Aside[] {
	const text = read(ASIDE_KEY);
	if (text === undefined) return [];
	const list = parse(text);
	// Whatever else stands there is kept, too.
	return Array.isArray(list) ? list.filter(isAside) : [{ why: "expected a list", text }];
}

function isAside(entry: unknown): entry is Aside {
	return (
		typeof entry === "object" &&
		entry !== null &&
		"text" in entry &&
		"why" in entry &&
		typeof entry.why === "string"
	);
}

/** What can be read of a damaged text, with a version or without. */
function salvage(text: string): Progress {
	const data = parse(text);
	const isVersioned = typeof data === "object" && data !== null && "version" in data && "value" in data;
	return parseProgress(isVersioned ? data.value : data);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Anything may stand there.
		return undefined;
	}
}

function read(key: string): string | undefined {
	try {
		return localStorage.getItem(key) ?? undefined;
	} catch {
		// Storage may be switched off.
		return undefined;
	}
}

/** Says whether it is stored: a device that may not store anything is played on all the same. */
function write(key: string, text: string): boolean {
	try {
		localStorage.setItem(key, text);
		return true;
	} catch {
		return false;
	}
}
