import { applyClassEvent } from "#shared/class/apply-class-event.ts";
import type { ClassEvent } from "#shared/class/class-event.ts";
import type { MakeHeader } from "#shared/class/class-round.ts";
import { type ClassState, emptyClass } from "#shared/class/class-state.ts";
import { type Folded, foldRecorded } from "#shared/class/recorded-class.ts";
import { describeFault } from "#shared/frozen/describe-fault.ts";
import { loadRound } from "#shared/frozen/load-round.ts";
import { openRecorded } from "#shared/round/play-round.ts";
import type { StampedCommand } from "#shared/round/round.ts";
import { TURNS_MAX } from "#shared/round/round-file.ts";
import { importFrozen } from "../import-frozen.ts";
import { readJournal } from "../journal/read-journal.ts";
import type { Log } from "../log.ts";
import type { ClassRow } from "../store/classes.ts";
import type { Store } from "../store/store.ts";
import type { ClassDirectory } from "./class-directory.ts";
import type { FirstPart } from "./class-session.ts";
import { LiveRound } from "./live-round.ts";
import { loadVersions } from "./load-versions.ts";

/** Nobody waits for a class that was left open for longer. */
const REOPEN_WITHIN_MS = 24 * 3_600_000;

/** Reopens the classes that were open when the server stopped, however it stopped. */
export async function restoreClasses(
	store: Store,
	directory: ClassDirectory,
	nowMs: number,
	log: Log,
): Promise<void> {
	for (const row of await store.classes.listOpen()) {
		try {
			const isRecent = nowMs - row.openedMs < REOPEN_WITHIN_MS;
			if ((await reopen(store, directory, row, isRecent, log)) !== "over") continue;
		} catch (error) {
			// One class that cannot be restored must not keep the others from it.
			log.error({ err: error, code: row.code }, "a class could not be opened again");
		}
		await store.classes.end(row.code, nowMs);
	}
}

/** "later": a newer program has to open it. Of a class that is not recent only what was played is kept. */
async function reopen(
	store: Store,
	directory: ClassDirectory,
	row: ClassRow,
	isRecent: boolean,
	log: Log,
): Promise<"open" | "over" | "later"> {
	const rows = await store.journal.read(row.code);
	const last = rows.at(-1);
	if (last === undefined) return "over";
	const recorded = readJournal(row.code, rows);
	const lost = recorded.filter((event) => event.type === "lost");
	const newer = lost.find(({ is }) => is === "newer");
	if (newer !== undefined) {
		log.warn(`${newer.why}; until then its class stays as it is.`);
		return "later";
	}
	const versions = await loadVersions(recorded);
	if (!versions.ok) {
		const { isFinal, why } = versions.reason;
		log.warn(
			`journal ${row.code}: ${why}; ${isFinal ? "its class ends" : "until then its class stays as it is"}.`,
		);
		return isFinal ? "over" : "later";
	}
	const makeHeader = versions.value;
	const folded = foldRecorded(recorded, makeHeader);
	const end = folded.ok ? recorded.length : folded.reason.index;
	for (const event of lost) log.warn(`${event.why}; ${consequence(recorded.indexOf(event), end)}.`);
	if (!folded.ok) {
		await keepCutRound(store, directory, row, folded.reason);
		return "over";
	}
	const { state, events } = folded.value;
	await keepClosedRound(store, directory, row, folded.value, makeHeader);
	if (state.phase === "ended") return "over";
	if (!isRecent) {
		await keepCutRound(store, directory, row, folded.value);
		return "over";
	}
	const fault = faultIn(state);
	if (fault !== undefined) {
		log.warn(`journal ${row.code}: ${fault}; its class ends.`);
		return "over";
	}
	const { teacher, openedMs } = row;
	await directory.reopen({
		teacher,
		openedMs,
		state,
		events: last.sequence + 1,
		live: await restoreRound(state, events),
		first: restoreFirstPart(state, events, makeHeader),
	});
	return "open";
}

/** What each event may say, and all of them together cannot; undefined if nothing. */
function faultIn({ lesson, lessons, turn }: ClassState): string | undefined {
	if (lesson >= lessons.length) return `expected one of ${lessons.length} lessons, found number ${lesson}`;
	return turn > TURNS_MAX ? `expected at most ${TURNS_MAX} turns, found ${turn}` : undefined;
}

/** What a lost event means for a class whose last event has number `end`. */
function consequence(index: number, end: number): string {
	if (index < end) return "its class goes on without it";
	return index === end ? "its class ends with what was played before" : "its class has ended before";
}

/** What was played of the last round, unless it was kept when it ended. */
async function keepCutRound(
	store: Store,
	directory: ClassDirectory,
	{ teacher }: ClassRow,
	{ state, events }: Folded,
): Promise<void> {
	if (state.round === undefined || state.turn === 0 || (await store.rounds.has(state.round.id))) return;
	const { id, header } = state.round;
	const log = { header, commands: commandsOf(events), turns: state.turn };
	directory.keepCut({ id, state, log, teacher });
}

/** The round closed last, if the server stopped between recording its end and storing it. */
async function keepClosedRound(
	store: Store,
	directory: ClassDirectory,
	{ teacher }: ClassRow,
	{ state, events }: Folded,
	makeHeader: MakeHeader,
): Promise<void> {
	const last = events.findLastIndex(({ type }) => type === "roundClosed");
	const closed = endOfRound(events, last, makeHeader);
	if (closed === undefined) return;
	// A class that goes on keeps the round it explains, and its first part, itself.
	const isKept = closed.round.id === state.round?.id || state.round?.header.part === 1;
	if ((isKept && state.phase !== "ended") || (await store.rounds.has(closed.round.id))) return;
	directory.keepCut({ id: closed.round.id, state: closed.state, log: closed.round.log, teacher });
}

/** The class and its round right after event `index`, the end of a round. */
function endOfRound(
	events: readonly ClassEvent[],
	index: number,
	makeHeader: MakeHeader,
): FirstPart | undefined {
	const until = events.slice(0, index + 1);
	const state = until.reduce((before, event) => applyClassEvent(before, event, makeHeader), emptyClass());
	if (state.round === undefined) return undefined;
	const { id, header } = state.round;
	return { state, round: { id, log: { header, commands: commandsOf(until), turns: state.turn } } };
}

/** Replays the current round up to its last recorded turn, with the version of the simulation that opened it. */
async function restoreRound(
	state: ClassState,
	events: readonly ClassEvent[],
): Promise<LiveRound | undefined> {
	if (state.round === undefined) return undefined;
	const { id, header } = state.round;
	const log = { header, commands: commandsOf(events), turns: state.turn };
	const loaded = await loadRound(log, importFrozen);
	if (!loaded.ok) throw new Error(`round ${id}: ${describeFault(loaded.reason)}`);
	const live = new LiveRound(id, openRecorded(loaded.value));
	live.restore(log.commands, log.turns);
	return live;
}

/** The first part, if a second part is open: both are explained together. */
function restoreFirstPart(
	state: ClassState,
	events: readonly ClassEvent[],
	makeHeader: MakeHeader,
): FirstPart | undefined {
	if (state.round?.header.part !== 1) return undefined;
	const second = events.findLastIndex((event) => event.type === "roundOpened");
	const closed = events.findLastIndex((event, index) => event.type === "roundClosed" && index < second);
	return endOfRound(events, closed, makeHeader);
}

/** Commands of the last round in `events`. */
function commandsOf(events: readonly ClassEvent[]): StampedCommand[] {
	const start = events.findLastIndex((event) => event.type === "roundOpened");
	return events.slice(start).flatMap((event) => (event.type === "commanded" ? [event.command] : []));
}
