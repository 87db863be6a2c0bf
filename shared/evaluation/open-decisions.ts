import type { Lesson, LessonSetup } from "../lessons/lesson.ts";
import { at, numberAt } from "../lib/assert.ts";
import { createChance, streamOf } from "../lib/random.ts";
import { sumOf } from "../lib/statistics.ts";
import { NS_PER_PLAY_S, TURN_NS } from "../lib/units.ts";
import { measureChip } from "../result/measure-chip.ts";
import { wholeNs } from "../result/simulate-players.ts";
import { advance } from "../sim/advance.ts";
import { applyCommand } from "../sim/apply-command.ts";
import type { Chip } from "../sim/chip/chip.ts";
import { cloneChip } from "../sim/chip/clone.ts";
import type { Command } from "../sim/chip/command.ts";
import { openChoices, spreadOver } from "./open-choices.ts";
import { openSeats, type SeatPlayer } from "./play-seats.ts";

/** A decision matters if two of its options differ by so much of the measure, in seconds of play. */
const MATTERS_S = 1;
/** In one continuation two options differ by at least so much, or there is no second look. */
const WORTH_A_LOOK_S = 0.5;
/** How long play goes on after each option before it is measured: beyond the end of a line, a program or a queue. */
const HORIZON_NS = 30 * NS_PER_PLAY_S;
/** Ways in which the others may go on after an option: even ones and odd ones judge each other. */
const CONTINUATIONS = 4;
/** Options that are tried beside what the player wants. */
const OPTIONS_MAX = 6;
/** Nobody decides anew before that. */
const PACE_NS = NS_PER_PLAY_S;
/** After an option the seat does nothing else for so long: what is undone at once would decide nothing. */
const HOLDS_NS = 3 * NS_PER_PLAY_S;
/** Of a longer round its beginning is looked at: its waves only grow. */
const LOOKED_AT_NS = 120 * NS_PER_PLAY_S;
/** Stream of the luck of continuations. */
const CONTINUATION_STREAM = 9_000;

/** When a seat had a decision that matters before it, and how long the round was, as far as it was looked at, in ns. */
export type OpenDecisions = { readonly matterNs: readonly number[]; readonly roundNs: number };

/**
 * Looks at a seat from turn to turn: whenever what it could do has changed, each of its options is tried, whether or not
 * its player would do anything. A decision that stays open is one.
 */
export function findOpenDecisions(
	lesson: Lesson,
	setup: LessonSetup,
	seat: number,
	playerOf: (seat: number) => SeatPlayer | undefined,
): OpenDecisions {
	const { chip } = openSeats(lesson, setup, playerOf);
	const endNs = Math.min(LOOKED_AT_NS, wholeNs(chip.scenario));
	const matterNs: number[] = [];
	let known = "";
	let mattered = false;
	let triedNs = -PACE_NS;
	for (let atNs = 0; atNs < endNs && !chip.finished; atNs += TURN_NS) {
		advance(chip, atNs);
		if (atNs - triedNs < PACE_NS) continue;
		const choices = openChoices(chip, seat, lesson);
		const key = JSON.stringify(choices);
		// What did not matter yet may do so when it comes nearer.
		if (key === known && (mattered || atNs - triedNs < HOLDS_NS)) continue;
		known = key;
		triedNs = atNs;
		mattered = choices.length > 0 && doesMatter(lesson, chip, seat, choices);
		if (mattered) matterNs.push(atNs);
	}
	advance(chip, endNs);
	return { matterNs, roundNs: chip.nowNs };
}

/** What was done, first; undefined: the seat leaves things as they are. */
type Option = Command | undefined;

function doesMatter(lesson: Lesson, chip: Chip, seat: number, choices: readonly Command[]): boolean {
	const wish = at(chip.seats, seat).policy.act?.(chip, seat, createChance(chip.seed, CONTINUATION_STREAM));
	const wanted = JSON.stringify(wish);
	const others = choices.filter((command) => JSON.stringify(command) !== wanted);
	const options: Option[] = [wish, ...spreadOver(others, OPTIONS_MAX)];
	if (options.length < 2) return false;
	const worths = (continuation: number): number[] =>
		options.map((option) => worthOf(lesson, chip, { seat, option, continuation }));
	const first = worths(0);
	if (Math.max(...first) - Math.min(...first) < WORTH_A_LOOK_S) return false;
	const rest = Array.from({ length: CONTINUATIONS - 1 }, (_, index) => worths(index + 1));
	return differenceS([first, ...rest]) >= MATTERS_S;
}

/**
 * How much the best and the worst option differ. Which these are is found in half of the continuations and measured in
 * the other half, both ways: the best of many equal ones found and measured in the same would only have been lucky.
 */
export function differenceS(byContinuation: readonly (readonly number[])[]): number {
	const half = (parity: number) => byContinuation.filter((_, index) => index % 2 === parity);
	const across = (finding: readonly (readonly number[])[], measuring: readonly (readonly number[])[]) => {
		const means = meansOf(finding);
		const best = means.indexOf(Math.max(...means));
		const worst = means.indexOf(Math.min(...means));
		const measured = meansOf(measuring);
		return numberAt(measured, best) - numberAt(measured, worst);
	};
	return (across(half(0), half(1)) + across(half(1), half(0))) / 2;
}

function meansOf(rows: readonly (readonly number[])[]): number[] {
	const [first = []] = rows;
	return first.map((_, option) => sumOf(rows, (row) => numberAt(row, option)) / rows.length);
}

function worthOf(
	lesson: Lesson,
	chip: Chip,
	{
		seat,
		option,
		continuation,
	}: { readonly seat: number; readonly option: Option; readonly continuation: number },
): number {
	const branch = cloneChip(chip);
	for (const other of branch.seats) other.random = streamOf(other.random, CONTINUATION_STREAM + continuation);
	if (option !== undefined) applyCommand(branch, seat, option);
	at(branch.seats, seat).nextActNs = chip.nowNs + HOLDS_NS;
	advance(branch, chip.nowNs + HORIZON_NS);
	return lesson.measure.worthS(measureChip(branch), branch);
}
