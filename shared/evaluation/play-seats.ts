import { optionsOf } from "../analysis/options-of.ts";
import type { Actions } from "../analysis/plan.ts";
import type { Lesson, LessonSetup } from "../lessons/lesson.ts";
import { numberAt } from "../lib/assert.ts";
import { createChance } from "../lib/random.ts";
import { NS_PER_PLAY_S, TURN_NS } from "../lib/units.ts";
import { isHumanPaced, restricted } from "../policies/parts/human-paced.ts";
import { policyById } from "../policies/table.ts";
import { measureChip } from "../result/measure-chip.ts";
import { REFERENCE_PER_S, wholeNs } from "../result/simulate-players.ts";
import { advance } from "../sim/advance.ts";
import { applyCommand } from "../sim/apply-command.ts";
import type { Chip, Pace } from "../sim/chip/chip.ts";
import type { Policy } from "../sim/chip/policy.ts";
import { createChip, type SeatSetup } from "../sim/create-chip.ts";
import type { Player } from "./player.ts";

/** Who plays a seat: a policy that looks so often, or a player. */
export type SeatPlayer = { readonly policy: Policy; readonly perS: number } | Player;

/** Stream of a player's chance, by seat, apart from all that belong to the chip. */
const PLAYER_STREAM = 7_000;
/** A player acts every 0.7 to 1.3 times its mean interval. */
const INTERVAL = { least: 0.7, spread: 0.6 };

/**
 * A whole round of the lesson. `playerOf`: who plays the seat; undefined: nobody, so that its naive policy does.
 * Policies may do in a seat what the lesson allows there, and nothing else. The chip at the end.
 */
export function playSeats(
	lesson: Lesson,
	setup: LessonSetup,
	playerOf: (seat: number) => SeatPlayer | undefined,
	pace: Pace = "human",
): Chip {
	const { chip, players } = openSeats(lesson, setup, playerOf, pace);
	if (players.length > 0) playTurns(chip, lesson, setup, players);
	advance(chip, wholeNs(chip.scenario));
	return chip;
}

type Hand = { readonly seat: number; readonly player: Player };

/** The chip of such a round at its beginning, and the players who are no policies. */
export function openSeats(
	lesson: Lesson,
	setup: LessonSetup,
	playerOf: (seat: number) => SeatPlayer | undefined,
	pace: Pace = "human",
): { readonly chip: Chip; readonly players: readonly Hand[] } {
	const scenario = lesson.createScenario(setup);
	const naive = policyById(lesson.policies.naive);
	const players: Hand[] = [];
	const seats = Array.from({ length: scenario.machine.cores.length + 1 }, (_, seat): SeatSetup => {
		const player = lesson.botSeats.includes(seat) ? undefined : playerOf(seat);
		if (player !== undefined && "act" in player) {
			players.push({ seat, player });
			return { driver: "person", policy: allowedOf(lesson.actions, naive) };
		}
		const { policy, perS } = player ?? { policy: naive, perS: REFERENCE_PER_S };
		return { driver: "bot", policy: allowedOf(lesson.actions, policy), lookMeanNs: NS_PER_PLAY_S / perS };
	});
	return { chip: createChip({ scenario, seed: setup.seed, seats, pace }), players };
}

/** Value of the lesson's measure at the end of such a round. */
export function measuredOf(lesson: Lesson, chip: Chip): number {
	return lesson.measure.of(measureChip(chip));
}

/** The policy within what the lesson allows; one that is not made of rules keeps to what it does. */
export function allowedOf(actions: Actions, policy: Policy): Policy {
	if (!isHumanPaced(policy)) return policy;
	const { scheduler, core, dealsWays } = actions;
	return restricted(policy, (act, seat) => {
		if (act === "choose" && seat === 0 && dealsWays === true) return true;
		const type = act === "place" || act === "arrange" ? "plan" : act;
		const allowed: readonly string[] = seat === 0 ? scheduler : core;
		// A core that plans what is shared takes it.
		return allowed.includes(type) || (act === "take" && allowed.includes("plan"));
	});
}

function playTurns(
	chip: Chip,
	{ actions, id }: Lesson,
	{ seed, level }: LessonSetup,
	seated: readonly Hand[],
): void {
	const hands = seated.map(({ seat, player }) => {
		const chance = createChance(seed, PLAYER_STREAM + seat);
		return { seat, player, chance, memory: {}, nextNs: intervalNs(player, chance) };
	});
	const endNs = wholeNs(chip.scenario);
	for (let turn = 0; turn * TURN_NS < endNs && !chip.finished; turn++) {
		advance(chip, turn * TURN_NS);
		for (const hand of hands) {
			if (hand.nextNs > chip.nowNs) continue;
			const { seat, player, chance, memory } = hand;
			hand.nextNs = chip.nowNs + intervalNs(player, chance);
			const allowed = seat === 0 ? actions.scheduler : actions.core;
			const options = () => optionsOf(chip, seat, actions);
			const command = player.act({ chip, seat, lesson: id, level, options, chance, memory });
			if (command !== undefined && allowed.includes(command.type)) applyCommand(chip, seat, command);
		}
	}
}

function intervalNs({ perS }: Player, chance: (below: number) => number): number {
	if (perS <= 0) return Number.POSITIVE_INFINITY;
	const factor = INTERVAL.least + (INTERVAL.spread * chance(1_000)) / 1_000;
	return Math.floor((factor * NS_PER_PLAY_S) / perS);
}

/** Seats of a chip by what they can decide: the scheduler, and cores of the same kind. Only those that people may hold. */
export type SeatKind = { readonly name: string; readonly seats: readonly number[] };

/** The kinds of seats of that set-up, the scheduler first; cores of different abilities are of different kinds. */
export function seatKinds(lesson: Lesson, setup: LessonSetup): SeatKind[] {
	const { cores } = lesson.createScenario(setup).machine;
	const kinds = new Map<string, number[]>();
	cores.forEach(({ kind, can }, core) => {
		if (lesson.botSeats.includes(core + 1)) return;
		const key = [kind, ...can].join(" ");
		kinds.set(key, [...(kinds.get(key) ?? []), core + 1]);
	});
	const ofCores = [...kinds].map(([key, seats]) => ({
		name: kinds.size === 1 ? "core" : `core ${key}`,
		seats,
	}));
	return lesson.botSeats.includes(0) ? ofCores : [{ name: "scheduler", seats: [0] }, ...ofCores];
}

/** One seat of the kind, another with every seed. */
export function seatOf({ seats }: SeatKind, seed: number): number {
	return numberAt(seats, seed % seats.length);
}
