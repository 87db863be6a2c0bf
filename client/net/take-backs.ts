/**
 * What to do if something is refused that was shown as done already. The server answers in order and says only of
 * what kind it refuses, and once a phase is closed it refuses all that follows: so the last sent is taken back first.
 */
export class TakeBacks {
	readonly #byKind = new Map<string, (() => void)[]>();

	sent(kind: string, takeBack: () => void): void {
		const sent = this.#byKind.get(kind) ?? [];
		sent.push(takeBack);
		this.#byKind.set(kind, sent);
	}

	refused(kind: string): void {
		this.#byKind.get(kind)?.pop()?.();
	}
}
