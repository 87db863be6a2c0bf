import type { ProbeMoment } from "#shared/class/probe-tally.ts";
import { createStore, type Readable } from "./store.ts";

/** Something that a student submits once, and sees as submitted as soon as it is sent. */
type Commitment =
	| { readonly type: "predict"; readonly value: number | null }
	| { readonly type: "answer"; readonly question: number; readonly choice: number }
	| { readonly type: "probe"; readonly moment: ProbeMoment };

type Known = {
	readonly predicted: number | null;
	/** The student has chosen to predict nothing. */
	readonly skipped: boolean;
	readonly answered: readonly (number | null)[];
	readonly probed: ProbeMoment | undefined;
};

/**
 * What a student has committed to: what the server knows, overlaid with what was sent since, oldest first. A refusal
 * takes back only what it names, so that what is shown is always what stands.
 */
export class Commitments {
	readonly #predicted = createStore<number | null>(null);
	readonly #skipped = createStore(false);
	readonly #answered = createStore<readonly (number | null)[]>([]);
	readonly #probed = createStore<ProbeMoment | undefined>(undefined);
	#known: Known = { predicted: null, skipped: false, answered: [], probed: undefined };
	#sent: readonly (Commitment & { readonly id: number })[] = [];

	/** The prediction in the current lesson; null if none. */
	get predicted(): Readable<number | null> {
		return this.#predicted;
	}

	/** Whether the student has chosen to predict nothing in the current lesson. */
	get skipped(): Readable<boolean> {
		return this.#skipped;
	}

	/** The choice for each question of the current lesson; null where there is none. */
	get answered(): Readable<readonly (number | null)[]> {
		return this.#answered;
	}

	/** The moment for which a sheet of the six questions was handed in. */
	get probed(): Readable<ProbeMoment | undefined> {
		return this.#probed;
	}

	/** Takes the server's word, which replaces everything sent before. */
	told(known: Known): void {
		this.#known = known;
		this.#sent = [];
		this.#show();
	}

	/** Starts another lesson, with nothing predicted or answered. */
	turnPage(): void {
		this.told({ predicted: null, skipped: false, answered: [], probed: this.#probed.get() });
	}

	/** Adds a commitment. `id`: the number of the request that it was sent with. */
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
		let { predicted, skipped, answered, probed } = this.#known;
		for (const commitment of this.#sent) {
			if (commitment.type === "predict") {
				predicted = commitment.value;
				skipped = commitment.value === null;
			} else if (commitment.type === "answer") answered = withAnswer(answered, commitment);
			else probed = commitment.moment;
		}
		this.#predicted.set(predicted);
		this.#skipped.set(skipped);
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
