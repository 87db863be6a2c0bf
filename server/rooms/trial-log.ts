import { personMeans, SAT_OUT } from "#shared/brain/person.ts";
import type { DualTrial, SearchTrial } from "#shared/brain/trial.ts";
import { DUAL_TRIALS, dualOrder, SEARCH_TRIALS, searchOrder } from "#shared/brain/trial-order.ts";
import type { ClassFact } from "#shared/class/class-event.ts";
import type { ClassState, Student } from "#shared/class/class-state.ts";
import { isExperiment } from "#shared/class/experiment.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import type { Down, Refusal } from "#shared/protocol/down.ts";
import type { Member } from "./audience.ts";
import type { UpMessage } from "./up-message.ts";

export type TrialMessage = UpMessage & { type: "searchTrial" | "dualTrial" | "sitOut" };
type Trials = { readonly search: SearchTrial[]; readonly dual: DualTrial[] };

/**
 * Single trials of a running experiment, kept here in memory and nowhere else: only a student's means are recorded,
 * at the end. After a crash the students' devices send them again.
 */
export class TrialLog {
	#round = "";
	/** Ways to tell each student what nobody else is told. */
	readonly #members = new Map<string, Member>();
	readonly #byStudent = new Map<string, Trials>();

	/** Notes that a student is here. Returns how far they are in a running experiment. */
	greet(state: ClassState, member: Member): () => void {
		const { role, student } = member;
		if (role !== "student") return () => undefined;
		const trials = isExperiment(state) ? this.standing(state, student) : undefined;
		return () => {
			this.#members.set(student, member);
			if (trials !== undefined) this.tell(student, trials);
		};
	}

	part(id: string): void {
		this.#members.delete(id);
	}

	/** How far a student is in the current round, and their means if they are done. */
	standing(state: ClassState, id: string): Down["trials"] {
		const { search, dual } = this.#of(state, id);
		const means = state.students.get(id)?.measured ?? null;
		return { search: search.length, dual: dual.length, means };
	}

	/** Tells one student, and nobody else. */
	tell(id: string, trials: Down["trials"]): void {
		this.#members.get(id)?.tell("trials", trials);
	}

	/** Takes a trial, or a student's word not to take part. Returns the facts, or why it is refused. */
	take(
		state: ClassState,
		{ role, student: id }: Member,
		message: TrialMessage,
	): Result<readonly ClassFact[], Refusal> {
		if (role !== "student") return refuse("notAllowed");
		const student = state.students.get(id);
		if (!isExperiment(state) || state.phase !== "play" || student === undefined) return refuse("notNow");
		if (student.measured !== undefined) return refuse("tooMany");
		if (message.type === "sitOut") return ok([{ type: "measured", student: id, means: SAT_OUT }]);
		const trials = this.#of(state, id);
		const refusal = add(trials, message);
		if (refusal !== undefined) return refuse(refusal);
		const isDone = trials.search.length === SEARCH_TRIALS && trials.dual.length === DUAL_TRIALS;
		return ok(isDone ? [this.#fact(state, student)] : []);
	}

	/** Returns `facts`. If they close the round, the means of everyone who has begun and is not done come first. */
	completed(state: ClassState, facts: readonly ClassFact[]): readonly ClassFact[] {
		if (!isExperiment(state) || facts.every(({ type }) => type !== "roundClosed")) return facts;
		const begun = [...state.students.values()].filter(
			({ id, measured }) => measured === undefined && this.#of(state, id).dual.length > 0,
		);
		return [...begun.map((student) => this.#fact(state, student)), ...facts];
	}

	#fact(state: ClassState, { id, order }: Student): ClassFact {
		const { search, dual } = this.#of(state, id);
		const seed = state.round?.seed ?? 0;
		const means = personMeans(search, searchOrder(seed, order), dual, dualOrder(seed, order));
		return { type: "measured", student: id, means };
	}

	#of(state: ClassState, id: string): Trials {
		const round = state.round?.id ?? "";
		if (round !== this.#round) this.#byStudent.clear();
		this.#round = round;
		const trials = this.#byStudent.get(id) ?? { search: [], dual: [] };
		this.#byStudent.set(id, trials);
		return trials;
	}
}

/** Adds the next trial. One that is known already, or that skips one, is refused. */
function add({ search, dual }: Trials, message: TrialMessage & { payload: object }): Refusal | undefined {
	if (message.type === "sitOut") return undefined;
	const isSearch = message.type === "searchTrial";
	const expected = isSearch ? search.length : dual.length;
	if (message.payload.index >= (isSearch ? SEARCH_TRIALS : DUAL_TRIALS)) return "tooMany";
	if (message.payload.index !== expected) return "stale";
	const { id: _id, index: _index, ...trial } = message.payload;
	if ("rtMs" in trial) search.push(trial);
	else dual.push(trial);
	return undefined;
}
