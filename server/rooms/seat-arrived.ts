import type { ClassFact } from "#shared/class/class-event.ts";
import { type ClassState, currentLessonId } from "#shared/class/class-state.ts";
import { findFreeSeat } from "#shared/class/seating.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { openLesson } from "./steering.ts";

/**
 * Returns the facts that seat a student in the open round: their own seat back from its bot, else a bot's, else,
 * while nothing is played yet, a round with more chips under the id `round`. With none of these they watch.
 */
export function seatArrived(state: ClassState, id: string, round: string): readonly ClassFact[] {
	const student = state.students.get(id);
	if (!isPlayed(lessonById(currentLessonId(state)))) return [];
	if (state.round === undefined || state.round.closed || student === undefined) return [];
	if (student.place !== undefined) {
		return student.bot ? [{ type: "botDrives", student: id, bot: false }] : [];
	}
	const taken = [...state.students.values()].flatMap(({ place }) => place ?? []);
	const { botSeats, measureCores } = lessonById(currentLessonId(state));
	const seatCounts = state.round.header.chips.map(({ seats: { length } }) =>
		measureCores.includes(length - 1) ? 0 : length,
	);
	const place = findFreeSeat(seatCounts, taken, botSeats);
	if (place !== undefined) return [{ type: "seated", student: id, place }];
	if (state.phase !== "brief" && state.phase !== "predict") return [];
	return openLesson(state, state.lesson, round).filter(({ type }) => type === "roundOpened");
}
