import type { Lesson } from "#shared/lessons/lesson.ts";
import { lessonOf } from "#shared/lessons/table.ts";
import { barParts } from "../figures/bar-parts.ts";
import { fixed, number, percent } from "../i18n/base/format.ts";
import { causeWords, deskWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { TeamBadge } from "../ui/team-badge.tsx";
import type { ChipReport } from "./chip-report.ts";
import { StudentButton } from "./student-button.tsx";
import "../figures/cause-bars.css";

type ChipPanelProps = {
	session: ClientSession;
	report: ChipReport;
	room: RoomSnapshot;
	/** What the chip is called. */
	name: string;
};

/** One chip: its headline numbers and who sits where. */
export function ChipPanel({ session, report, room, name }: ChipPanelProps) {
	const { chip, cores } = report;
	const team = room.teams[chip] ?? null;
	const seated = room.students
		.filter((student) => student.chip === chip)
		.sort((one, other) => one.seat - other.seat);
	const bots = cores + 1 - seated.length;
	const isPlayed = room.phase === "play" || room.phase === "ended";
	return (
		<section class="desk-panel chip-panel" aria-label={name}>
			<h2>{team === null ? name : <TeamBadge team={team} name={name} />}</h2>
			{isPlayed && <Figures report={report} counts={lessonOf(room.lessonId)?.counts ?? "tasks"} />}
			<ul class="seat-list">
				{seated.map((student) => (
					<li key={student.id}>
						<span class="seat-name">{student.seat === 0 ? t.scheduler : t.core(student.seat)}</span>
						<StudentButton session={session} room={room} student={student} />
					</li>
				))}
			</ul>
			{bots > 0 && <p class="seat-bots">{seated.length === 0 ? t.onlyBots(bots) : t.bots(bots)}</p>}
		</section>
	);
}

function Figures({ report, counts }: { report: ChipReport; counts: Lesson["counts"] }) {
	return (
		<>
			<dl class="chip-figures">
				<div>
					<dd>{number(counts === "jobs" ? report.jobsDone : report.tasksDone)}</dd>
					<dt>{counts === "jobs" ? t.jobs : t.done}</dt>
				</div>
				<div>
					<dd>{percent(report.busy)}</dd>
					<dt>{t.busy}</dt>
				</div>
				<div>
					<dd>{fixed(report.speedup, 2)}</dd>
					<dt>{t.speedup}</dt>
				</div>
			</dl>
			<div class="causes-bar chip-causes" aria-hidden="true">
				{barParts(report.causes).map(({ cause, percent: share }) => (
					<span
						key={cause}
						class={`cause cause-${cause}`}
						style={{ width: `${share}%` }}
						title={`${causeWords[cause]}: ${fixed(share, 0)} %`}
					/>
				))}
			</div>
		</>
	);
}
