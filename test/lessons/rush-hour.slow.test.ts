import { describe, expect, test } from "vitest";
import { LEVELS, type Level } from "#shared/lessons/ids.ts";
import { rushHour } from "#shared/lessons/rush-hour.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { mean } from "#shared/lib/statistics.ts";
import { NS_PER_PLAY_S, TURN_NS } from "#shared/lib/units.ts";
import { createHumanPaced } from "#shared/policies/parts/human-paced.ts";
import { backlogNs, cheapestWithRoom } from "#shared/policies/parts/observations.ts";
import { placeUrgent } from "#shared/policies/parts/urgent.ts";
import { policyById } from "#shared/policies/table.ts";
import { backlogCurve } from "#shared/result/backlog-curve.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { replay } from "#shared/round/replay.ts";
import { advance } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { workOf } from "#shared/sim/chip/jobs.ts";
import type { Policy } from "#shared/sim/chip/policy.ts";
import { createChip } from "#shared/sim/create-chip.ts";

/**
 * Knows that urgent work goes to the front, what is due and what will crash; not yet what protection costs, nor what to
 * leave.
 */
const practised = createHumanPaced("practised", {
	modes: [(chip, seat) => (seat === 0 ? placeUrgent(chip) : undefined)],
	deal: (chip, packet) => cheapestWithRoom(chip, packet, (core) => backlogNs(chip, core)),
	rank: (_chip, _core, { announcedNs, spec }) => announcedNs + spec.deadlineNs - spec.priority * URGENT_NS,
	way: (_chip, _core, thread) => (thread.spec.name === "X" ? 1 : thread.way),
});
const URGENT_NS = 1_000 * NS_PER_PLAY_S;

const SKILLS: readonly (readonly [who: string, policy: Policy, decisionsPerS: number])[] = [
	["first-timer", policyById("due-first"), 0.4],
	["practised", practised, 0.7],
	["expert", policyById("insight:rush-hour"), 1],
];
const SEEDS = [1, 2, 3, 4];
/** Points of the score that two skills are apart at least. */
const APART = 15;

function play(level: Level, seed: number, policy: Policy, decisionsPerS: number) {
	const chip = open(level, seed, policy, decisionsPerS);
	advance(chip, 300 * NS_PER_PLAY_S);
	const measured = measureChip(chip);
	return { value: rushHour.measure.of(measured), ...measured };
}

function open(level: Level, seed: number, policy: Policy, decisionsPerS: number): Chip {
	const scenario = rushHour.createScenario({ cores: 4, seed, level, side: 0 });
	const seats = scenario.machine.cores.map(() => seat(policy, decisionsPerS));
	return createChip({ scenario, seed, seats: [seat(policy, decisionsPerS), ...seats], pace: "human" });
}

function seat(policy: Policy, decisionsPerS: number) {
	return { driver: "bot" as const, policy, lookMeanNs: NS_PER_PLAY_S / decisionsPerS };
}

describe("rush hour", () => {
	for (const level of LEVELS)
		test(`${level}: a first-timer, somebody practised and an expert are clearly apart, in points and on every seed`, () => {
			const bySkill = SKILLS.map(([, policy, perS]) =>
				SEEDS.map((seed) => play(level, seed, policy, perS).value),
			);
			const naive = SEEDS.map((seed) => play(level, seed, policyById(rushHour.policies.naive), 0.8).value);
			const full = mean(at(bySkill, 2)) - mean(naive);
			const points = bySkill.map((values) => (100 * (mean(values) - mean(naive))) / full);
			const [firstTimer = 0, middling = 0, expert = 0] = points;
			expect(middling - firstTimer).toBeGreaterThan(APART);
			expect(expert - middling).toBeGreaterThan(APART);
			for (const [index, value] of at(bySkill, 1).entries()) {
				expect(value).toBeGreaterThan(numberAt(at(bySkill, 0), index));
				expect(numberAt(at(bySkill, 2), index)).toBeGreaterThan(numberAt(at(bySkill, 0), index));
			}
		});

	test("levels differ: whatever the skill, a chip is kept up for longest on starter, for shortest on expert", () => {
		const sums = LEVELS.map((level) =>
			SKILLS.map(([, policy, perS]) =>
				SEEDS.reduce((sumNs, seed) => sumNs + play(level, seed, policy, perS).timeNs, 0),
			),
		);
		for (const skill of SKILLS.keys()) {
			const [starter = 0, standard = 0, expert = 0] = sums.map((bySkill) => numberAt(bySkill, skill));
			expect(starter).toBeGreaterThanOrEqual(standard);
			expect(standard).toBeGreaterThan(expert);
		}
		const total = sums.map((bySkill) => bySkill.reduce((sumNs, ns) => sumNs + ns, 0));
		expect(numberAt(total, 0)).toBeGreaterThan(numberAt(total, 1));
	});

	test("on standard an expert holds out to the end, on expert nobody does", () => {
		const [, policy, perS] = at(SKILLS, 2);
		for (const seed of SEEDS) {
			expect(play("standard", seed, policy, perS).collapsed).toBe(false);
			expect(play("expert", seed, policy, perS).collapsed).toBe(true);
		}
	});

	test("every core has something of its own from the start, and none stands idle in the first ten seconds", () => {
		const policy = policyById(rushHour.policies.naive);
		for (const level of LEVELS)
			for (const seed of SEEDS) {
				const chip = open(level, seed, policy, 0.4);
				advance(chip, 1);
				for (const { thread, queue } of chip.cores)
					expect(thread >= 0 ? queue.length : -1).toBeGreaterThan(1);
				advance(chip, 10 * NS_PER_PLAY_S);
				const { idleWorkWaits, idleNothing, idleSerial, idleBlocked } = measureChip(chip).causes;
				expect(idleWorkWaits + idleNothing + idleSerial + idleBlocked).toBe(0);
			}
	});

	test("has everything that it is said to have: of every kind something comes on every level", () => {
		for (const level of LEVELS) {
			const { jobs, locks, counters } = rushHour.createScenario({ cores: 4, seed: 1, level, side: 0 });
			const threads = jobs.flatMap((job) => job.threads);
			const names = new Set(threads.map(({ name }) => name));
			expect([..."ABCDEPSUXY"].filter((name) => !names.has(name))).toEqual([]);
			expect([locks.length, counters.length]).toEqual([3, 3]);
			const serial = jobs.filter((job) => job.threads.some((thread) => thread.serial));
			for (const job of serial)
				expect(job.threads.map(({ after, home }) => [after, home])).toEqual([
					[[], -1],
					[[0], 0],
					[[0], 1],
					[[0], 2],
					[[0], 3],
				]);
		}
	});

	test("the parts of its measure add up to it", () => {
		const measured = play("standard", 1, policyById("guess"), 0.8);
		const parts = rushHour.measure.partsOf?.(measured);
		expect(Object.values(parts ?? {}).reduce((sum, part) => sum + part, 0)).toBeCloseTo(measured.value, 6);
		expect(parts?.lost).toBeLessThan(0);
	});

	test("the backlog is followed second by second, from a round's log, up to where the chip went down", () => {
		const header = createRoundHeader(rushHour, 1, 1, () => false, { level: "expert", part: 0 });
		const seats = at(header.chips, 0).seats.map((own) => ({ ...own, policy: "next-with-room" }));
		const log = {
			header: { ...header, chips: [{ ...at(header.chips, 0), seats }] },
			commands: [],
			turns: 1_200,
		};
		const curve = backlogCurve(presentRound(log), 0);
		const [chip] = replay(presentRound(log)).chips;
		expect(curve.length).toBe(
			Math.floor((Math.ceil((chip?.chip.nowNs ?? 0) / TURN_NS) * TURN_NS) / NS_PER_PLAY_S),
		);
		const limitS = 145;
		expect(curve.slice(-9).every((waitingS) => waitingS > limitS)).toBe(true);
		expect(curve.slice(0, 20).every((waitingS) => waitingS < limitS)).toBe(true);
	});

	test("a chip that nobody plays well goes down before its five minutes are over", () => {
		const [, policy, perS] = at(SKILLS, 0);
		for (const seed of SEEDS) {
			const { collapsed, timeNs } = play("standard", seed, policy, perS);
			expect(collapsed).toBe(true);
			expect(timeNs).toBeLessThan(300 * NS_PER_PLAY_S);
		}
	});

	test("a chip of any size stays up for its first half minute, also if nobody decides anything", () => {
		for (const cores of [1, 2, 4, 8, 16]) {
			const scenario = rushHour.createScenario({ cores, seed: 7, level: "standard", side: 0 });
			const seats = Array.from({ length: cores + 1 }, () => seat(policyById("fifo"), 0.4));
			const chip = createChip({ scenario, seed: 7, seats, pace: "human" });
			advance(chip, 30 * NS_PER_PLAY_S);
			expect(chip.finished, `${cores} cores`).toBe(false);
		}
	});

	test("predicts by the formula what its last waves bring", () => {
		let workNs = 0;
		const seeds = Array.from({ length: 40 }, (_, seed) => seed);
		for (const seed of seeds) {
			const { jobs, arrivals } = rushHour.createScenario({ cores: 4, seed, level: "standard", side: 0 });
			for (const arrival of arrivals)
				if (arrival.type === "at" && arrival.atNs >= 280 * NS_PER_PLAY_S)
					for (const { program, ways } of at(jobs, arrival.job).threads)
						workNs += workOf(ways.find(({ name }) => name === "unlocked")?.program ?? program);
		}
		const cores = workNs / seeds.length / (20 * NS_PER_PLAY_S);
		expect(Math.abs(cores / rushHour.prediction.truth - 1)).toBeLessThan(0.05);
	});
});
