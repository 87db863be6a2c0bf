import { useState } from "preact/hooks";
import type { Phase } from "#shared/class/phase.ts";
import { momentOf } from "#shared/class/probe-tally.ts";
import type { SteerAction } from "#shared/protocol/up.ts";
import { clock } from "../i18n/base/format.ts";
import { commonWords, nextStepWords, steerHints, steerWords, deskWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { Button } from "../ui/button.tsx";
import { Modal } from "../ui/modal.tsx";
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
	const endsNext = room.phase === "explain" && room.lesson === room.lessons.length - 1;
	const end = () => setEnding(true);
	const next = () => void session.steer("next");
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
			<div class="phase-actions">
				{actionsOf(room).map((action) => (
					<Button
						key={action}
						title={steerHints[action]}
						disabled={!isOnline}
						onClick={() => session.steer(action)}
					>
						{steerWords[action]}
					</Button>
				))}
				{room.phase !== "ended" && !endsNext && (
					<Button look="danger" disabled={!isOnline} onClick={end}>
						{steerWords.end}
					</Button>
				)}
				{room.phase !== "ended" && (
					<Button look="primary" disabled={!isOnline} onClick={endsNext ? end : next}>
						{endsNext ? steerWords.end : nextStepWords[room.phase]}
					</Button>
				)}
			</div>
			{ending && <AskToEnd onClose={() => setEnding(false)} onEnd={() => session.steer("end")} />}
		</section>
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

/** What may be done beside the next step, in the phase and state that the class is in. */
function actionsOf(room: RoomSnapshot): readonly SteerAction[] {
	const lock: SteerAction = room.locked ? "unlock" : "lock";
	const names: SteerAction = room.generatedNames ? "freeNames" : "generateNames";
	switch (room.phase) {
		case "lobby":
			return [names, lock];
		case "brief":
		case "predict":
			return ["skip", lock];
		case "play":
			return [room.paused ? "resume" : "pause", "repeat", "newSeed", lock];
		case "explain":
			if (momentOf(room) === undefined) return ["repeat", "newSeed", lock];
			return [room.asked === undefined ? "ask" : "askNoMore", "repeat", "newSeed", lock];
		case "ended":
			return [];
	}
}
