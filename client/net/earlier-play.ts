import type { RoundHeader, RoundLog } from "#shared/round/round.ts";
import { createStore, type Readable } from "./store.ts";

/** What this page has seen of rounds, so that one that is played again has its first play beside it. */
export class EarlierPlay {
	/** By what makes two rounds the same: the last one that this page has seen. */
	readonly #played = new Map<string, RoundLog>();
	readonly #log = createStore<RoundLog | undefined>(undefined);

	/** The earlier play of the round that was looked for; undefined if this page was not there. */
	get log(): Readable<RoundLog | undefined> {
		return this.#log;
	}

	keep(log: RoundLog): void {
		this.#played.set(sameKey(log.header), log);
	}

	look(header: RoundHeader): void {
		this.#log.set(this.#played.get(sameKey(header)));
	}
}

/** Equal for rounds in which the same happens to the same chips. */
function sameKey({ lesson, level, seed, part, chips }: RoundHeader): string {
	return [lesson, level, seed, part, chips.map(({ seats }) => seats.length)].join(" ");
}
