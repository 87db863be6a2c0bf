import type { ClassEvent } from "#shared/class/class-event.ts";
import { applyClassEvent, type ClassState, emptyClass } from "#shared/class/class-state.ts";
import type { StampedCommand } from "#shared/round/round.ts";
import type { Log } from "../log.ts";
import type { ClassRow } from "../store/classes.ts";
import type { Store } from "../store/store.ts";
import type { ClassDirectory } from "./class-directory.ts";
import type { FirstPart } from "./class-session.ts";
import { LiveRound } from "./live-round.ts";

/** A class that was left open for longer is not waited for by anyone. */
const REOPEN_WITHIN_MS = 24 * 3_600_000;

/** Opens the classes again that were open when the server stopped, however it stopped. */
export async function restoreClasses(
	store: Store,
	directory: ClassDirectory,
	nowMs: number,
	log: Log,
): Promise<void> {
	for (const row of await store.classes.listOpen()) {
		try {
			if (nowMs - row.openedMs < REOPEN_WITHIN_MS && (await reopen(store, directory, row))) continue;
		} catch (error) {
			// One class that cannot be brought back must not keep the others away.
			log.error({ err: error, code: row.code }, "a class could not be opened again");
		}
		await store.classes.end(row.code, nowMs);
	}
}

async function reopen(store: Store, directory: ClassDirectory, row: ClassRow): Promise<boolean> {
	const recorded = await store.journal.read(row.code);
	const last = recorded.at(-1);
	if (last === undefined) return false;
	// What the journal wrote as JSON it reads back as the same type.
	const events = recorded.map(({ event }): ClassEvent => JSON.parse(event));
	const state = events.reduce(applyClassEvent, emptyClass());
	if (state.phase === "ended") return false;
	const { teacher, openedMs } = row;
	await directory.reopen({
		teacher,
		openedMs,
		state,
		events: last.sequence + 1,
		live: restoreRound(state, events),
		first: restoreFirstPart(state, events),
	});
	return true;
}

/** The current round, played again up to its last recorded turn. */
function restoreRound(state: ClassState, events: readonly ClassEvent[]): LiveRound | undefined {
	if (state.round === undefined) return undefined;
	const live = new LiveRound(state.round.id, state.round.header);
	live.restore(commandsOf(events), state.turn);
	return live;
}

/** In the second part of a lesson with two sides, the first: explained are both. */
function restoreFirstPart(state: ClassState, events: readonly ClassEvent[]): FirstPart | undefined {
	if (state.round?.header.part !== 1) return undefined;
	const second = events.findLastIndex((event) => event.type === "roundOpened");
	const closed = events.findLastIndex((event, index) => event.type === "roundClosed" && index < second);
	const until = events.slice(0, closed + 1);
	const then = until.reduce(applyClassEvent, emptyClass());
	if (then.round === undefined) return undefined;
	const { id, header } = then.round;
	return { state: then, round: { id, log: { header, commands: commandsOf(until), turns: then.turn } } };
}

/** What was commanded in the last round of `events`. */
function commandsOf(events: readonly ClassEvent[]): StampedCommand[] {
	const start = events.findLastIndex((event) => event.type === "roundOpened");
	return events.slice(start).flatMap((event) => (event.type === "commanded" ? [event.command] : []));
}
