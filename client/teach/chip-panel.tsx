import { teachWords } from "../i18n/en/teach.ts";
import { number, percent } from "../i18n/format.ts";
import type { RoomSnapshot, StudentSnapshot } from "../net/room-snapshot.ts";
import type { ChipReport } from "./chip-report.ts";
import { Presence } from "./presence.tsx";

const t = teachWords.desk;

/** One chip: its headline numbers and who sits where. */
export function ChipPanel({ report, room }: { report: ChipReport; room: RoomSnapshot }) {
	const { chip, cores } = report;
	const seats = Array.from({ length: cores + 1 }, (_, seat) => seat);
	return (
		<section class="desk-panel chip-panel" aria-label={t.chip(chip, cores)}>
			<h2>{t.chip(chip, cores)}</h2>
			{(room.phase === "play" || room.phase === "explain") && (
				<Figures report={report} lesson={room.lessonId} />
			)}
			<ul class="seat-list">
				{seats.map((seat) => (
					<SeatRow
						key={seat}
						seat={seat}
						student={room.students.find((student) => student.chip === chip && student.seat === seat)}
					/>
				))}
			</ul>
		</section>
	);
}

function Figures({ report, lesson }: { report: ChipReport; lesson: string }) {
	return (
		<dl class="chip-figures">
			<div>
				<dd>{number(lesson === "amdahl" ? report.jobsDone : report.tasksDone)}</dd>
				<dt>{lesson === "amdahl" ? t.jobs : t.done}</dt>
			</div>
			<div>
				<dd>{percent(report.busy)}</dd>
				<dt>{t.busy}</dt>
			</div>
			<div>
				<dd>{number(report.speedup, 2)}</dd>
				<dt>{t.speedup}</dt>
			</div>
		</dl>
	);
}

function SeatRow({ seat, student }: { seat: number; student: StudentSnapshot | undefined }) {
	return (
		<li>
			<span class="seat-name">{seat === 0 ? t.scheduler : t.core(seat)}</span>
			{student === undefined ? <span class="seat-bot">{t.bot}</span> : <Presence student={student} />}
		</li>
	);
}
