import type { SteerAction } from "#shared/protocol/up.ts";
import type { Phase } from "#shared/round/class-event.ts";
import { playWords as t } from "../i18n/en/play.ts";
import { Button } from "../ui/button.tsx";

type SteerBarProps = { phase: Phase; paused: boolean; onSteer: (action: SteerAction) => void };

/** In a practice the student is their own teacher: what comes next, and what can be done instead. */
export function SteerBar({ phase, paused, onSteer }: SteerBarProps) {
	if (phase === "ended") return null;
	return (
		<div class="steer">
			{phase === "play" && (
				<>
					<Button look="quiet" size="small" onClick={() => onSteer(paused ? "resume" : "pause")}>
						{paused ? t.resume : t.pause}
					</Button>
					<Button look="quiet" size="small" onClick={() => onSteer("skip")}>
						{t.skip}
					</Button>
				</>
			)}
			{phase === "explain" && <Button onClick={() => onSteer("repeat")}>{t.repeat}</Button>}
			{phase !== "play" && (
				<Button look="primary" onClick={() => onSteer("next")}>
					{nextWords(phase)}
				</Button>
			)}
		</div>
	);
}

function nextWords(phase: Phase): string {
	if (phase === "predict" || phase === "lobby") return t.start;
	return phase === "explain" ? t.end : t.next;
}
