import type { Phase } from "#shared/class/phase.ts";
import { PROBE_MOMENTS, type ProbeMoment } from "#shared/class/probe-tally.ts";
import type { RoomState } from "#shared/protocol/room-state.ts";

/** The social state of a class as plain data that does not change any more. */
export type RoomSnapshot = {
	readonly code: string;
	readonly kind: "class" | "practice";
	readonly phase: Phase;
	readonly lessons: readonly string[];
	/** Index of the current lesson, and its id. */
	readonly lesson: number;
	readonly lessonId: string;
	readonly round: string;
	readonly roundNumber: number;
	readonly paused: boolean;
	readonly locked: boolean;
	/** Only names that were made up are let in. */
	readonly generatedNames: boolean;
	/** When the six questions are asked that are asked just now; sheets handed in. */
	readonly asked: ProbeMoment | undefined;
	readonly sheets: number;
	/** In order of joining. */
	readonly students: readonly StudentSnapshot[];
};

export type StudentSnapshot = {
	readonly id: string;
	readonly name: string;
	/** -1 before the first round. */
	readonly chip: number;
	readonly seat: number;
	readonly online: boolean;
	readonly bot: boolean;
	readonly predicted: boolean;
	/** Is done with the experiment of the current round. */
	readonly measured: boolean;
	readonly order: number;
};

/** How many students have, of those who are here or have before they went: nobody waits for who is away. */
export function progressOf(
	students: readonly StudentSnapshot[],
	has: "predicted" | "measured",
): { readonly made: number; readonly of: number } {
	const made = students.filter((student) => student[has]);
	const missing = students.filter((student) => student.online && !student[has]);
	return { made: made.length, of: made.length + missing.length };
}

/** The state as it is now. Maps of the state have no order to rely on, so students are sorted. */
export function snapshotOf(state: RoomState): RoomSnapshot {
	const students: StudentSnapshot[] = [];
	state.students.forEach((student, id) => {
		const { name, chip, seat, online, bot, predicted, measured, order } = student;
		students.push({ id, name, chip, seat, online, bot, predicted, measured, order });
	});
	students.sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));
	const lessons = [...state.lessons];
	return {
		code: state.code,
		kind: state.kind === "practice" ? "practice" : "class",
		phase: state.phase as Phase,
		lessons,
		lesson: state.lesson,
		lessonId: lessons[state.lesson] ?? "",
		round: state.round,
		roundNumber: state.roundNumber,
		paused: state.paused,
		locked: state.locked,
		generatedNames: state.generatedNames,
		asked: PROBE_MOMENTS.find((moment) => moment === state.asked),
		sheets: state.sheets,
		students,
	};
}
