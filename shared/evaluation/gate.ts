import type { Lesson, LessonSetup } from "../lessons/lesson.ts";
import { numberAt } from "../lib/assert.ts";
import { mean, sumOf, variance } from "../lib/statistics.ts";
import type { Act } from "../policies/parts/act.ts";
import { isHumanPaced } from "../policies/parts/human-paced.ts";
import { policyById } from "../policies/table.ts";
import { humanReferences } from "../result/human-paced-references.ts";
import { scoreOf } from "../result/score.ts";
import { REFERENCE_PER_S, wholeNs } from "../result/simulate-players.ts";
import type { Policy } from "../sim/chip/policy.ts";
import { withoutAct } from "./ablation.ts";
import { measuredOf, playSeats, type SeatKind, type SeatPlayer, seatKinds, seatOf } from "./play-seats.ts";
import type { Player } from "./player.ts";
import { THOUGHTLESS } from "./thoughtless.ts";

/** Slow, medium and fast players, in decisions per second and seat. */
export const PACES_PER_S = [0.4, 0.8, 1.2] as const;
const [, MIDDLING_PER_S] = PACES_PER_S;
/** Beginners decide less often. */
const BEGINNER_PER_S = 0.6;

/** A mean over seeds with its standard error, and the standard deviation of a single seed. */
export type MeanPoints = { readonly mean: number; readonly se: number; readonly sd: number };

/** What a seat of that kind is worth on the chip's own scale: 0 the naive policy in every seat, 100 the best known in every seat. */
export type Influence = {
	readonly seat: string;
	readonly points: MeanPoints;
	/** What the seat adds in percent of the naive chip's measure. */
	readonly percent: number;
	/** Share of rounds in which the idea beats the naive policy in that seat, 0 to 1. */
	readonly won: number;
};

/**
 * How somebody does, by who is seated so: "all", or one seat of a kind with naive bots elsewhere. 0 is the naive
 * policy everywhere; 100 in "all" the best known everywhere, in one seat the idea there.
 */
export type Standing = {
	readonly name: string;
	readonly kind: "idea" | "thoughtless" | "constant" | "beginner" | "other";
	readonly points: Readonly<Record<string, MeanPoints>>;
};

/**
 * What leaving out an act costs: with all seats at the idea (on the chip's scale), and in its own seat among
 * naive bots (on that seat's scale).
 */
export type Ablation = {
	readonly act: Act;
	readonly seat: string;
	readonly all: MeanPoints;
	readonly alone: MeanPoints;
};

/** The gate's table for one lesson, level, side and size. */
export type GateTable = {
	readonly naive: number;
	readonly best: number;
	/** The policy that is best in all seats. */
	readonly bestPolicy: string;
	/**
	 * The score of the idea in all seats as a class gets it: each round held against its own naive chip and the
	 * best that the search finds.
	 */
	readonly score: MeanPoints;
	readonly influence: readonly Influence[];
	readonly standings: readonly Standing[];
	readonly ablations: readonly Ablation[];
	/** The idea, its reverse and the constants at machine pace, in the lesson's measure. */
	readonly machine: readonly { readonly policy: string; readonly value: number }[];
};

/** Where a kind of chip is judged. */
export type GateSetup = Omit<LessonSetup, "seed"> & { readonly seeds: readonly number[] };

/** PerSeed of a measure, one for each seed. */
type PerSeed = readonly number[];

/**
 * How much a seat counts, and who does how well, on one kind of chip. `others`: further players to try. Takes some
 * ten seconds.
 */
export function gateTable(lesson: Lesson, setup: GateSetup, others: readonly Player[] = []): GateTable {
	const rounds = createRounds(lesson, setup);
	const { policies } = lesson;
	const atReference = (id: string): PerSeed => rounds.all({ policy: policyById(id), perS: REFERENCE_PER_S });
	const naive = atReference(policies.naive);
	const candidates = [...new Set([policies.expert, ...policies.constants, ...policies.rivals])];
	const known = candidates.map((id) => ({ id, values: atReference(id) }));
	const best = known.reduce((leader, rival) =>
		rounds.sign * (mean(rival.values) - mean(leader.values)) > 0 ? rival : leader,
	);
	const idea = { policy: policyById(policies.expert), perS: REFERENCE_PER_S };
	const kinds = seatKinds(lesson, { ...setup, seed: 1 });
	const found: Found = {
		lesson,
		rounds,
		naive,
		best: best.values,
		idea,
		kinds,
		arranges: lesson.createScenario({ ...setup, seed: 1 }).runQueueMax > 1,
		ideaAt: new Map(kinds.map((kind) => [kind.name, rounds.each(kind, idea)])),
	};
	const scores = ideaScores(lesson, setup, rounds.all({ ...idea, perS: MIDDLING_PER_S }));
	return {
		naive: mean(naive),
		best: mean(best.values),
		bestPolicy: best.id,
		score: meanPoints(scores),
		influence: influencesOf(found),
		standings: standingsOf(found, others),
		ablations: kinds.flatMap((kind) => ablationsOf(found, kind)),
		machine: [policies.expert, ...(policies.reverse ? [policies.reverse] : []), ...policies.constants].map(
			(policy) => ({ policy, value: mean(rounds.atMachinePace(policyById(policy))) }),
		),
	};
}

/** Scores of rounds in which all seats that people may hold are played so, one value of the measure for each seed. */
function ideaScores(lesson: Lesson, { seeds, ...setup }: GateSetup, values: PerSeed): PerSeed {
	return seeds.map((seed, index) => {
		const scenario = lesson.createScenario({ ...setup, seed });
		const held = seatKinds(lesson, { ...setup, seed }).flatMap((kind) => kind.seats);
		const { naive, best } = humanReferences(lesson, { scenario, seed, held, timeNs: wholeNs(scenario) });
		return scoreOf(numberAt(values, index), naive.value, best.value, lesson.measure.better);
	});
}

/** What rows are compared with. */
type Found = {
	readonly lesson: Lesson;
	readonly rounds: Rounds;
	readonly naive: PerSeed;
	/** The best known in all seats. */
	readonly best: PerSeed;
	readonly idea: { readonly policy: Policy; readonly perS: number };
	readonly kinds: readonly SeatKind[];
	/** Whether a core can plan several tasks, and so put them in order. */
	readonly arranges: boolean;
	/** By kind of seat: the idea in one seat of it, the mean over its seats. */
	readonly ideaAt: ReadonlyMap<string, PerSeed>;
};

function influencesOf({ rounds, naive, best, ideaAt }: Found): Influence[] {
	return [...ideaAt].map(([seat, own]) => {
		const gains = own.map((value, index) => rounds.sign * (value - numberAt(naive, index)));
		return {
			seat,
			points: meanPoints(rounds.points(own, naive, best)),
			percent: (100 * mean(gains)) / Math.abs(mean(naive)),
			won: gains.filter((gain) => gain > 0).length / gains.length,
		};
	});
}

function standingsOf(found: Found, others: readonly Player[]): Standing[] {
	const { lesson, rounds, naive, best, idea, kinds, ideaAt } = found;
	const { constants, beginners = [] } = lesson.policies;
	const pointsOn = (seating: string, values: PerSeed): MeanPoints => {
		const own = ideaAt.get(seating) ?? best;
		// Where a seat is worth next to nothing, its own scale would say nothing either.
		const isWorth = rounds.span(naive, own) > SCALE_SHARE_MIN * rounds.span(naive, best);
		return meanPoints(rounds.points(values, naive, isWorth ? own : best));
	};
	const standing = (name: string, kind: Standing["kind"], player: SeatPlayer): Standing => ({
		name,
		kind,
		points: {
			all: pointsOn("all", rounds.all(player)),
			...Object.fromEntries(
				kinds.map((seats) => [seats.name, pointsOn(seats.name, rounds.one(seats, player))]),
			),
		},
	});
	const policyAt = (id: string, kind: Standing["kind"], perS: number): Standing =>
		standing(id, kind, { policy: policyById(id), perS });
	return [
		...PACES_PER_S.map((perS) => standing(`idea at ${perS}`, "idea", { ...idea, perS })),
		...THOUGHTLESS.map((player) => standing(player.name, "thoughtless", player)),
		...[...new Set([TO_THE_EMPTIEST, ...constants])].map((id) => policyAt(id, "constant", REFERENCE_PER_S)),
		...beginners.map((id) => policyAt(id, "beginner", BEGINNER_PER_S)),
		...others.map((player) => standing(player.name, "other", player)),
	];
}

/** A seat that is worth less than this share of the chip's scale has none of its own. */
const SCALE_SHARE_MIN = 0.03;

/** Deals to the least loaded core, and nothing else: the best that needs no thought. */
const TO_THE_EMPTIEST = "always:0";

function ablationsOf({ lesson, rounds, naive, best, idea, arranges }: Found, kind: SeatKind): Ablation[] {
	const { policy } = idea;
	if (!isHumanPaced(policy)) return [];
	const naivePolicy = policyById(lesson.policies.naive);
	const full = rounds.all(idea);
	const alone = rounds.each(kind, idea);
	return actsOf(lesson, kind, arranges).map((act) => {
		const lacking = {
			policy: withoutAct(policy, isHumanPaced(naivePolicy) ? naivePolicy : undefined, act),
			perS: REFERENCE_PER_S,
		};
		const all = rounds.play((_, seat) => (kind.seats.includes(seat) ? lacking : idea));
		const own = rounds.each(kind, lacking);
		return {
			act,
			seat: kind.name,
			all: meanPoints(rounds.lost(full, all, rounds.span(naive, best))),
			alone: meanPoints(rounds.lost(alone, own, rounds.span(naive, alone))),
		};
	});
}

/** Settings of one's own, and what only mends an accident: they need not be worth anything. */
const NOT_FOR_POINTS: readonly string[] = ["signal", "window", "unplan", "restart", "drive"];

/** The acts that the lesson offers to seats of that kind; `arranges`: whether queues can be put in order. */
function actsOf({ actions, policies }: Lesson, { seats }: SeatKind, arranges: boolean): Act[] {
	const isScheduler = seats.includes(0);
	const allowed = isScheduler ? actions.scheduler : actions.core;
	const policy = policyById(policies.expert);
	const takes = isHumanPaced(policy) && policy.rules.take !== undefined;
	const acts = [...allowed, ...(isScheduler && actions.dealsWays === true ? (["choose"] as const) : [])]
		.filter((type) => !NOT_FOR_POINTS.includes(type))
		.flatMap((type): Act[] => {
			if (type !== "plan") return type === "take" ? [] : [type];
			if (isScheduler) return ["place"];
			return [...(takes ? (["take"] as const) : []), ...(arranges ? (["arrange"] as const) : [])];
		});
	return [...new Set(acts)];
}

type Rounds = ReturnType<typeof createRounds>;

/** Plays rounds on every seed, and compares them seed by seed. */
function createRounds(lesson: Lesson, { seeds, ...setup }: GateSetup) {
	const sign = lesson.measure.better === "more" ? 1 : -1;
	const known = new Map<string, PerSeed>();
	const play = (playerOf: (seed: number, seat: number) => SeatPlayer | undefined): PerSeed =>
		seeds.map((seed) =>
			measuredOf(
				lesson,
				playSeats(lesson, { ...setup, seed }, (seat) => playerOf(seed, seat)),
			),
		);
	const remembered = (key: string, compute: () => PerSeed): PerSeed => {
		const values = known.get(key) ?? compute();
		known.set(key, values);
		return values;
	};
	const span = (naive: PerSeed, full: PerSeed): number => sign * (mean(full) - mean(naive));
	return {
		sign,
		play,
		span,
		all: (player: SeatPlayer): PerSeed => remembered(`all ${keyOf(player)}`, () => play(() => player)),
		/** One seat of the kind so, another with every seed. */
		one: (kind: SeatKind, player: SeatPlayer): PerSeed =>
			remembered(`one ${kind.name} ${keyOf(player)}`, () =>
				play((seed, seat) => (seat === seatOf(kind, seed) ? player : undefined)),
			),
		/** The mean over the seats of the kind, each alone so. */
		each: (kind: SeatKind, player: SeatPlayer): PerSeed => {
			const bySeat = kind.seats.map((own) => play((_, seat) => (seat === own ? player : undefined)));
			return seeds.map((_, index) => sumOf(bySeat, (values) => numberAt(values, index)) / bySeat.length);
		},
		/** 0 at `naive`, 100 at `full`, with the mean span of all seeds. */
		points: (values: PerSeed, naive: PerSeed, full: PerSeed): PerSeed =>
			values.map((value, index) => (100 * sign * (value - numberAt(naive, index))) / span(naive, full)),
		lost: (full: PerSeed, lacking: PerSeed, over: number): PerSeed =>
			full.map((value, index) => (100 * sign * (value - numberAt(lacking, index))) / over),
		atMachinePace: (policy: Policy): PerSeed =>
			seeds.map((seed) =>
				measuredOf(
					lesson,
					playSeats(lesson, { ...setup, seed }, () => ({ policy, perS: 1 }), "machine"),
				),
			),
	};
}

function keyOf(player: SeatPlayer): string {
	return "act" in player ? player.name : `${player.policy.id} at ${player.perS}`;
}

function meanPoints(values: PerSeed): MeanPoints {
	const sd = Math.sqrt(variance(values));
	return { mean: mean(values), se: sd / Math.sqrt(values.length), sd };
}
