import { useEffect, useRef, useState } from "preact/hooks";
import type { DualTrial } from "#shared/brain/trial.ts";
import { DUAL_TRIALS, keyMapping } from "#shared/brain/trial-order.ts";
import { brainWords as t } from "../i18n/words.ts";
import { feedbackOf } from "./feedback.ts";
import { DualKeys } from "./intro-cards.tsx";
import { runDual } from "./run-blocks.ts";
import { createBoard } from "./stage-board.ts";
import { useGate } from "./use-gate.ts";

type DualBlockProps = {
	seed: number;
	person: number;
	from: number;
	frameMs: number;
	/** So many trials at the beginning are for learning, and say what was wrong. */
	practice: number;
	isHeld: boolean;
	onTrial: (index: number, trial: DualTrial) => void;
};

/** The dual task: a coloured square, a digit in it a moment later, one hand for each. */
export function DualBlock({ seed, person, from, frameMs, practice, isHeld, onTrial }: DualBlockProps) {
	const stage = useRef<HTMLDivElement>(null);
	const digit = useRef<HTMLSpanElement>(null);
	const gate = useGate(isHeld);
	const [index, setIndex] = useState(from);
	const [feedback, setFeedback] = useState("");
	const first = useRef(from);
	const told = useRef(onTrial);
	told.current = onTrial;
	useEffect(() => {
		if (stage.current === null || digit.current === null) return;
		const board = createBoard({ stage: stage.current, digit: digit.current });
		void runDual(
			{ seed, person, from: first.current, board, ...gate },
			keyMapping(person),
			frameMs,
			(next) => {
				setIndex(next);
				setFeedback("");
			},
			(done, trial) => {
				if (done < practice) setFeedback(t.feedback[feedbackOf(trial)]);
				told.current(done, trial);
			},
		);
	}, [seed, person, frameMs, practice, gate]);
	const isPractice = index < practice;
	return (
		<section class="experiment-run">
			<p class="experiment-head">
				{isPractice
					? t.practiceTrial(index, practice)
					: t.dualTrial(index - practice, DUAL_TRIALS - practice)}
			</p>
			<div class="experiment-stage" ref={stage} data-show="">
				<i class="fixation" aria-hidden="true" />
				<div class="square" aria-hidden="true">
					<span ref={digit} />
				</div>
				{isHeld && <p class="experiment-held">{t.paused}</p>}
			</div>
			<p class="experiment-feedback" aria-live="polite">
				{feedback === "" ? <span class="muted">{t.dualRule}</span> : feedback}
			</p>
			<DualKeys mapping={keyMapping(person)} />
		</section>
	);
}
