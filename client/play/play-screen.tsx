import { useState } from "preact/hooks";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { lessonOf } from "#shared/lessons/table.ts";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import { MachineStrip } from "../board/machine-strip.tsx";
import { Stage } from "../board/stage.tsx";
import { commonWords, machineWords, playWords as t } from "../i18n/words.ts";
import type { ClassSession } from "../net/class-session.ts";
import type { RoomSnapshot, StudentSnapshot } from "../net/room-snapshot.ts";
import { useStore } from "../net/use-store.ts";
import { step } from "../seat/choice.ts";
import { commandFor, type Intent } from "../seat/intents.ts";
import { HelpDialog } from "./help-dialog.tsx";
import { Hud } from "./hud.tsx";
import { HudControls } from "./hud-controls.tsx";
import { SeatPanel } from "./seat-panel.tsx";
import { isSoundOn, setSound } from "./sound.ts";
import { useBotReasons } from "./use-bot-reasons.ts";
import { useChoice, useStageActions } from "./use-choice.ts";
import { useCoach } from "./use-coach.ts";
import { useHint } from "./use-hint.ts";
import { useLiveSummary } from "./use-live-summary.ts";
import { readSeat, type Seat, useSeat } from "./use-seat.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useSide } from "./use-side.ts";

type PlayScreenProps = {
	session: ClassSession;
	room: RoomSnapshot;
	me: StudentSnapshot | undefined;
	steers: boolean;
};

/** Play itself: figures on top, the chip, and the controls of the own seat. */
export function PlayScreen({ session, room, me, steers }: PlayScreenProps) {
	const lesson = lessonOf(room.lessonId);
	const [choice, choose, hasChosen] = useChoice();
	const seat = useSeat(session, choice?.thread);
	const pending = useStore(session.pending);
	const connection = useStore(session.connection);
	const summary = useLiveSummary(session);
	const [helps, setHelps] = useState(false);
	const [sounds, toggleSound] = useSound();
	const allowed =
		lesson === undefined || me === undefined ? [] : lesson.actions[me.seat === 0 ? "scheduler" : "core"];
	const coach = useCoach(session, seat?.view, allowed, hasChosen);
	const side = useSide(session, lesson, me?.chip);
	const [hint, askHint] = useHint(session, lesson);
	const botLines = useBotReasons(session, steers);

	function give(command: PlayerCommand) {
		// While the clock stands still the server would only refuse.
		if (room.paused || !allowed.includes(command.type)) return;
		session.command(command);
		const isMoved = command.type === "plan" || command.type === "unplan";
		const isPlaced = command.type === "deal" || (isMoved && command.thread === choice?.thread);
		if (isPlaced) choose(undefined);
	}
	function act(intent: Intent) {
		// What the seat sees now, not what was drawn up to a tenth of a second ago.
		const view = readSeat(session, session.stream.get())?.view;
		if (intent.type === "help") setHelps(true);
		else if (intent.type === "sound") toggleSound();
		else if (intent.type === "hint" && steers) askHint();
		else if (intent.type === "unchoose") choose(undefined);
		else if (view === undefined) return;
		else if (intent.type === "choose") choose(step(view, choice, intent.step, allowed.includes("deal")));
		else {
			const command = commandFor(intent, view, choice, allowed);
			if (command !== undefined) give(command);
		}
	}
	useShortcuts(act);
	const stageActions = useStageActions(session, { choice, choose, allowed, give });
	if (me === undefined || lesson === undefined || me.chip < 0)
		return (
			<main class="centred">
				<p>{t.noSeat}</p>
			</main>
		);
	return (
		<div class="play">
			<Hud
				lesson={commonWords.lessons[lesson.id]}
				round={room.roundNumber}
				side={side}
				code={room.code}
				figures={seat?.figures}
				counts={lesson.counts}
			>
				<HudControls
					sounds={sounds}
					onSound={toggleSound}
					onHelp={() => setHelps(true)}
					{...(steers && {
						paused: room.paused,
						onSteer: (action) => session.steer(action),
						onHint: askHint,
					})}
				/>
			</Hud>
			<Gauges seat={seat} isScheduler={me.seat === 0} lesson={lesson} />
			<main class="play-stage">
				<Stage session={session} chip={me.chip} seat={me.seat} actions={stageActions} />
				{seat === undefined && <p class="play-veil">{t.replaying}</p>}
				{hint !== undefined && <output class="hint">{hint}</output>}
				{room.paused && <Paused />}
			</main>
			{seat !== undefined && (
				<SeatPanel
					isHeld={room.paused || connection.state !== "online"}
					view={seat.view}
					choice={choice}
					allowed={allowed}
					pending={pending.map(({ command }) => command)}
					coach={coach}
					botLines={steers ? botLines : undefined}
					onIntent={act}
					onChoice={choose}
					onCommand={give}
				/>
			)}
			<p class="sr-only" aria-live="polite">
				{summary}
			</p>
			{helps && (
				<HelpDialog
					seat={me.seat === 0 ? "scheduler" : "core"}
					windowS={me.seat > 0 && allowed.includes("window") ? seat?.view.windowS : undefined}
					sounds={sounds}
					onSound={toggleSound}
					onWindow={(windowNs) => give({ type: "window", windowNs })}
					onClose={() => setHelps(false)}
				/>
			)}
		</div>
	);
}

type GaugesProps = { seat: Seat | undefined; isScheduler: boolean; lesson: Lesson };

function Gauges({ seat, isScheduler, lesson }: GaugesProps) {
	if (seat === undefined) return null;
	return (
		<section class="play-machine" aria-label={machineWords.title}>
			<MachineStrip machine={seat.machine} seesL3={isScheduler} batteryMj={lesson.measure.batteryMj} />
		</section>
	);
}

/** Whether sounds are on, and the switch. */
function useSound(): [boolean, () => void] {
	const [sounds, setSounds] = useState(isSoundOn);
	function toggle() {
		setSound(!sounds);
		setSounds(!sounds);
	}
	return [sounds, toggle];
}

function Paused() {
	return (
		<div class="play-veil" role="status">
			<strong>{t.paused}</strong>
			<span>{t.pausedText}</span>
		</div>
	);
}
