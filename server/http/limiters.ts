import { RateLimiterMemory } from "rate-limiter-flexible";
import { HttpError } from "./errors.ts";

/** Counts by address, in memory only: nothing of it is kept or logged. */
class Limiter {
	readonly #counter: RateLimiterMemory;
	readonly #message: string;

	constructor(points: number, seconds: number, message: string) {
		this.#counter = new RateLimiterMemory({ points, duration: seconds });
		this.#message = message;
	}

	/** Throws if `address` has used up its share. Counts nothing. */
	async check(address: string): Promise<void> {
		const used = await this.#counter.get(address);
		if (used !== null && used.remainingPoints <= 0) throw new HttpError("tooMany", this.#message);
	}

	async count(address: string): Promise<void> {
		await this.#counter.penalty(address);
	}
}

/**
 * What one address may do. A whole school can sit behind one: only failures count, and practices
 * generously.
 */
export function createLimiters() {
	return {
		wrongCodes: new Limiter(
			60,
			60,
			"Too many wrong codes were typed in this network. Wait a minute, then try again.",
		),
		wrongSignIns: new Limiter(20, 60, "Too many sign-in links failed. Wait a minute, then try again."),
		practices: new Limiter(
			120,
			600,
			"Too many practices were opened in this network. Try again in ten minutes.",
		),
	};
}
export type Limiters = ReturnType<typeof createLimiters>;
