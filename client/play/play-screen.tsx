import { useMemo, useRef, useState } from "preact/hooks";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import { commonWords, playWords as t } from "../i18n/words.ts";
import type { ClassSession } from "../net/class-session.ts";
import type { RoomSnapshot, StudentSnapshot } from "../net/room-snapshot.ts";
import { useStore } from "../net/use-store.ts";
import { HelpDialog } from "./help-dialog.tsx";
import { Hud } from "./hud.tsx";
import { HudControls } from "./hud-controls.tsx";
import { chooseStep, commandFor, type Intent, planLast } from "./intents.ts";
import { countsOf, lessonOf } from "./lesson-of.ts";
import { SeatPanel } from "./seat-panel.tsx";
import { isSoundOn, setSound } from "./sound.ts";
import { Stage, type StageActions } from "./stage.tsx";
import { useLiveSummary } from "./use-live-summary.ts";
import { readSeat, useSeat } from "./use-seat.ts";
import { useShortcuts } from "./use-shortcuts.ts";

type PlayScreenProps = {
	session: ClassSession;
	room: RoomSnapshot;
	me: StudentSnapshot | undefined;
	steers: boolean;
};

/** Play itself: figures on top, the chip, and the controls of the own seat. */
export function PlayScreen({ session, room, me, steers }: PlayScreenProps) {
	const lesson = lessonOf(room.lessonId);
	const seat = useSeat(session);
	const pending = useStore(session.pending);
	const connection = useStore(session.connection);
	const summary = useLiveSummary(session);
	const [chosen, setChosen] = useState<number>();
	const [helps, setHelps] = useState(false);
	const [sounds, setSounds] = useState(isSoundOn);
	const allowed =
		lesson === undefined || me === undefined ? [] : lesson.actions[me.seat === 0 ? "scheduler" : "core"];

	function give(command: PlayerCommand) {
		// While the clock stands still the server would only refuse.
		if (room.paused || !allowed.includes(command.type)) return;
		session.command(command);
		if (command.type === "plan" && command.thread === chosen) setChosen(undefined);
	}
	function toggleSound() {
		setSound(!sounds);
		setSounds(!sounds);
	}
	function act(intent: Intent) {
		// What the seat sees now, not what was drawn up to a tenth of a second ago.
		const view = readSeat(session, session.stream.get())?.view;
		if (intent.type === "help") setHelps(true);
		else if (intent.type === "sound") toggleSound();
		else if (intent.type === "unchoose") setChosen(undefined);
		else if (view === undefined) return;
		else if (intent.type === "choose") setChosen(chooseStep(view, chosen, intent.step));
		else {
			const command = commandFor(intent, view, chosen, allowed);
			if (command !== undefined) give(command);
		}
	}
	useShortcuts(act);
	const stageActions = useStageActions(session, chosen, setChosen, give);
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
				code={room.code}
				figures={seat?.figures}
				counts={countsOf(lesson)}
			>
				<HudControls
					sounds={sounds}
					onSound={toggleSound}
					onHelp={() => setHelps(true)}
					{...(steers && { paused: room.paused, onSteer: (action) => session.steer(action) })}
				/>
			</Hud>
			<main class="play-stage">
				<Stage session={session} chip={me.chip} seat={me.seat} actions={stageActions} />
				{seat === undefined && <p class="play-veil">{t.replaying}</p>}
				{room.paused && <Paused />}
			</main>
			{seat !== undefined && (
				<SeatPanel
					isHeld={room.paused || connection.state !== "online"}
					view={seat.view}
					chosen={chosen}
					allowed={allowed}
					pending={pending.map(({ command }) => command)}
					onIntent={act}
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

function Paused() {
	return (
		<div class="play-veil" role="status">
			<strong>{t.paused}</strong>
			<span>{t.pausedText}</span>
		</div>
	);
}

/** What touching and dragging on the drawing means: choose a task, then where it goes. */
function useStageActions(
	session: ClassSession,
	chosen: number | undefined,
	choose: (thread: number | undefined) => void,
	give: (command: PlayerCommand) => void,
): StageActions {
	const current = useRef({ chosen, choose, give });
	current.current = { chosen, choose, give };
	return useMemo(() => {
		const viewNow = () => readSeat(session, session.stream.get())?.view;
		return {
			onPickThread: (thread) => {
				const view = viewNow();
				const isAgain = current.current.chosen === thread;
				// A second touch on the same task takes it, where there is only one place for it.
				if (isAgain && view?.own !== undefined) current.current.give(planLast(view, thread, view.own.core));
				else current.current.choose(isAgain ? undefined : thread);
			},
			onPickCore: (core) => {
				const view = viewNow();
				const thread = current.current.chosen;
				if (view !== undefined && thread !== undefined) current.current.give(planLast(view, thread, core));
				else if (view?.own !== undefined && core !== view.own.core)
					current.current.give({ type: "steal", from: core });
			},
			onDropThread: (thread, core, position) =>
				current.current.give({ type: "plan", thread, core, position }),
			onDropShared: (thread) => current.current.give({ type: "unplan", thread }),
			selected: () => current.current.chosen,
			pending: () =>
				new Set(
					session.pending.get().flatMap(({ command }) => ("thread" in command ? [command.thread] : [])),
				),
		};
	}, [session]);
}
