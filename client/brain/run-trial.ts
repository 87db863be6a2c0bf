import type { DualTrial, SearchTrial } from "#shared/brain/trial.ts";
import type { DualSpec, KeyMapping } from "#shared/brain/trial-order.ts";
import { listenForPresses, type Press } from "./answers.ts";
import { framesFor, framesUntil, nextFrame } from "./frames.ts";

/** What the experiment draws on; every call changes the page at once, so that the next frame shows it. */
export type Board = {
	readonly clear: () => void;
	readonly fixate: () => void;
	readonly showSearch: () => void;
	readonly showColour: (colour: 0 | 1) => void;
	readonly showDigit: (digit: 0 | 1) => void;
};

const FIXATION_MS = 500;
/** After this long without an answer a trial is over. */
const ANSWER_MS = 2_000;
const SEARCH_ANSWER_MS = 3_000;

/** Shows a display of the search and waits for the answer: the right hand says that the odd one is there. */
export async function runSearchTrial(board: Board, present: boolean): Promise<SearchTrial> {
	await fixate(board);
	let press: Press | undefined;
	const stop = listenForPresses((next) => {
		press ??= next;
	});
	board.showSearch();
	const onsetMs = await nextFrame();
	let nowMs = onsetMs;
	while (press === undefined && nowMs - onsetMs < SEARCH_ANSWER_MS) nowMs = await nextFrame();
	stop();
	board.clear();
	if (press === undefined) return { rtMs: null, right: false };
	return { rtMs: press.atMs - onsetMs, right: (press.hand === "right") === present };
}

/**
 * Shows the colour, then the digit so many frames later, both until both are answered. An onset is the
 * stamp of the frame after the one in which the page was changed: that is when the screen shows it.
 */
export async function runDualTrial(
	board: Board,
	spec: DualSpec,
	mapping: KeyMapping,
	frameMs: number,
): Promise<DualTrial> {
	const gapFrames = framesFor(spec.soaMs, frameMs);
	let lastMs = await fixate(board);
	const presses: { left?: Press; right?: Press } = {};
	const stop = listenForPresses((press) => {
		presses[press.hand] ??= press;
	});
	let longestFrameMs = 0;
	/** Frames count until both stimuli are there: later ones change nothing any more, presses have stamps of their own. */
	const frame = async () => {
		const nowMs = await nextFrame();
		longestFrameMs = Math.max(longestFrameMs, nowMs - lastMs);
		lastMs = nowMs;
		return nowMs;
	};
	board.showColour(spec.colour);
	const firstMs = await frame();
	for (let count = 1; count < gapFrames; count++) await frame();
	board.showDigit(spec.digit);
	const secondMs = await frame();
	let nowMs = secondMs;
	const isOpen = () => presses.left === undefined || presses.right === undefined;
	while (isOpen() && nowMs - secondMs < ANSWER_MS) nowMs = await nextFrame();
	stop();
	board.clear();
	return {
		shownMs: secondMs - firstMs,
		rt1Ms: presses.left === undefined ? null : presses.left.atMs - firstMs,
		rt2Ms: presses.right === undefined ? null : presses.right.atMs - secondMs,
		right1: presses.left?.key === keyFor(spec.colour, mapping.colourFlipped),
		right2: presses.right?.key === keyFor(spec.digit, mapping.digitFlipped),
		frameMs,
		longestFrameMs,
	};
}

/** The key of a hand that means this colour or digit. */
export function keyFor(value: 0 | 1, flipped: boolean): 0 | 1 {
	return (value === 1) === flipped ? 0 : 1;
}

async function fixate(board: Board): Promise<number> {
	board.fixate();
	return framesUntil(await nextFrame(), FIXATION_MS);
}
