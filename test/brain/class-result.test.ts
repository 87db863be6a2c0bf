import { describe, expect, test } from "vitest";
import { classResult } from "#shared/brain/class-result.ts";
import { type PersonMeans, personMeans, SAT_OUT } from "#shared/brain/person.ts";
import { dualOrder, searchOrder } from "#shared/brain/trial-order.ts";
import { dualTrials, type Observer, PLAIN, searchTrials } from "./observer.ts";

const SEED = 11;

function measured(observer: Partial<Observer>, person: number, trials = 32): PersonMeans {
	const whole = { ...PLAIN, ...observer };
	return personMeans(
		searchTrials(whole, SEED, person),
		searchOrder(SEED, person),
		dualTrials(whole, SEED, person).slice(0, trials),
		dualOrder(SEED, person),
	);
}

const classOf = (size: number, observer: Partial<Observer>) =>
	classResult(Array.from({ length: size }, (_, person) => measured(observer, person)));

describe("a person", () => {
	test("with one place for decisions waits one ms less for each ms that the second comes later", () => {
		const { verdict, points, kept, done } = measured({}, 0);
		expect([verdict, kept, done]).toEqual(["counted", 24, 24]);
		expect(points.map(({ soaMs, rt2Ms, trials }) => [soaMs, Math.round(rt2Ms), trials])).toEqual([
			[50, 962, 6],
			[150, 862, 6],
			[300, 712, 6],
			[800, 519, 6],
		]);
	});

	test("keeps means only: nothing in what is kept is a list of trials", () => {
		const kept = JSON.stringify(measured({ spread: 0.3 }, 2));
		for (const { rt2Ms } of dualTrials({ ...PLAIN, spread: 0.3 }, SEED, 2))
			expect(kept).not.toContain(String(Math.round((rt2Ms ?? 0) * 10) / 10));
		expect(kept.length).toBeLessThan(700);
	});

	test("on a screen of 20 frames a second is not counted, whatever it calls itself", () => {
		expect(measured({ frameMs: 50 }, 0).verdict).toBe("slowScreen");
		// Says 60 and draws 20: the frames that really passed give it away.
		const lying = dualTrials(PLAIN, SEED, 0).map((trial) => ({ ...trial, longestFrameMs: 50 }));
		expect(personMeans([], [], lying, dualOrder(SEED, 0)).verdict).toBe("slowScreen");
	});

	test("on 75, 120 and 144 Hz is counted, at the intervals that were really shown", () => {
		for (const hz of [75, 120, 144]) {
			const { verdict, points } = measured({ frameMs: 1_000 / hz }, 0);
			expect([hz, verdict]).toEqual([hz, "counted"]);
			for (const { soaMs, shownMs } of points) expect(Math.abs(shownMs - soaMs)).toBeLessThan(1_000 / hz);
		}
		expect(measured({ frameMs: 1_000 / 75 }, 0).points[0]?.shownMs).toBe(53.3);
	});

	test("whose clock counts in tenths of a second is not counted", () => {
		const coarse = dualTrials({ ...PLAIN, spread: 0.3 }, SEED, 0).map((trial) => ({
			...trial,
			rt1Ms: Math.round((trial.rt1Ms ?? 0) / 100) * 100,
			rt2Ms: Math.round((trial.rt2Ms ?? 0) / 100) * 100,
		}));
		expect(personMeans([], [], coarse, dualOrder(SEED, 0)).verdict).toBe("coarseClock");
	});

	test("who presses at random is not counted", () => {
		expect(measured({ wrongPercent: 50 }, 0).verdict).toBe("fewRight");
	});

	test("needs two trials at every interval; a round cut short after sixteen is enough", () => {
		expect(measured({}, 0, 12).verdict).toBe("fewTrials");
		expect(measured({}, 0, 16).verdict).toBe("counted");
	});

	test("is not judged by practice", () => {
		const trials = dualTrials(PLAIN, SEED, 0).map((trial, index) =>
			index < 8 ? { ...trial, right1: false, rt1Ms: null, longestFrameMs: 500 } : trial,
		);
		expect(personMeans([], [], trials, dualOrder(SEED, 0))).toMatchObject({ verdict: "counted", kept: 24 });
	});

	test("answers that were missed, wrong, too early or in the wrong order are left out, and counted", () => {
		const [zero = 0, one = 0, two = 0, three = 0] = [8, 9, 10, 11];
		const trials = dualTrials(PLAIN, SEED, 0).map((trial, index) => {
			if (index === zero) return { ...trial, rt2Ms: null };
			if (index === one) return { ...trial, right2: false };
			if (index === two) return { ...trial, rt1Ms: 40 };
			if (index === three) return { ...trial, rt1Ms: trial.shownMs + (trial.rt2Ms ?? 0) + 1 };
			return trial;
		});
		expect(personMeans([], [], trials, dualOrder(SEED, 0))).toMatchObject({ kept: 20, done: 24 });
	});
});

describe("a class", () => {
	test("with a bottleneck finds slope -1 and the wait, within its own confidence interval", () => {
		const { fit } = classOf(20, { spread: 0.2 });
		expect(fit?.slope).toBeGreaterThan(-1.15);
		expect(fit?.slope).toBeLessThan(-0.8);
		expect(Math.abs((fit?.effectMs ?? 0) - (962 - 519))).toBeLessThan(2 * (fit?.effectMarginMs ?? 0));
	});

	test("without a bottleneck finds no slope and no wait", () => {
		const { fit } = classOf(20, { bottleneck: false, spread: 0.2 });
		expect(Math.abs(fit?.slope ?? 1)).toBeLessThan(0.15);
		expect(Math.abs(fit?.effectMs ?? 400)).toBeLessThan(40);
	});

	test("lag of the devices changes neither slope nor wait, and no band", () => {
		const people = (lags: (person: number) => number) =>
			classResult(
				Array.from({ length: 12 }, (_, person) => measured({ spread: 0.2, lagMs: lags(person) }, person)),
			);
		const [without, withLag] = [people(() => 0), people((person) => 15 * person)];
		expect(withLag.fit?.effectMs).toBeCloseTo(without.fit?.effectMs ?? 0, 0);
		expect(withLag.fit?.slope).toBeCloseTo(without.fit?.slope ?? 0, 2);
		for (const [index, point] of withLag.points.entries())
			expect(point.rt2MarginMs).toBeCloseTo(without.points[index]?.rt2MarginMs ?? 0, 0);
	});

	test("of fewer than three who count tells nothing of their times, however many take part", () => {
		for (const size of [1, 2]) {
			const few = Array.from({ length: size }, (_, person) => measured({ spread: 0.3 }, person));
			const result = classResult([...few, SAT_OUT, measured({ frameMs: 50 }, 7)]);
			expect(result).toMatchObject({ points: [], search: [], searchMsPerItem: null, fit: null });
			expect([result.kept, result.dropped, result.verdicts.counted]).toEqual([0, 0, size]);
		}
		const three = classOf(3, {});
		expect([three.points.length, three.search.length, three.kept, three.fit]).toEqual([4, 4, 72, null]);
	});

	test("of fewer than eight who count has points and nothing fitted to them", () => {
		const seven = classResult([
			...Array.from({ length: 7 }, (_, person) => measured({}, person)),
			measured({ frameMs: 50 }, 7),
		]);
		expect(seven.points).toHaveLength(4);
		expect(seven.fit).toBeNull();
		expect(classOf(8, {}).fit).not.toBeNull();
	});

	test("counts who is left out and why, and uses nothing of them", () => {
		const sane = Array.from({ length: 9 }, (_, person) => measured({}, person));
		const result = classResult([...sane, measured({ frameMs: 50, lagMs: 300 }, 9), SAT_OUT, SAT_OUT]);
		expect(result.verdicts).toEqual({
			counted: 9,
			coarseClock: 0,
			slowScreen: 1,
			fewRight: 0,
			fewTrials: 0,
			satOut: 2,
		});
		expect(result.points).toEqual(classResult(sane).points);
		expect([result.kept, result.dropped]).toEqual([9 * 24, 0]);
	});

	test("sees at once, or dot by dot", () => {
		expect(classOf(3, { searchMsPerItem: 2 }).searchMsPerItem).toBeCloseTo(2, 1);
		expect(classOf(3, { searchMsPerItem: 25 }).searchMsPerItem).toBeCloseTo(25, 1);
	});

	test("in which nobody counts has no curve, and is told so", () => {
		const result = classResult([SAT_OUT]);
		expect(result).toMatchObject({ points: [], fit: null, searchMsPerItem: null, kept: 0 });
		expect(JSON.parse(JSON.stringify(result))).toEqual(result);
	});
});
