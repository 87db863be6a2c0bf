import type { Phase } from "#shared/class/phase.ts";
import type { SteerAction } from "#shared/protocol/up.ts";
import { playWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";

type SteerBarProps = {
	phase: Phase;
	/** The student has something to do first, which gets the one bright button. */
	waits: boolean;
	onSteer: (action: SteerAction) => void;
};

/** The way to the next phase in a practice, where the student is also the teacher. During play it is in the head. */
export function SteerBar({ phase, waits, onSteer }: SteerBarProps) {
	if (phase === "ended") return null;
	return (
		<div class="steer">
			{phase === "explain" && (
				<>
					<Button onClick={() => onSteer("repeat")}>{t.repeat}</Button>
					<Button onClick={() => onSteer("newSeed")}>{t.newSeed}</Button>
				</>
			)}
			<Button look={waits ? "plain" : "primary"} onClick={() => onSteer("next")}>
				{nextWords(phase)}
			</Button>
		</div>
	);
}

function nextWords(phase: Phase): string {
	if (phase === "predict" || phase === "lobby") return t.start;
	return phase === "explain" ? t.end : t.next;
}
