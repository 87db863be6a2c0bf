import type { ProbeMoment } from "#shared/class/probe-tally.ts";
import { createStore, type Readable } from "./store.ts";

/** What a student gives once, and sees as given as soon as it is sent. */
type Commitment =
	| { readonly type: "predict"; readonly value: number }
	| { readonly type: "answer"; readonly question: number; readonly choice: number }
	| { readonly type: "probe"; readonly moment: ProbeMoment };

type Known = {
	readonly predicted: number | null;
	readonly answered: readonly (number | null)[];
	readonly probed: ProbeMoment | undefined;
};

/**
 * What a student has committed to: what the server knows of, and over that what was sent since, oldest first,
 * each until it is refused. So whatever is refused, what is shown is what stands.
 */
export class Commitments {
	readonly #predicted = createStore<number | null>(null);
	readonly #answered = createStore<readonly (number | null)[]>([]);
	readonly #probed = createStore<ProbeMoment | undefined>(undefined);
	#known: Known = { predicted: null, answered: [], probed: undefined };
	#sent: readonly (Commitment & { readonly id: number })[] = [];

	/** In the current lesson. */
	get predicted(): Readable<number | null> {
		return this.#predicted;
	}

	/** In the current lesson, by question. */
	get answered(): Readable<readonly (number | null)[]> {
		return this.#answered;
	}

	/** The moment for which a sheet of the six questions was handed in. */
	get probed(): Readable<ProbeMoment | undefined> {
		return this.#probed;
	}

	/** The server's word, which takes the place of all that was sent before. */
	told(known: Known): void {
		this.#known = known;
		this.#sent = [];
		this.#show();
	}

	/** Another lesson begins, with nothing predicted or answered. */
	turnPage(): void {
		this.told({ predicted: null, answered: [], probed: this.#probed.get() });
	}

	/** `id`: the number under which it was sent. */
	sent(id: number, commitment: Commitment): void {
		this.#sent = [...this.#sent, { id, ...commitment }];
		this.#show();
	}

	refused(id: number | null): void {
		const left = this.#sent.filter((commitment) => commitment.id !== id);
		if (left.length === this.#sent.length) return;
		this.#sent = left;
		this.#show();
	}

	#show(): void {
		let { predicted, answered, probed } = this.#known;
		for (const commitment of this.#sent) {
			if (commitment.type === "predict") predicted = commitment.value;
			else if (commitment.type === "answer") answered = withAnswer(answered, commitment);
			else probed = commitment.moment;
		}
		this.#predicted.set(predicted);
		this.#answered.set(answered);
		this.#probed.set(probed);
	}
}

function withAnswer(
	answered: readonly (number | null)[],
	{ question, choice }: { readonly question: number; readonly choice: number },
): readonly (number | null)[] {
	const length = Math.max(answered.length, question + 1);
	return Array.from({ length }, (_, index) => (index === question ? choice : (answered[index] ?? null)));
}
