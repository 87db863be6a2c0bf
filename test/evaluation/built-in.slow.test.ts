import { expect, test } from "vitest";
import { builtInChips, searchOfBuiltIn } from "#shared/evaluation/built-in-chips.ts";
import { BUILT_IN_SEEDS } from "#shared/lessons/built-in-seeds.ts";
import { LEVELS } from "#shared/lessons/ids.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { seatsOpen } from "#shared/lessons/seats-open.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { searchesOf } from "#shared/result/references.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { createReferenceMemory } from "../../server/records/reference-memory.ts";
import { type KnownReferences, REFRESH, readBuiltIn } from "../../server/references/built-in.ts";
import { keyOf } from "../../server/references/key.ts";

function builtIn(): KnownReferences {
	const read = readBuiltIn();
	if (!read.ok) throw new Error(read.reason);
	return read.value;
}

const aChip = at(builtInChips(), 0);
const aSearch = searchOfBuiltIn(aChip);
const reference = { policy: "fifo", pace: "human", value: 1 } as const;
const anEntry = { ...aChip, naive: reference, best: reference, machine: reference, key: keyOf(aSearch) };
const read = (file: unknown) => readBuiltIn(() => JSON.stringify(file));

test("every chip of the built-in rounds has its references in the file, and there are no others", () => {
	const keys = builtInChips().map((chip) => keyOf(searchOfBuiltIn(chip)));
	expect(new Set(keys).size).toBe(keys.length);
	const hint = `a lesson has changed: \`${REFRESH}\` makes the file anew`;
	expect([...builtIn().keys()].toSorted(), hint).toEqual(keys.toSorted());
});

/** Where somebody who practises may be put: on any chip, as the scheduler or as the first core. */
function placesOf(lesson: Lesson) {
	const header = createRoundHeader(lesson, 1, 1, () => false);
	return header.chips.flatMap(({ seats }, chip) =>
		[0, 1]
			.filter((seat) => seatsOpen(lesson, seats.length - 1).includes(seat))
			.map((seat) => ({ chip, seat })),
	);
}

test("a round on a built-in seed is held against nothing else, in either part and at every level", () => {
	const known = builtIn();
	for (const lesson of LESSONS)
		for (const level of LEVELS)
			for (const seed of BUILT_IN_SEEDS)
				for (const part of [0, 1] as const)
					for (const place of placesOf(lesson)) {
						const isPerson = (chip: number, seat: number) => chip === place.chip && seat === place.seat;
						const header = createRoundHeader(lesson, seed, 1, isPerson, { level, part });
						for (const search of searchesOf({ header, commands: [] }))
							expect(known.has(keyOf(search)), `${lesson.id} ${level} ${seed}`).toBe(true);
					}
});

test("what is built in is not searched for; whatever differs in anything that it depends on is", () => {
	const searched: number[] = [];
	const memory = createReferenceMemory(builtIn(), ({ seed }) => {
		searched.push(seed);
		return { naive: reference, best: reference, machine: reference };
	});
	expect(memory.has(aSearch)).toBe(true);
	expect(memory.find(aSearch)).toEqual(builtIn().get(keyOf(aSearch)));
	expect(searched).toEqual([]);
	const others = [
		{ ...aSearch, seed: 77 },
		{ ...aSearch, lesson: "load-balancing" },
		{ ...aSearch, timeNs: aSearch.timeNs - 1 },
		{ ...aSearch, scenario: { ...aSearch.scenario, quantumNs: 5 } },
	];
	expect(others.map(memory.has)).toEqual([false, false, false, false]);
	others.forEach(memory.find);
	expect(searched).toHaveLength(4);
});

test("a file that is not as it should be is refused as a whole, with what makes it anew", () => {
	expect(read([anEntry])).toMatchObject({ ok: true });
	const { key: _, ...keyless } = anEntry;
	for (const broken of [
		{},
		[keyless],
		[{ ...anEntry, naive: { ...reference, value: "1" } }],
		[{ ...anEntry, best: { ...reference, value: null } }],
		[{ ...anEntry, machine: { ...reference, policy: "chess" } }],
		[anEntry, 5],
	])
		expect(read(broken)).toEqual({ ok: false, reason: expect.stringContaining(REFRESH) });
	for (const text of ["", "[", '[{"lesson":'])
		expect(readBuiltIn(() => text)).toEqual({ ok: false, reason: expect.stringContaining(REFRESH) });
});
