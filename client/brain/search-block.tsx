import { useEffect, useRef, useState } from "preact/hooks";
import type { SearchTrial } from "#shared/brain/trial.ts";
import { SEARCH_TRIALS } from "#shared/brain/trial-order.ts";
import { brainWords as t } from "../i18n/words.ts";
import { HandKeys } from "./hand-keys.tsx";
import { runSearch } from "./run-blocks.ts";
import { type SearchDot, searchDots } from "./search-dots.ts";
import { createBoard } from "./stage-board.ts";
import { useGate } from "./use-gate.ts";

type SearchBlockProps = {
	seed: number;
	person: number;
	from: number;
	isHeld: boolean;
	onTrial: (index: number, trial: SearchTrial) => void;
	onDone: () => void;
};

/** The displays of the search. The dots of the next one are drawn ahead, and hidden until their frame. */
export function SearchBlock({ seed, person, from, isHeld, onTrial, onDone }: SearchBlockProps) {
	const stage = useRef<HTMLDivElement>(null);
	const digit = useRef<HTMLSpanElement>(null);
	const gate = useGate(isHeld);
	const [shown, setShown] = useState<{ index: number; dots: readonly SearchDot[] }>({
		index: from,
		dots: [],
	});
	const first = useRef(from);
	const told = useRef({ onTrial, onDone });
	told.current = { onTrial, onDone };
	useEffect(() => {
		if (stage.current === null || digit.current === null) return;
		const board = createBoard({ stage: stage.current, digit: digit.current });
		const run = { seed, person, from: first.current, board, ...gate };
		void runSearch(
			run,
			(spec, index) => setShown({ index, dots: searchDots(spec, seed, index) }),
			(index, trial) => told.current.onTrial(index, trial),
		).then(() => {
			if (!gate.isOver()) told.current.onDone();
		});
	}, [seed, person, gate]);
	return (
		<section class="experiment-run">
			<p class="experiment-head">{t.searchTrial(shown.index, SEARCH_TRIALS)}</p>
			<div class="experiment-stage" ref={stage} data-show="">
				<svg viewBox="0 0 100 70" class="search-field" aria-hidden="true">
					{shown.dots.map(({ x, y, odd }) => (
						<circle key={`${x} ${y}`} cx={x} cy={y} r="2.6" class={odd ? "search-odd" : "search-dot"} />
					))}
				</svg>
				<i class="fixation" aria-hidden="true" />
				<span ref={digit} hidden />
				{isHeld && <p class="experiment-held">{t.paused}</p>}
			</div>
			<p class="experiment-feedback muted">{t.searchText}</p>
			<HandKeys
				left={[t.searchKeys.left, t.searchKeys.left]}
				right={[t.searchKeys.right, t.searchKeys.right]}
			/>
		</section>
	);
}
