import type { ClassState } from "#shared/class/class-state.ts";
import { experimentResult } from "#shared/class/experiment.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { Attendance } from "#shared/result/attendance.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { SIM_VERSION } from "#shared/sim/version.ts";
import type { Log } from "../log.ts";
import type { NamedPrediction, PlayedRound, SeatNames } from "../store/round-row.ts";
import type { RoundRecords } from "../store/rounds.ts";
import type { Archive } from "./archive.ts";
import type { MeasuredRound } from "./measure-worker.ts";
import type { Measurer } from "./measurer.ts";
import { seedRecord } from "./seed-record.ts";
import { type Places, placesOf, studentEvidence } from "./student-evidence.ts";

type Deps = {
	readonly archive: Archive;
	readonly measurer: Measurer;
	readonly rounds: RoundRecords;
	readonly now: () => number;
	readonly log: Log;
};
/** A round at its end. `teacher`: its owner; undefined for a practice, which is not kept. */
export type EndedRound = {
	readonly id: string;
	readonly state: ClassState;
	readonly log: RoundLog;
	readonly teacher: string | undefined;
};

/** Keeps and measures rounds that were played. */
export class RoundKeeper {
	readonly #deps: Deps;
	/** By class: its last measured round, as long as answers to its questions may come. */
	readonly #measured = new Map<
		string,
		Pick<MeasuredRound, "evidence"> & {
			readonly id: string;
			readonly shares: Attendance["shares"];
			readonly places: Places;
		}
	>();

	constructor(deps: Deps) {
		this.#deps = deps;
	}

	/** Starts the search for the references of a class's new round while it is explained and played. */
	expect(code: string, log: RoundLog): void {
		this.#deps.measurer.expect(code, log);
	}

	/** Stores the round, measures it, stores the result, and calls `tell`. Returns at once. */
	keep(ended: EndedRound, tell: (measured: MeasuredRound, record: number | null | undefined) => void): void {
		const { archive, rounds, measurer, log } = this.#deps;
		const { id, teacher } = ended;
		measurer.expectNothing(ended.state.code);
		if (teacher !== undefined) {
			const played = this.#describe(ended, teacher);
			archive.write("round", () => rounds.save(played));
		}
		measurer.measure(ended.log).then(
			async (measured) => {
				const { evidence, attendance } = measured;
				const outcome = (await this.#storedBefore(ended)) ?? measured.outcome;
				const record = await this.#recordBefore(ended, outcome);
				if (teacher !== undefined) {
					archive.write("outcome", () => rounds.setOutcome(id, outcome));
					this.#measured.set(ended.state.code, {
						id,
						evidence,
						shares: attendance.shares,
						places: placesOf(ended.state),
					});
					this.keepEvidence(ended.state);
				}
				tell({ ...measured, outcome }, record);
			},
			(error: unknown) => log.error({ err: error, round: id }, "a round could not be measured"),
		);
	}

	/** Stores what the students have shown up to now, if their round has been measured and is kept. */
	keepEvidence(state: ClassState): void {
		const { archive, rounds } = this.#deps;
		const measured = this.#measured.get(state.code);
		if (measured === undefined || measured.id !== state.round?.id) return;
		const evidence = studentEvidence(state, measured.places, measured);
		if (evidence.length > 0) archive.write("evidence", () => rounds.setEvidence(measured.id, evidence));
	}

	/** Forgets a class from which nothing more will come. */
	forget(code: string): void {
		this.#measured.delete(code);
		this.#deps.measurer.expectNothing(code);
	}

	/**
	 * What is stored of a round of an earlier simulation, from when that one was the present one: what is measured now
	 * may mean something else. undefined where nothing is.
	 */
	async #storedBefore({ id, log: played, teacher }: EndedRound): Promise<RoundOutcome | undefined> {
		const { rounds, log } = this.#deps;
		if (teacher === undefined || played.header.simVersion === SIM_VERSION) return undefined;
		try {
			return (await rounds.find(id))?.outcome;
		} catch (error) {
			log.error({ err: error, round: id }, "could not look up what is stored of a round");
			return undefined;
		}
	}

	/**
	 * The record before this round. A failing store must not keep the class from its result, so that the record is
	 * then undefined.
	 */
	async #recordBefore(
		{ id, state, teacher }: EndedRound,
		outcome: RoundOutcome,
	): Promise<number | null | undefined> {
		const { rounds, log } = this.#deps;
		if (teacher === undefined || lessonById(outcome.lesson as LessonId).kind.type !== "open")
			return undefined;
		try {
			const played = await rounds.ofLesson(state.code, outcome.lesson);
			return seedRecord(
				played.filter((round) => round.id !== id),
				outcome.seed,
				outcome.formula,
			);
		} catch (error) {
			log.error({ err: error, round: id }, "could not look up the record of a seed");
			return undefined;
		}
	}

	#describe({ id, state, log }: EndedRound, teacher: string): PlayedRound {
		return {
			id,
			teacher,
			log,
			code: state.code,
			playedMs: this.#deps.now(),
			seats: seatNames(state, log),
			predictions: predictions(state),
			teams: state.round?.teams ?? [],
			outcome: undefined,
			evidence: [],
			experiment: experimentResult(state),
		};
	}
}

function seatNames(state: ClassState, log: RoundLog): SeatNames {
	const names: (string | null)[][] = log.header.chips.map((chip) => chip.seats.map(() => null));
	for (const { name, place } of state.students.values()) {
		const chip = place === undefined ? undefined : names[place.chip];
		if (place !== undefined && chip !== undefined) chip[place.seat] = name;
	}
	return names;
}

function predictions(state: ClassState): NamedPrediction[] {
	return [...state.students.values()].flatMap(({ name, predicted }) =>
		predicted == null ? [] : [{ name, value: predicted }],
	);
}
