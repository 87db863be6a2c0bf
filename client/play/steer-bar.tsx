import type { Phase } from "#shared/class/phase.ts";
import type { SteerAction } from "#shared/protocol/up.ts";
import { playWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";

type SteerBarProps = {
	phase: Phase;
	/** The student has something to do first. */
	waits: boolean;
	/** What comes after an explanation; undefined where nothing is played. */
	again: Extract<SteerAction, "repeat" | "newSeed"> | undefined;
	onSteer: (action: SteerAction) => void;
};

/** The way to the next phase in a practice, where the student is also the teacher. During play it is in the head. */
export function SteerBar({ phase, waits, again, onSteer }: SteerBarProps) {
	if (phase === "ended") return null;
	if (phase === "explain" && again !== undefined) {
		const other = again === "repeat" ? "newSeed" : "repeat";
		return (
			<div class="steer">
				<Button onClick={() => onSteer("next")}>{t.end}</Button>
				<Button onClick={() => onSteer(other)}>{t.again[other]}</Button>
				<Button look="primary" onClick={() => onSteer(again)}>
					{t.again[again]}
				</Button>
			</div>
		);
	}
	return (
		<div class="steer">
			<Button look="primary" disabled={waits} onClick={() => onSteer("next")}>
				{nextWords(phase)}
			</Button>
		</div>
	);
}

function nextWords(phase: Phase): string {
	if (phase === "predict" || phase === "lobby") return t.start;
	return phase === "explain" ? t.end : t.next;
}
