import { describe, expect, test } from "vitest";
import { findBestSeats, type SeatsSearch } from "#shared/analysis/best-seats.ts";
import { cacheAffinity } from "#shared/lessons/cache-affinity.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { seatsOpen } from "#shared/lessons/seats-open.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { policyById } from "#shared/policies/table.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { wholeNs } from "#shared/result/simulate-players.ts";
import { advance } from "#shared/sim/advance.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";

/** A search that knows no policy but the naive one, unless it is told others. */
function searchOf(lesson: Lesson, held: readonly number[], change: Partial<SeatsSearch> = {}): SeatsSearch {
	const cores = numberAt(lesson.chipCores, 0);
	const scenario = lesson.createScenario({ cores, seed: 21, level: "standard", side: 0 });
	const sign = lesson.measure.better === "more" ? -1 : 1;
	return {
		scenario,
		seed: 21,
		timeNs: wholeNs(scenario),
		costOf: (chip: ReadonlyChip) => sign * lesson.measure.of(measureChip(chip)),
		actions: lesson.actions,
		others: policyById(lesson.policies.naive),
		held,
		policies: [],
		simulations: 40,
		...change,
	};
}

const everySeat = (lesson: Lesson) => seatsOpen(lesson, numberAt(lesson.chipCores, 0));

describe("the search for the best play of some seats", () => {
	test("finds the same again, and plays it again to the same end", () => {
		const search = searchOf(cacheAffinity, [0, 2], { policies: [policyById("insight:cache-affinity")] });
		const [once, twice] = [findBestSeats(search), findBestSeats(search)];
		expect(twice.cost).toBe(once.cost);
		const again = once.open();
		advance(again, search.timeNs);
		expect(checksum(again)).toBe(checksum(once.chip));
	});

	test.each(LESSONS.filter(isPlayed))(
		"of $id is better than naive without knowing what the lesson teaches",
		(lesson) => {
			const held = everySeat(lesson);
			const naive = findBestSeats(searchOf(lesson, []));
			const found = findBestSeats(searchOf(lesson, held, { simulations: 40 }));
			expect(found.cost).toBeLessThan(naive.cost);
			expect(found.policy).toBe("plan");
		},
	);

	test("without seats held is the naive policy everywhere", () => {
		const { policy, open } = findBestSeats(
			searchOf(cacheAffinity, [], { policies: [policyById("insight:cache-affinity")] }),
		);
		expect(policy).toBe(cacheAffinity.policies.naive);
		expect(open().seats.every((seat) => seat.policy.id === policy)).toBe(true);
	});

	test("leaves the seats that are not held as they are", () => {
		const { open } = findBestSeats(searchOf(cacheAffinity, [1]));
		const others = open().seats.filter(({ id }) => id !== 1);
		expect(others.every(({ policy }) => policy.id === cacheAffinity.policies.naive)).toBe(true);
	});

	test.each(LESSONS.filter(isPlayed))("of $id acts as seldom as people do, in every seat", (lesson) => {
		const { open } = findBestSeats(
			searchOf(lesson, everySeat(lesson), { policies: [policyById(lesson.policies.expert)] }),
		);
		const chip = open();
		const acts = chip.seats.map(() => new Set<number>());
		advance(chip, wholeNs(chip.scenario), (event) => {
			const seat = seatOf(event);
			if (seat !== undefined) at(acts, seat).add(event.atNs);
		});
		for (const times of acts) expect(times.size / (chip.nowNs / NS_PER_PLAY_S)).toBeLessThanOrEqual(1);
	});

	test("does nothing that the lesson does not allow", () => {
		const actions = { scheduler: ["order"], core: [] } as const;
		const { open, policy } = findBestSeats(searchOf(cacheAffinity, [0, 1], { actions, policies: [] }));
		const chip = open();
		const decided = new Set<string>();
		advance(chip, wholeNs(chip.scenario), (event) => {
			if (event.type === "decided") decided.add(event.command.type);
			if (event.type === "stolen" || event.type === "unplanned") decided.add(event.type);
		});
		expect([...decided], policy).toEqual([]);
	});
});

/** The seat that has acted. */
function seatOf(event: ChipEvent): number | undefined {
	if (event.type === "planned" || event.type === "unplanned" || event.type === "decided") return event.seat;
	return event.type === "stolen" ? event.core + 1 : undefined;
}
