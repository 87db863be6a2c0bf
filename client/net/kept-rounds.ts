import type { RoundHeader, RoundLog } from "#shared/round/round.ts";
import { type KeptHint, type RoundMemory, recallRounds, rememberRounds } from "./round-memory.ts";
import { createStore, type Readable } from "./store.ts";

/** What a student's page keeps of the rounds of its class, over reloads too. */
export class KeptRounds {
	readonly #code: string;
	readonly #earlier = createStore<RoundLog | undefined>(undefined);
	readonly #first = createStore<RoundLog | undefined>(undefined);
	readonly #ready: Promise<void>;
	#memory: RoundMemory = { played: [] };
	#current: RoundHeader | undefined;

	constructor(code: string, isStudent: boolean) {
		this.#code = code;
		this.#ready = isStudent ? this.#recall() : Promise.resolve();
	}

	/** What was played of the current round before, on the same seed and side. */
	get earlier(): Readable<RoundLog | undefined> {
		return this.#earlier;
	}

	/** The first part of the current round, if this is its second and this page was there for both. */
	get first(): Readable<RoundLog | undefined> {
		return this.#first;
	}

	/** The hint that was given last in that round. */
	hintOf(round: string): KeptHint | undefined {
		const { hint } = this.#memory;
		return hint?.round === round ? hint : undefined;
	}

	keepHint(hint: KeptHint): void {
		this.#keep({ ...this.#memory, hint });
	}

	/** A round begins; `last` is the one that was played before it, if this page was there. */
	begin(header: RoundHeader, last: RoundLog | undefined): void {
		this.#current = header;
		if (last !== undefined) this.#keep({ ...this.#memory, played: withRound(this.#memory.played, last) });
		this.#find();
	}

	async #recall(): Promise<void> {
		const stored = await recallRounds(this.#code);
		const since = this.#memory;
		const played = since.played.reduce(withRound, stored.played);
		this.#memory = { played, hint: since.hint ?? stored.hint };
		this.#find();
	}

	/** Nothing is stored before what is there has been read, so that nothing of it is lost. */
	#keep(memory: RoundMemory): void {
		this.#memory = memory;
		void this.#ready.then(() => rememberRounds(this.#code, this.#memory));
	}

	#find(): void {
		const current = this.#current;
		if (current === undefined) return;
		const { played } = this.#memory;
		const key = sameKey(current);
		this.#earlier.set(played.find(({ header }) => sameKey(header) === key));
		const isFirst = ({ header }: RoundLog) => header.part === 0 && playKey(header) === playKey(current);
		this.#first.set(current.part === 1 ? played.findLast(isFirst) : undefined);
	}
}

/** With that round instead of an earlier play of the same; the newest stand last. */
function withRound(played: readonly RoundLog[], last: RoundLog): readonly RoundLog[] {
	const key = sameKey(last.header);
	return [...played.filter(({ header }) => sameKey(header) !== key), last];
}

/** Equal for rounds in which the same happens to the same chips: of one version, since each goes its own way. */
function sameKey(header: RoundHeader): string {
	return [playKey(header), header.part, header.chips.map(({ seats }) => seats.length)].join(" ");
}

/** Equal for both parts of a lesson that has two, whose chips may differ in size. */
function playKey({ simVersion, lesson, level, seed, chips }: RoundHeader): string {
	return [simVersion, lesson, level, seed, chips.length].join(" ");
}
