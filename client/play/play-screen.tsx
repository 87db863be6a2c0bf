import { HINTS_MAX } from "#shared/class/hints.ts";
import { lessonOf } from "#shared/lessons/table.ts";
import { MachineStrip } from "../board/machine-strip.tsx";
import { Stage } from "../board/stage.tsx";
import { commonWords, machineWords, playWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot, StudentSnapshot } from "../net/room-snapshot.ts";
import { useStore } from "../net/use-store.ts";
import { GhostStrip } from "./ghost-strip.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { helpKeys } from "./help-keys.ts";
import { Hud } from "./hud.tsx";
import { HudControls } from "./hud-controls.tsx";
import { SeatPanel } from "./panel/seat-panel.tsx";
import { useBotReasons } from "./use-bot-reasons.ts";
import { useCoach } from "./use-coach.ts";
import { useLiveSummary } from "./use-live-summary.ts";
import { type Seated, type SeatPlay, usePlay } from "./use-play.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useSide } from "./use-side.ts";
import { useStageActions } from "./use-stage-actions.ts";
import { useTakeOver } from "./use-take-over.ts";

type PlayScreenProps = {
	session: ClientSession;
	room: RoomSnapshot;
	me: StudentSnapshot | undefined;
	steers: boolean;
};

/** The play phase: figures at the top, the chip, and the controls of the player's seat. */
export function PlayScreen({ session, room, me, steers }: PlayScreenProps) {
	const lesson = lessonOf(room.lessonId);
	if (me === undefined || lesson === undefined || me.chip < 0)
		return (
			<main class="centred">
				<p>{t.noSeat}</p>
			</main>
		);
	return <SeatScreen session={session} room={room} me={me} lesson={lesson} steers={steers} />;
}

function SeatScreen(seated: Seated) {
	const play = usePlay(seated);
	const summary = useLiveSummary(play.session);
	useShortcuts(play.acts.act);
	useTakeOver(play.seat?.view, play.acts.give);
	return (
		<div class="play">
			<Head play={play} />
			<Gauges play={play} />
			<OwnStage play={play} />
			<OwnPanel play={play} />
			<p class="sr-only" aria-live="polite">
				{summary}
			</p>
			{play.helps && <Help play={play} />}
		</div>
	);
}

function Head({ play }: { play: SeatPlay }) {
	const { session, room, me, lesson, steers, seat, sounds, toggleSound, showHelp, askHint } = play;
	return (
		<Hud
			lesson={commonWords.lessons[lesson.id]}
			round={room.roundNumber}
			team={me.team}
			side={useSide(session, lesson, me.chip)}
			code={room.code}
			figures={seat?.figures}
			counts={lesson.counts}
		>
			<HudControls
				sounds={sounds}
				onSound={toggleSound}
				onHelp={() => showHelp(true)}
				paused={room.paused}
				onSteer={steers ? (action) => session.steer(action) : undefined}
				onHint={askHint}
				hintsLeft={Math.max(0, HINTS_MAX - me.hints)}
			/>
		</Hud>
	);
}

function Gauges({ play: { session, seat, me, lesson } }: { play: SeatPlay }) {
	if (seat === undefined) return null;
	return (
		<section class="play-machine" aria-label={machineWords.title}>
			<MachineStrip machine={seat.machine} seesL3={me.seat === 0} />
			<GhostStrip session={session} lesson={lesson} chip={me.chip} />
		</section>
	);
}

/** The chip, which can also be played by touch. */
function OwnStage({ play }: { play: SeatPlay }) {
	const { session, room, me, seat, hint } = play;
	const actions = useStageActions(play);
	return (
		<main class="play-stage">
			<Stage session={session} chip={me.chip} seat={me.seat} actions={actions} />
			{seat === undefined && <p class="play-veil">{t.replaying}</p>}
			{hint !== undefined && <output class="hint">{hint}</output>}
			{room.paused && (
				<div class="play-veil" role="status">
					<strong>{t.paused}</strong>
					<span>{t.pausedText}</span>
				</div>
			)}
		</main>
	);
}

function OwnPanel({ play }: { play: SeatPlay }) {
	const { session, room, steers, seat, allowed, dealsWays, picking, acts } = play;
	const pending = useStore(session.pending);
	const connection = useStore(session.connection);
	const coach = useCoach(session, seat?.view, allowed, picking.hasPicked);
	const botLines = useBotReasons(session, steers);
	if (seat === undefined) return null;
	return (
		<SeatPanel
			isHeld={room.paused || connection.state !== "online"}
			view={seat.view}
			choice={picking.choice}
			allowed={allowed}
			dealsWays={dealsWays}
			pending={pending.map(({ command }) => command)}
			coach={coach}
			botLines={steers ? botLines : undefined}
			onIntent={acts.act}
			onChoice={picking.choose}
			onCommand={acts.give}
		/>
	);
}

function Help({
	play: { me, seat, allowed, dealsWays, sounds, toggleSound, acts, showHelp },
}: {
	play: SeatPlay;
}) {
	return (
		<HelpDialog
			seat={me.seat === 0 ? "scheduler" : "core"}
			keys={seat === undefined ? [] : helpKeys(seat.view, allowed, dealsWays)}
			windowS={me.seat > 0 && allowed.includes("window") ? seat?.view.windowS : undefined}
			sounds={sounds}
			onSound={toggleSound}
			onWindow={(windowNs) => acts.give({ type: "window", windowNs })}
			onClose={() => showHelp(false)}
		/>
	);
}
