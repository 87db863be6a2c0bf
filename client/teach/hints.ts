import { lessonOf } from "#shared/lessons/table.ts";
import { PLAYS, presenceOf, progressOf, type RoomSnapshot } from "../net/room-snapshot.ts";
import type { ChipReport } from "./chip-report.ts";

/** Something that needs the teacher's eye. Chips count from 0, cores from 1; shares are of core time, 0 to 1. */
export type Hint =
	/** `plays`: a bot plays for them, now or soon. */
	| { readonly type: "away"; readonly names: readonly string[]; readonly plays: boolean }
	/** They are here, and their bots play because they do not answer. */
	| { readonly type: "silent"; readonly names: readonly string[] }
	| { readonly type: "unpredicted"; readonly students: number }
	/** They are here, and their bots play until they have predicted, or chosen not to. */
	| { readonly type: "late"; readonly students: number }
	/** What is announced to come to every chip, in seconds of play. */
	| { readonly type: "coming"; readonly name: string; readonly inS: number }
	/** The chip goes down under its backlog so soon, in seconds of play. */
	| { readonly type: "overloaded"; readonly chip: number; readonly inS: number }
	| { readonly type: "workWaits"; readonly chip: number; readonly share: number }
	| { readonly type: "switching"; readonly chip: number; readonly share: number }
	/** The core has a long queue while another has none. */
	| { readonly type: "oneBusy"; readonly chip: number; readonly core: number };

/** More press harder. */
type Weighed = { readonly weight: number; readonly hint: Hint };

const HINTS_MAX = 5;
/** Shares of the last seconds' core time from which somebody should look. */
const WAITING_SHARE = 0.15;
const SWITCHING_SHARE = 0.12;
/** A queue this long beside a core without anything is worth a word. */
const LONG_QUEUE = 3;

/** What needs the teacher's eye, most pressing first; five at most. */
export function hintsFor(room: RoomSnapshot, reports: readonly ChipReport[]): Hint[] {
	return [...classHints(room), ...roundHints(room, reports)]
		.sort((one, other) => other.weight - one.weight)
		.slice(0, HINTS_MAX)
		.map(({ hint }) => hint);
}

function classHints({ phase, students }: RoomSnapshot): Weighed[] {
	const hints: Weighed[] = [];
	const seated = students.filter(({ chip }) => chip >= 0);
	const away = seated.filter((student) => ["away", "silent"].includes(presenceOf(student, phase)));
	if (away.length > 0) {
		const names = away.map(({ name }) => name);
		hints.push({ weight: 0.5, hint: { type: "away", names, plays: PLAYS.has(phase) } });
	}
	const { made, of } = progressOf(students, "predicted");
	if (phase === "predict" && made < of)
		hints.push({ weight: 1, hint: { type: "unpredicted", students: of - made } });
	const late = seated.filter((student) => presenceOf(student, phase) === "undecided").length;
	if (late > 0) hints.push({ weight: 1, hint: { type: "late", students: late } });
	return hints;
}

function roundHints(
	{ phase, paused, lessonId, students }: RoomSnapshot,
	reports: readonly ChipReport[],
): Weighed[] {
	if (phase !== "play") return [];
	// All chips of a round are sent the same.
	const coming = reports[0]?.coming;
	const hints: Weighed[] = [];
	if (coming !== undefined)
		hints.push({ weight: 0.4, hint: { type: "coming", name: coming.name, inS: coming.inS } });
	const silent = students.filter(({ chip, seat }) =>
		reports.find((of) => of.chip === chip)?.silent.includes(seat),
	);
	if (silent.length > 0)
		hints.push({ weight: 0.6, hint: { type: "silent", names: silent.map(({ name }) => name) } });
	// Where energy counts, to let a core sleep while another has a queue may be just right.
	const mayRest = lessonOf(lessonId)?.measure.id === "energy";
	if (!paused) for (const report of reports) hints.push(...chipHints(report, mayRest));
	return hints;
}

function chipHints({ chip, recent, queues, downInS }: ChipReport, mayRest: boolean): Weighed[] {
	const hints: Weighed[] = [];
	if (downInS !== undefined) hints.push({ weight: 2, hint: { type: "overloaded", chip, inS: downInS } });
	const { idleWorkWaits = 0, switching = 0 } = recent ?? {};
	if (idleWorkWaits > WAITING_SHARE && !mayRest)
		hints.push({ weight: idleWorkWaits, hint: { type: "workWaits", chip, share: idleWorkWaits } });
	if (switching > SWITCHING_SHARE)
		hints.push({ weight: switching, hint: { type: "switching", chip, share: switching } });
	const longest = Math.max(0, ...queues.map((queue) => queue.length));
	const hasEmpty = queues.some((queue) => queue.length === 0 && queue.isIdle);
	if (longest >= LONG_QUEUE && hasEmpty && !mayRest) {
		const core = queues.findIndex((queue) => queue.length === longest) + 1;
		hints.push({ weight: 0.3, hint: { type: "oneBusy", chip, core } });
	}
	return hints;
}
