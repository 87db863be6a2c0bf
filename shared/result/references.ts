import { findBestKnown } from "../analysis/best-known.ts";
import type { LessonId } from "../lessons/ids.ts";
import { isPlayed } from "../lessons/kind.ts";
import type { Reference } from "../lessons/outcome.ts";
import { policiesToTry } from "../lessons/policies-to-try.ts";
import { lessonById } from "../lessons/table.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { policyById } from "../policies/table.ts";
import { heldSeats } from "../round/held-seats.ts";
import type { RoundLog } from "../round/round.ts";
import { advance } from "../sim/advance.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import { type Compared, type HumanReferences, humanReferences } from "./human-paced-references.ts";
import { measureChip } from "./measure-chip.ts";
import { wholeNs } from "./simulate-players.ts";

/**
 * References for a chip of a round, on the same scenario and seed over the same time; `machine`: the best at
 * machine speed, whoever sits where.
 */
export type ChipReferences = HumanReferences & { readonly machine: Reference };

/** Arguments of a search for the references of a chip. */
export type ReferenceSearch = Compared & { readonly lesson: string };

/**
 * Budget of under a second in a worker, for which no screen waits: this many simulations of a round of 90 s of
 * play.
 */
const SIMULATIONS = 40;
const SIMULATED_NS = 90 * NS_PER_PLAY_S;

/**
 * Searches at human pace for the seats held, and at machine speed for all, over every kind of action that the lesson
 * allows. `machine`: what the search at machine speed has found before, for other seats held. Deterministic in its
 * arguments.
 */
export function findReferences(
	search: ReferenceSearch,
	machine: Reference = findMachineReference(search),
): ChipReferences {
	const lesson = lessonById(search.lesson as LessonId);
	const { naive, best } = humanReferences(lesson, search);
	// A player at machine speed can do all that slower ones do.
	const isBeaten = lesson.measure.better === "more" ? best.value > machine.value : best.value < machine.value;
	return { naive, best, machine: isBeaten ? best : machine };
}

/** The best known at machine speed, with all seats played: the same whoever holds which. */
export function findMachineReference({
	lesson: lessonId,
	scenario,
	seed,
	timeNs,
}: ReferenceSearch): Reference {
	const lesson = lessonById(lessonId as LessonId);
	const { expert, rivals } = lesson.policies;
	const sign = lesson.measure.better === "more" ? -1 : 1;
	const costOf = (chip: ReadonlyChip): number => sign * lesson.measure.of(measureChip(chip));
	const own = [expert, ...rivals].map((policy) => {
		const seats = botSeats(scenario.machine.cores.length, policyById(policy));
		const chip = createChip({ scenario, seed, seats, pace: "machine" });
		advance(chip, timeNs);
		return { policy, cost: costOf(chip), lastedNs: chip.nowNs };
	});
	const lastedNs = Math.max(1, ...own.map((played) => played.lastedNs));
	const searched = findBestKnown(scenario, seed, {
		simulations: Math.ceil(SIMULATIONS * Math.min(1, SIMULATED_NS / lastedNs) ** 2),
		mayGoOn: () => true,
		costOf,
		actions: lesson.actions,
		policies: policiesToTry(lesson),
		timeNs,
	});
	const found = { policy: searched.policy, cost: costOf(searched.chip) };
	const { policy, cost } = [found, ...own].reduce((leader, rival) =>
		rival.cost < leader.cost ? rival : leader,
	);
	return { policy, pace: "machine", value: sign * cost };
}

/**
 * Searches that can start as soon as a round is set up: one per kind of chip, over a round that nobody ends
 * early. None in an experiment, in which nobody has a score.
 */
export function searchesOf(log: Pick<RoundLog, "header" | "commands">): ReferenceSearch[] {
	const { lesson, seed, chips } = log.header;
	if (!isPlayed(lessonById(lesson as LessonId))) return [];
	const searches = new Map<string, ReferenceSearch>();
	chips.forEach(({ scenario }, index) => {
		const held = heldSeats(log, index);
		searches.set(kindOf(log, index), { lesson, scenario, seed, held, timeNs: wholeNs(scenario) });
	});
	return [...searches.values()];
}

/** Key of a chip's kind: equal for chips of a round with the same scenario and the same seats held. */
export function kindOf(log: Pick<RoundLog, "header" | "commands">, chip: number): string {
	const header = log.header.chips[chip];
	return `${header?.side} ${header?.seats.length} ${heldSeats(log, chip).join()}`;
}
