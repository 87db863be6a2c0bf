import type { Phase } from "#shared/class/phase.ts";
import { PROBE_MOMENTS, type ProbeMoment } from "#shared/class/probe-tally.ts";
import { LEVELS, type Level } from "#shared/lessons/ids.ts";
import type { PlanSwitches } from "#shared/lessons/plan-switches.ts";
import type { RoomState } from "#shared/protocol/room-state.ts";

/** The social state of a class as plain, immutable data. */
export type RoomSnapshot = {
	readonly code: string;
	readonly kind: "class" | "practice";
	readonly phase: Phase;
	readonly lessons: readonly string[];
	/** Index of the current lesson in `lessons`, and its id. */
	readonly lesson: number;
	readonly lessonId: string;
	/** Whether a round of this lesson has been explained already. */
	readonly explained: boolean;
	readonly round: string;
	readonly roundNumber: number;
	/** By chip of the current round the number of the team that plays it; null: nobody, or nobody's team. */
	readonly teams: readonly (number | null)[];
	/** What the plan has beside its lessons, and the level of its rounds. */
	readonly switches: PlanSwitches;
	readonly level: Level;
	readonly paused: boolean;
	readonly locked: boolean;
	/** Only generated names are admitted. */
	readonly generatedNames: boolean;
	/** The moment for which the six questions are asked at present, if any, and how many sheets are handed in. */
	readonly asked: ProbeMoment | undefined;
	readonly sheets: number;
	/** In order of joining. */
	readonly students: readonly StudentSnapshot[];
};

export type StudentSnapshot = {
	readonly id: string;
	readonly name: string;
	/** Number of the team; null before teams are formed. */
	readonly team: number | null;
	/** -1 before the student's first round. */
	readonly chip: number;
	readonly seat: number;
	readonly online: boolean;
	readonly bot: boolean;
	/** Has predicted, or chosen not to. */
	readonly predicted: boolean;
	/** Hints taken in the current round. */
	readonly hints: number;
	/** Has finished the experiment of the current round. */
	readonly measured: boolean;
	readonly order: number;
};

/**
 * Whether a student is here: not connected; connected and not heard, so that the bot plays; here without having
 * predicted, so that the bot plays until then; or here.
 */
export type PresenceKind = "away" | "silent" | "undecided" | "here";

/** Once a round is over no seat changes hands any more, so that nothing follows from who had it. */
export function presenceOf({ online, bot, predicted }: StudentSnapshot, phase: Phase): PresenceKind {
	if (!online) return "away";
	if (!bot || !PLAYS.has(phase)) return "here";
	return phase === "play" && !predicted ? "undecided" : "silent";
}

/** Phases in which a round is played, or about to be. */
export const PLAYS: ReadonlySet<Phase> = new Set(["brief", "predict", "play"]);

/** A team of the class. Never empty. */
export type TeamSnapshot = { readonly number: number; readonly members: readonly StudentSnapshot[] };

/** The teams of these students, by number. */
export function teamsOf(students: readonly StudentSnapshot[]): TeamSnapshot[] {
	const numbers = [...new Set(students.flatMap(({ team }) => team ?? []))].sort((one, other) => one - other);
	return numbers.map((number) => ({ number, members: students.filter(({ team }) => team === number) }));
}

/**
 * How many students have predicted or measured, out of those who are here or did so before they left. Nobody waits
 * for an absent student.
 */
export function progressOf(
	students: readonly StudentSnapshot[],
	has: "predicted" | "measured",
): { readonly made: number; readonly of: number } {
	const made = students.filter((student) => student[has]);
	const missing = students.filter((student) => student.online && !student[has]);
	return { made: made.length, of: made.length + missing.length };
}

/** Copies the current state. Students are sorted, because the maps of the state have no reliable order. */
export function snapshotOf(state: RoomState): RoomSnapshot {
	const students: StudentSnapshot[] = [];
	state.students.forEach((student, id) => {
		const { name, team, chip, seat, online, bot, predicted, hints, measured, order } = student;
		const known = { id, name, team: team === 0 ? null : team, chip, seat };
		students.push({ ...known, online, bot, predicted, hints, measured, order });
	});
	students.sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));
	const lessons = [...state.lessons];
	const { secondPlay, discussion, ownDecisions } = state;
	return {
		code: state.code,
		kind: state.kind === "practice" ? "practice" : "class",
		phase: state.phase as Phase,
		lessons,
		lesson: state.lesson,
		lessonId: lessons[state.lesson] ?? "",
		explained: state.explained,
		round: state.round,
		roundNumber: state.roundNumber,
		teams: [...state.teams].map((team) => (team === 0 ? null : team)),
		switches: { secondPlay, discussion, ownDecisions },
		level: LEVELS.find((level) => level === state.level) ?? "standard",
		paused: state.paused,
		locked: state.locked,
		generatedNames: state.generatedNames,
		asked: PROBE_MOMENTS.find((moment) => moment === state.asked),
		sheets: state.sheets,
		students,
	};
}
