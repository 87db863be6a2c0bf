import { useState } from "preact/hooks";
import type { Phase } from "#shared/class/phase.ts";
import { clock } from "../i18n/base/format.ts";
import { commonWords, nextStepWords, steerHints, steerWords, deskWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { useStore } from "../net/use-store.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
import { actionsOf, endsNext, nextStepOf } from "./steps.ts";
import "./phase-bar.css";

const STEPS: readonly Phase[] = ["lobby", "brief", "predict", "play", "explain"];

type PhaseBarProps = {
	session: ClientSession;
	room: RoomSnapshot;
	/** Seconds of play left, where a round is open. */
	leftS: number | undefined;
	isOnline: boolean;
};

/** Where the class stands, the one obvious next step, and what else can be done now. */
export function PhaseBar({ session, room, leftS, isOnline }: PhaseBarProps) {
	const [ending, setEnding] = useState(false);
	return (
		<section class="phases" aria-label={t.controls}>
			<ol class="phase-steps" aria-label={t.phases}>
				{STEPS.map((step) => (
					<li key={step} aria-current={step === room.phase ? "step" : undefined}>
						{commonWords.phases[step]}
					</li>
				))}
			</ol>
			{room.phase === "play" && (
				<p class={room.paused ? "phase-clock phase-paused" : "phase-clock"}>
					{room.paused && `${t.pausedNow} · `}
					<strong>{leftS === undefined ? "–" : clock(leftS)}</strong> {t.timeLeft}
				</p>
			)}
			{room.phase !== "ended" && (
				<PhaseActions session={session} room={room} isOnline={isOnline} onEnd={() => setEnding(true)} />
			)}
			{ending && <AskToEnd onClose={() => setEnding(false)} onEnd={() => session.steer("end")} />}
		</section>
	);
}

type PhaseActionsProps = Pick<PhaseBarProps, "session" | "room" | "isOnline"> & { onEnd: () => void };

/** The one next step, bright and last, and before it what else can be done now. */
function PhaseActions({ session, room, isOnline, onEnd }: PhaseActionsProps) {
	const told = useStore(session.outcome);
	const step = nextStepOf(room, told !== undefined && told.earlier.length > 0);
	const others = actionsOf(room).filter((action) => action !== step);
	// What comes next without another play.
	const goesOn = step === "repeat" && !endsNext(room);
	return (
		<div class="phase-actions">
			{others.map((action) => (
				<Button
					key={action}
					title={steerHints[action]}
					disabled={!isOnline}
					onClick={() => session.steer(action)}
				>
					{steerWords[action]}
				</Button>
			))}
			{goesOn && (
				<Button disabled={!isOnline} onClick={() => session.steer("next")}>
					{nextStepWords[room.phase]}
				</Button>
			)}
			{step !== "end" && (
				<Button look="danger" disabled={!isOnline} onClick={onEnd}>
					{steerWords.end}
				</Button>
			)}
			<Button
				look="primary"
				title={step === "next" ? undefined : steerHints[step]}
				disabled={!isOnline}
				onClick={() => (step === "end" ? onEnd() : session.steer(step))}
			>
				{step === "next" ? nextStepWords[room.phase] : steerWords[step]}
			</Button>
		</div>
	);
}

function AskToEnd({ onClose, onEnd }: { onClose: () => void; onEnd: () => void }) {
	return (
		<Modal title={t.endTitle} onClose={onClose}>
			<p>{t.endText}</p>
			<div class="modal-actions">
				<Button onClick={onClose}>{t.endNo}</Button>
				<Button
					look="danger"
					onClick={() => {
						onClose();
						onEnd();
					}}
				>
					{t.endYes}
				</Button>
			</div>
		</Modal>
	);
}
