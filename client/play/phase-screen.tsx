import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { LessonId } from "#shared/lessons/ids.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import { lessonById, lessonOf } from "#shared/lessons/table.ts";
import { showRoomCode } from "#shared/protocol/room-code.ts";
import type { CoreSpec } from "#shared/sim/scenario/scenario.ts";
import { teamName } from "../i18n/team-names.ts";
import { commonWords, practiceWords, playWords as t, teamWords } from "../i18n/words.ts";
import { LessonPhase, Prediction } from "../lesson/lesson-phase.tsx";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot, StudentSnapshot } from "../net/room-snapshot.ts";
import type { TurnStream } from "../net/turn-stream.ts";
import { useStore } from "../net/use-store.ts";
import { kindsToTell } from "../present/core-kinds.ts";
import { Button } from "../ui/button.tsx";
import { Logo } from "../ui/logo.tsx";
import { navigate } from "../ui/navigate.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { againOf } from "./again.ts";
import { Asked } from "./asked.tsx";
import { Lobby } from "./lobby.tsx";
import { OwnTeam } from "./own-team.tsx";
import { SeatAbilities } from "./seat-abilities.tsx";
import { SeatPicture } from "./seat-picture.tsx";
import { SteerBar } from "./steer-bar.tsx";
import "./phase.css";

type PhaseScreenProps = {
	session: ClientSession;
	room: RoomSnapshot;
	me: StudentSnapshot | undefined;
	/** The student of a practice decides when the next phase begins. */
	steers: boolean;
};

/** Every phase of a lesson except play, and play for who has not predicted yet. */
export function PhaseScreen(props: PhaseScreenProps) {
	const { session, room, me, steers } = props;
	const predicted = useStore(session.predicted);
	const skipped = useStore(session.skipped);
	const told = useStore(session.outcome);
	useEffect(() => {
		// Loads the drawing's code while the student reads.
		void import("../chip/chip-stage.ts");
	}, []);
	const heading = useRef<HTMLHeadingElement>(null);
	useBeginning(room.phase, heading);
	return (
		<div class="phase">
			<header class="phase-head">
				<Logo sizePx={28} />
				<span class="phase-name">{me?.name}</span>
				<span class="phase-code">
					<span class="sr-only">{t.code}</span> {showRoomCode(room.code)}
				</span>
			</header>
			<main class={`phase-body phase-${room.phase}`}>
				<h1 class="sr-only" tabIndex={-1} ref={heading}>
					{headingOf(room)}
				</h1>
				<Asked session={session} room={room}>
					<PhaseContent {...props} />
				</Asked>
			</main>
			{steers && room.phase !== "play" && (
				<footer class="phase-foot">
					<SteerBar
						phase={room.phase}
						waits={room.phase === "predict" && predicted === null && !skipped}
						again={againOf(lessonOf(room.lessonId), told)}
						onSteer={(action) => session.steer(action)}
					/>
				</footer>
			)}
		</div>
	);
}

/**
 * Begins every phase at the top of the page, wherever the one before was left. The focus goes to the heading if the
 * button that led here had it; who is typing keeps it.
 */
function useBeginning(phase: RoomSnapshot["phase"], heading: RefObject<HTMLElement | null>): void {
	const before = useRef(phase);
	useLayoutEffect(() => {
		if (before.current === phase) return;
		before.current = phase;
		const focused = document.activeElement;
		if (focused === document.body || focused?.closest(".phase-foot")) heading.current?.focus();
		scrollTo(0, 0);
	}, [phase, heading]);
}

/** The heading for screen readers only. The visible content has its own, larger headings. */
function headingOf(room: RoomSnapshot): string {
	const lesson = lessonOf(room.lessonId);
	const phase = commonWords.phases[room.phase];
	return lesson === undefined ? phase : `${commonWords.lessons[lesson.id]}: ${phase}`;
}

function PhaseContent({ session, room, me, steers }: PhaseScreenProps) {
	if (room.phase === "ended") return <Ended kind={room.kind} />;
	if (room.phase === "lobby" || lessonOf(room.lessonId) === undefined) return <Lobby room={room} me={me} />;
	const { id } = lessonOf(room.lessonId) ?? {};
	const lesson =
		room.phase === "play" && id !== undefined ? (
			<Prediction session={session} room={room} lesson={id} />
		) : (
			<LessonPhase session={session} room={room} />
		);
	if (room.phase === "explain") return <Explained lesson={id}>{lesson}</Explained>;
	const next = room.phase === "brief" ? t.waitBrief : room.phase === "predict" ? t.waitPlay : t.playsAlready;
	return (
		<WithSeat me={me} session={session} room={room} note={steers ? undefined : next}>
			{lesson}
		</WithSeat>
	);
}

const loadWorked = () => import("./worked-round.tsx");

/** An explanation, from which a worked round can be watched. */
function Explained({ lesson, children }: { lesson: LessonId | undefined; children: ComponentChildren }) {
	const [watches, setWatches] = useState(false);
	const worked = useLoaded(watches ? loadWorked : undefined);
	const isPlayedLesson = lesson !== undefined && isPlayed(lessonById(lesson));
	if (watches && worked !== undefined && lesson !== undefined)
		return <worked.WorkedRound lesson={lesson} onClose={() => setWatches(false)} />;
	return (
		<>
			{isPlayedLesson && (
				<p class="phase-worked">
					<Button busy={watches} onClick={() => setWatches(true)}>
						{t.workedWatch}
					</Button>
				</p>
			)}
			{children}
		</>
	);
}

type WithSeatProps = {
	me: StudentSnapshot | undefined;
	session: ClientSession;
	room: RoomSnapshot;
	/** What the student waits for; undefined if nothing. */
	note: string | undefined;
	children: ComponentChildren;
};

/** A card with the student's own seat below it, and what comes next. */
function WithSeat({ me, session, room, note, children }: WithSeatProps) {
	const stream = useStore(session.stream);
	const lesson = lessonOf(room.lessonId);
	const chip = me === undefined || me.chip < 0 ? undefined : stream?.header.chips[me.chip];
	const seat = me !== undefined && chip !== undefined && (
		<>
			<SeatPicture cores={chip.scenario.machine.cores.length} seat={me.seat} sizePx={76} />
			<div>
				<h2>{t.seatYours(seatWords(chip.scenario.machine.cores, me.seat), placeOf(stream, me))}</h2>
				<OwnTeam me={me} students={room.students} />
				{lesson !== undefined && <SeatAbilities lesson={lesson} seat={me.seat} />}
			</div>
		</>
	);
	return (
		<div class="with-seat">
			{children}
			{(seat !== false || note !== undefined) && (
				<section class="your-seat">
					{seat}
					{note !== undefined && <p class="your-seat-note muted">{note}</p>}
				</section>
			)}
		</div>
	);
}

/** "core 3", or "core 3 (E)" where cores are of different kinds. */
function seatWords(cores: readonly CoreSpec[], seat: number): string {
	if (seat === 0) return t.scheduler;
	const kind = kindsToTell(cores)[seat - 1];
	return kind === undefined ? t.core(seat) : `${t.core(seat)} (${kind})`;
}

/** Where the seat is: on the team's chip; where sizes differ on the one of that size; alone on the one chip there is. */
function placeOf(stream: TurnStream | undefined, { chip, team }: StudentSnapshot): string {
	const sizes = stream?.header.chips.map(({ seats }) => seats.length - 1) ?? [];
	if (sizes.some((cores) => cores !== sizes[0])) return teamWords.ofSize(sizes[chip] ?? 0);
	return team === null ? teamWords.ofChip(chip + 1) : teamWords.ofTeam(teamName(team));
}

/** A class sends home who took part; who practises chooses what to practise next. */
function Ended({ kind }: Pick<RoomSnapshot, "kind">) {
	const isPractice = kind === "practice";
	return (
		<section class="ended">
			<Logo sizePx={72} />
			<h2>{isPractice ? practiceWords.over.title : t.endedTitle}</h2>
			<p>{isPractice ? practiceWords.over.text : t.endedText}</p>
			<Button look="primary" onClick={() => navigate(isPractice ? "/practice" : "/")}>
				{isPractice ? practiceWords.over.act : t.endedHome}
			</Button>
		</section>
	);
}
