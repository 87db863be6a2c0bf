import { useEffect, useState } from "preact/hooks";
import type { Phase } from "#shared/class/phase.ts";
import { lessonOf } from "#shared/lessons/table.ts";
import { showRoomCode } from "#shared/protocol/room-code.ts";
import { lessonTitle } from "../i18n/names.ts";
import { chipNames } from "../i18n/team-names.ts";
import { allRefusalWords, brainWords, guideWords, deskWords as t, teachWords } from "../i18n/words.ts";
import { LessonPhase } from "../lesson/lesson-phase.tsx";
import type { ClientSession } from "../net/client-session.ts";
import { progressOf, type RoomSnapshot } from "../net/room-snapshot.ts";
import { Link } from "../ui/link.tsx";
import { Logo } from "../ui/logo.tsx";
import { Toast } from "../ui/toast.tsx";
import { ChipPanel } from "./chip-panel.tsx";
import { chipsOf } from "./chip-report.ts";
import { HintList } from "./hint-list.tsx";
import { JoinPanel } from "./join-panel.tsx";
import { PhaseBar } from "./phase-bar.tsx";
import { PlanStrip } from "./plan-strip.tsx";
import { ProbePanel } from "./probe-panel.tsx";
import { StudentList } from "./student-list.tsx";
import { TeamList } from "./team-list.tsx";
import { useChipReports } from "./use-chip-reports.ts";
import "./desk.css";
import "./roster.css";

/** Phases in which latecomers need the code, and it is not the main thing. */
const WITH_SMALL_CODE: ReadonlySet<Phase> = new Set(["brief", "predict", "play"]);

/** Phases between rounds, in which teams are shown instead of chips. */
const WITH_TEAMS: ReadonlySet<Phase> = new Set(["brief", "predict", "explain"]);

type DeskProps = {
	session: ClientSession;
	room: RoomSnapshot;
	/** over: the class has ended, and this is what was seen of it last. */
	line: "online" | "lost" | "over";
};

/** The class on one screen: who is here, where it stands, what comes next, what needs help. */
export function Desk({ session, room: latest, line }: DeskProps) {
	const room: RoomSnapshot = line === "over" ? { ...latest, phase: "ended" } : latest;
	const reports = useChipReports(session);
	const names = chipNames(chipsOf(reports), room.teams);
	const isExperiment = lessonOf(room.lessonId)?.kind.type === "experiment";
	const [notice, setNotice] = useState("");
	useEffect(() => session.onRefusal(({ reason }) => setNotice(allRefusalWords[reason])), [session]);
	// What was refused in one phase says nothing about the next.
	useEffect(() => setNotice(""), [room.phase]);
	return (
		<div class={`desk desk-${room.phase}`}>
			<DeskHead room={room} />
			<PlanStrip room={room} />
			<PhaseBar session={session} room={room} leftS={reports[0]?.leftS} isOnline={line === "online"} />
			{line === "lost" && (
				<p class="desk-note desk-lost" role="alert">
					{t.reconnecting}
				</p>
			)}
			{room.phase === "ended" && (
				<p class="desk-note" role="status">
					{t.ended} <Link href="/rounds">{teachWords.roundsLink}</Link>
				</p>
			)}
			<main class="desk-main">
				<DeskStage session={session} room={room} />
				{!WITH_TEAMS.has(room.phase) && !isExperiment && reports.length > 0 && (
					<section class="desk-chips" aria-label={t.chips}>
						{reports.map((report) => (
							<ChipPanel
								key={report.chip}
								session={session}
								report={report}
								room={room}
								name={names[report.chip] ?? ""}
							/>
						))}
					</section>
				)}
				<aside class="desk-side">
					<HintList room={room} reports={isExperiment ? [] : reports} />
					<ProbePanel session={session} room={room} />
					{(WITH_TEAMS.has(room.phase) || isExperiment) && <TeamList session={session} room={room} />}
					<StudentList session={session} room={room} />
					{WITH_SMALL_CODE.has(room.phase) && <JoinPanel room={room} />}
				</aside>
			</main>
			{notice !== "" && <Toast text={notice} look="bad" onDone={() => setNotice("")} />}
		</div>
	);
}

function DeskHead({ room }: { room: RoomSnapshot }) {
	return (
		<header class="desk-head">
			<h1 class="sr-only">{t.title(showRoomCode(room.code))}</h1>
			<Link href="/teach" class="desk-brand">
				<Logo sizePx={26} /> <span>{t.back}</span>
			</Link>
			<p class="desk-lesson">
				<strong>{lessonTitle(room.lessonId)}</strong>{" "}
				<span class="muted">{t.lessonOf(room.lesson, room.lessons.length)}</span>{" "}
				<a href={`/guide/${room.lessonId}`} target="_blank" rel="noreferrer">
					{guideWords.link}
				</a>
			</p>
			<p class="desk-code">
				<span class="muted">{t.code}</span> <strong>{showRoomCode(room.code)}</strong>
			</p>
		</header>
	);
}

/** What stands in the middle: the way in, what the class reads, or how far it is with measuring itself. */
function DeskStage({ session, room }: { session: ClientSession; room: RoomSnapshot }) {
	switch (room.phase) {
		case "lobby":
			return (
				<section class="desk-stage">
					<JoinPanel room={room} />
				</section>
			);
		case "brief":
		case "predict":
		case "explain":
			return (
				<section class="desk-stage">
					<LessonPhase session={session} room={room} />
				</section>
			);
		case "play":
			return lessonOf(room.lessonId)?.kind.type === "experiment" ? <Measuring room={room} /> : null;
		case "ended":
			return null;
	}
}

function Measuring({ room }: { room: RoomSnapshot }) {
	const { made, of } = progressOf(room.students, "measured");
	return (
		<section class="desk-stage desk-panel desk-measuring">
			<h2>{lessonTitle(room.lessonId)}</h2>
			<p>
				<progress value={made} max={Math.max(1, of)} /> {brainWords.progress(made, of)}
			</p>
			<p class="muted small">{brainWords.whoNotYet}</p>
		</section>
	);
}
