import { HttpError } from "./errors.ts";

type Use = { count: number; readonly untilMs: number };

/** Counts uses by address, in memory only. Nothing of it is stored or logged. */
class Limiter {
	/** In order of `untilMs`. */
	readonly #uses = new Map<string, Use>();
	readonly #now: () => number;
	readonly #countMax: number;
	readonly #periodMs: number;
	readonly #message: string;

	constructor(now: () => number, countMax: number, seconds: number, message: string) {
		this.#now = now;
		this.#countMax = countMax;
		this.#periodMs = seconds * 1_000;
		this.#message = message;
	}

	/** Throws if `address` has used up its share. Counts nothing. */
	check(address: string): void {
		this.#forget();
		if ((this.#uses.get(address)?.count ?? 0) >= this.#countMax)
			throw new HttpError("tooMany", this.#message);
	}

	count(address: string): void {
		this.#forget();
		const use = this.#uses.get(address) ?? { count: 0, untilMs: this.#now() + this.#periodMs };
		use.count += 1;
		this.#uses.set(address, use);
	}

	/** A period begins with its first use, so that the oldest entries expire first. */
	#forget(): void {
		for (const [address, { untilMs }] of this.#uses) {
			if (untilMs > this.#now()) return;
			this.#uses.delete(address);
		}
	}
}

/**
 * Limits for one address. A whole school may share one, so only failures and practices count, and practices have a
 * generous limit.
 */
export function createLimiters(now: () => number) {
	return {
		wrongCodes: new Limiter(
			now,
			60,
			60,
			"Too many wrong codes were typed in this network. Wait a minute, then try again.",
		),
		wrongSignIns: new Limiter(now, 20, 60, "Too many sign-in links failed. Wait a minute, then try again."),
		practices: new Limiter(
			now,
			120,
			600,
			"Too many practices were opened in this network. Try again in ten minutes.",
		),
	};
}
export type Limiters = ReturnType<typeof createLimiters>;
