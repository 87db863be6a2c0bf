import { lessonOf } from "#shared/lessons/table.ts";
import { scenarioName } from "../i18n/scenario-name.ts";
import { machineWords, hintWords as t } from "../i18n/words.ts";
import { progressOf, type RoomSnapshot } from "../net/room-snapshot.ts";
import type { ChipReport } from "./chip-report.ts";

const HINTS_MAX = 5;
/** Shares of the last seconds' core time from which somebody should look. */
const WAITING_SHARE = 0.15;
const SWITCHING_SHARE = 0.12;
/** A queue this long beside a core without anything is worth a word. */
const LONG_QUEUE = 3;

/** What needs the teacher's eye, most pressing first, as sentences; five at most. */
export function hintsFor(room: RoomSnapshot, reports: readonly ChipReport[]): string[] {
	const hints: { weight: number; text: string }[] = [];
	const away = room.students.filter((student) => student.chip >= 0 && (!student.online || student.bot));
	if (away.length > 0) hints.push({ weight: 0.5, text: t.away(away.map((student) => student.name)) });
	if (room.phase === "predict") {
		const { made, of } = progressOf(room.students, "predicted");
		if (made < of) hints.push({ weight: 1, text: t.predict(of - made) });
	}
	// All chips of a round are sent the same.
	const coming = reports[0]?.coming;
	if (room.phase === "play" && coming !== undefined)
		hints.push({ weight: 0.4, text: t.coming(scenarioName(coming.name, machineWords.names), coming.inS) });
	if (room.phase === "play" && !room.paused) {
		// Where energy counts, to let a core sleep while another has a queue may be just right.
		const mayRest = lessonOf(room.lessonId)?.measure.id === "energy";
		for (const report of reports) hints.push(...chipHints(report, mayRest));
	}
	return hints
		.sort((one, other) => other.weight - one.weight)
		.slice(0, HINTS_MAX)
		.map((hint) => hint.text);
}

function chipHints(
	{ chip, recent, queues, downInS }: ChipReport,
	mayRest: boolean,
): { weight: number; text: string }[] {
	const hints: { weight: number; text: string }[] = [];
	if (downInS !== undefined) hints.push({ weight: 2, text: t.overloaded(chip, downInS) });
	if (recent !== undefined) {
		const { idleWorkWaits, switching } = recent;
		if (idleWorkWaits > WAITING_SHARE && !mayRest)
			hints.push({ weight: idleWorkWaits, text: t.workWaits(chip, idleWorkWaits) });
		if (switching > SWITCHING_SHARE) hints.push({ weight: switching, text: t.switching(chip, switching) });
	}
	const longest = Math.max(0, ...queues.map((queue) => queue.length));
	const hasEmpty = queues.some((queue) => queue.length === 0 && queue.isIdle);
	if (longest >= LONG_QUEUE && hasEmpty && !mayRest) {
		const core = queues.findIndex((queue) => queue.length === longest) + 1;
		hints.push({ weight: 0.3, text: t.oneBusy(chip, core) });
	}
	return hints;
}
