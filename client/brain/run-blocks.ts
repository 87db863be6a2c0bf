import type { DualTrial, SearchTrial } from "#shared/brain/trial.ts";
import {
	dualOrder,
	type KeyMapping,
	PRACTICE_TRIALS,
	type SearchSpec,
	searchOrder,
} from "#shared/brain/trial-order.ts";
import { framesUntil, nextFrame } from "./frames.ts";
import { type Board, runDualTrial, runSearchTrial } from "./run-trial.ts";

export type BlockRun = {
	readonly seed: number;
	/** The student's order of joining: whose trials these are. */
	readonly person: number;
	/** The first trial that is still to be done. */
	readonly from: number;
	readonly board: Board;
	/** Resolves when nobody holds the experiment up; at once where nobody does. */
	readonly ready: () => Promise<void>;
	/** Whether the trial that has just gone by was disturbed (paused, or the page hidden) and is to be done again. */
	readonly wasDisturbed: () => boolean;
	/** Whether to stop for good. */
	readonly isOver: () => boolean;
};

const PAUSE_MS = 500;
const JITTER_MS = 100;
/** In practice there is something to read between two trials. */
const FEEDBACK_MS = 900;

/** Shows the displays of the search one after the other; `prepare` draws one, still hidden. */
export async function runSearch(
	run: BlockRun,
	prepare: (spec: SearchSpec, index: number) => void,
	done: (index: number, trial: SearchTrial) => void,
): Promise<void> {
	const specs = searchOrder(run.seed, run.person);
	for (let index = run.from; index < specs.length; ) {
		const spec = specs[index];
		if (spec === undefined) return;
		prepare(spec, index);
		await run.ready();
		if (run.isOver()) return;
		const trial = await runSearchTrial(run.board, spec.present);
		if (run.isOver()) return;
		if (run.wasDisturbed()) continue;
		done(index, trial);
		index += 1;
		await pause(index, PAUSE_MS);
	}
}

/** Runs the dual task from trial `from` on. */
export async function runDual(
	run: BlockRun,
	mapping: KeyMapping,
	frameMs: number,
	begun: (index: number) => void,
	done: (index: number, trial: DualTrial) => void,
): Promise<void> {
	const specs = dualOrder(run.seed, run.person);
	for (let index = run.from; index < specs.length; ) {
		const spec = specs[index];
		if (spec === undefined) return;
		begun(index);
		await run.ready();
		if (run.isOver()) return;
		const trial = await runDualTrial(run.board, spec, mapping, frameMs);
		if (run.isOver()) return;
		if (run.wasDisturbed()) continue;
		done(index, trial);
		index += 1;
		await pause(index, index <= PRACTICE_TRIALS ? FEEDBACK_MS : PAUSE_MS);
	}
}

/** A pause that is never quite as long as the one before, so that nobody answers by rhythm. */
async function pause(index: number, ms: number): Promise<void> {
	const jitterMs = ((index * 73) % (2 * JITTER_MS + 1)) - JITTER_MS;
	await framesUntil(await nextFrame(), ms + jitterMs);
}
