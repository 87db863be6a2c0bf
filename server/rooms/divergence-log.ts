import type { ClassState } from "#shared/class/class-state.ts";
import type { Up } from "#shared/protocol/up.ts";
import type { Log } from "../log.ts";
import { DIVERGED_PER_MINUTE_MAX } from "./limits.ts";

/** A client that computes something else is our mistake: worth a few lines in the log, not a full disk. */
export class DivergenceLog {
	readonly #log: Log;
	#minute = 0;
	#reports = 0;

	constructor(log: Log) {
		this.#log = log;
	}

	report({ code, round }: ClassState, divergence: Up["diverged"], nowMs: number): void {
		const minute = Math.floor(nowMs / 60_000);
		this.#reports = minute === this.#minute ? this.#reports + 1 : 1;
		this.#minute = minute;
		if (this.#reports > DIVERGED_PER_MINUTE_MAX) return;
		this.#log.warn({ code, round: round?.id, ...divergence }, "a client diverged");
	}
}
