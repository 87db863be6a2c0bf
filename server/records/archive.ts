import type { Log } from "../log.ts";

type Write = { readonly what: string; readonly run: () => Promise<void> };

/** Writes kept in memory while the store fails. A round is about 200 kB. */
const WRITES_MAX = 500;
const RETRY_MS = 1_000;

/** Carries out writes in order, in the background of the game, and repeats each until the store has taken it. */
export class Archive {
	readonly #log: Log;
	readonly #waiting: Write[] = [];
	#working: Promise<void> | undefined;
	#closing = false;
	#wake: (() => void) | undefined;

	constructor(log: Log) {
		this.#log = log;
	}

	/** Queues a write. `what` names it in the log. `run` may be called again after a failure. */
	write(what: string, run: () => Promise<void>): void {
		if (this.#waiting.length >= WRITES_MAX) {
			this.#log.error({ what: this.#waiting.shift()?.what }, "given up: the store has failed for too long");
		}
		this.#waiting.push({ what, run });
		this.#working ??= this.#work();
	}

	/** Resolves once everything is written, or one last try has failed. */
	async close(): Promise<void> {
		this.#closing = true;
		this.#wake?.();
		await this.#working;
	}

	async #work(): Promise<void> {
		for (let write = this.#waiting[0]; write !== undefined; write = this.#waiting[0]) {
			try {
				await write.run();
				// An overflow may have given it up while it ran.
				if (this.#waiting[0] === write) this.#waiting.shift();
			} catch (error) {
				this.#log.error({ err: error, what: write.what }, "could not be saved; trying again");
				if (this.#closing) break;
				await this.#pause();
			}
		}
		this.#working = undefined;
	}

	#pause(): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(resolve, RETRY_MS);
			this.#wake = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	}
}
