import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/store.ts";

const DAY_MS = 24 * 3_600_000;

/** Removes names from records older than `days`: now, and then once a day. Returns a function that stops it. */
export function keepRetention(store: Store, clock: Clock, days: number, log: Log): () => void {
	const forget = async () => {
		const beforeMs = clock.now() - days * DAY_MS;
		await store.journal.forget(beforeMs);
		await store.rounds.forgetNames(beforeMs);
		await store.homework.forgetNames(beforeMs);
	};
	const run = () => {
		forget().catch((error: unknown) => log.error({ err: error }, "old names could not be removed"));
	};
	run();
	return clock.every(DAY_MS, 0, run);
}
