import type { ClassEvent } from "#shared/class/class-event.ts";
import { storedClassEvent } from "#shared/class/class-event-file.ts";
import { writeStored } from "#shared/lib/stored.ts";
import type { Log } from "../log.ts";
import type { JournalRow } from "../store/journal-records.ts";

export type JournalDeps = {
	readonly append: (rows: readonly JournalRow[]) => Promise<void>;
	readonly now: () => number;
	readonly log: Log;
};

type Entry = { readonly rows: readonly JournalRow[]; readonly told: () => void };

/** Events kept in memory while the store fails. The oldest are dropped first. About 50 MB. */
const SPOOL_ROWS_MAX = 200_000;
const RETRY_MS = 1_000;
/** How long to wait for a commit before play goes on without it. */
const COMMIT_WAIT_MS = 400;

/**
 * Records what happens in the classes of this process before anyone is told of it. Whatever arrives during a commit
 * goes into the next one, so that there is about one commit per turn, however many classes there are. If the store
 * fails, play goes on: everyone is told, and the events wait in memory.
 */
export class Journal {
	readonly #deps: JournalDeps;
	#waiting: Entry[] = [];
	#committing: Promise<void> | undefined;
	/** Events that have been told but not saved. */
	#spool: JournalRow[] = [];
	/** A commit is running, perhaps one that nobody waits for any more. */
	#stuck = false;
	#retry: NodeJS.Timeout | undefined;

	constructor(deps: JournalDeps) {
		this.#deps = deps;
	}

	/** Whether there are events that the store has not taken. */
	get unsaved(): boolean {
		return this.#spool.length > 0;
	}

	/**
	 * Records `events` of class `code`, the first with number `sequence`, then calls `told`. `told` is called in the
	 * order of `record`, even if there is nothing to record.
	 */
	record(code: string, sequence: number, events: readonly ClassEvent[], told: () => void): void {
		if (events.length === 0 && this.#committing === undefined) {
			told();
			return;
		}
		const atMs = this.#deps.now();
		const rows = events.map((event, index) => ({
			code,
			sequence: sequence + index,
			atMs,
			event: writeStored(storedClassEvent, event),
		}));
		this.#waiting.push({ rows, told });
		this.#committing ??= this.#commitAll();
	}

	/** Resolves once everything recorded is saved, or one last try has failed. */
	async close(): Promise<void> {
		await this.#committing;
		clearTimeout(this.#retry);
		if (this.unsaved) await this.#save([]);
		clearTimeout(this.#retry);
	}

	async #commitAll(): Promise<void> {
		// Lets everything that belongs to this moment arrive first.
		await Promise.resolve();
		while (this.#waiting.length > 0) {
			const entries = this.#waiting;
			this.#waiting = [];
			const rows = entries.flatMap((entry) => entry.rows);
			if (this.#stuck) this.#spool.push(...rows);
			else await this.#saveInTime(rows);
			for (const { told } of entries) this.#tell(told);
		}
		this.#committing = undefined;
	}

	/** Waits for the commit, but not for long: a store that hangs must not hold up the turns. */
	async #saveInTime(rows: readonly JournalRow[]): Promise<void> {
		const saving = this.#save(rows).finally(() => {
			this.#stuck = false;
		});
		this.#stuck = true;
		let timer: NodeJS.Timeout | undefined;
		const patience = new Promise<void>((resolve) => {
			timer = setTimeout(resolve, COMMIT_WAIT_MS);
		});
		await Promise.race([saving, patience]);
		clearTimeout(timer);
	}

	#tell(told: () => void): void {
		try {
			told();
		} catch (error) {
			// One class's mistake must not keep others from being told.
			this.#deps.log.error({ err: error }, "telling a class failed");
		}
	}

	/** Saves the spool, then `rows`. Whatever could not be saved is in the spool afterwards. */
	async #save(rows: readonly JournalRow[]): Promise<void> {
		const all = [...this.#spool, ...rows];
		this.#spool = [];
		if (all.length === 0) return;
		try {
			await this.#deps.append(all);
		} catch (error) {
			this.#deps.log.error(
				{ err: error, events: all.length },
				"the journal could not be saved; play goes on",
			);
			this.#spool = [...all, ...this.#spool].slice(-SPOOL_ROWS_MAX);
		}
		clearTimeout(this.#retry);
		if (this.unsaved) this.#retry = setTimeout(() => this.#saveSpool(), RETRY_MS);
	}

	#saveSpool(): void {
		if (this.#committing !== undefined) return;
		this.#committing = this.#saveInTime([]).then(() => this.#commitAll());
	}
}
