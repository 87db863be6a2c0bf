import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { cellsOf } from "./cells.ts";
import {
	hashOf,
	isFresh,
	type Kept,
	NOTHING_KEPT,
	PLAYED_LESSONS,
	REFRESH,
	readKept,
	sampleOf,
} from "./kept.ts";

const HINT = `what decides the evaluation of a lesson has changed: \`${REFRESH}\` makes the file anew`;
const TEST_MS_MAX = 480_000;

function kept(): Kept {
	const read = readKept();
	if (!read.ok) throw new Error(read.reason);
	return read.value;
}

test.each(PLAYED_LESSONS)("what is kept of $id comes from what it is now", async (lesson) => {
	expect(isFresh(kept(), lesson.id, await hashOf(lesson)), HINT).toBe(true);
});

test("every cell of every lesson is kept, and nothing else", () => {
	const file = kept();
	const cells = PLAYED_LESSONS.map(cellsOf);
	expect(Object.keys(file.hashes), HINT).toEqual(PLAYED_LESSONS.map(({ id }) => id));
	for (const kind of ["gates", "decisions", "shares"] as const)
		expect(Object.keys(file[kind]), HINT).toEqual(cells.flatMap((each) => [...each[kind].keys()]));
});

describe("the sample", () => {
	test.each(["gates", "decisions", "shares"] as const)(
		"of %s comes to exactly what is kept",
		(kind) => {
			const file = kept();
			const sample = sampleOf(kind, file.hashes);
			expect(sample.length).toBeGreaterThanOrEqual(Object.keys(file[kind]).length / 20);
			for (const { name, compute } of sample) expect(compute(), `${name}: ${HINT}`).toEqual(file[kind][name]);
		},
		TEST_MS_MAX,
	);

	test("is the same with the same hashes, and depends on them", () => {
		const { hashes } = kept();
		const namesWith = (some: Kept["hashes"]) => sampleOf("shares", some).map(({ name }) => name);
		expect(namesWith(hashes)).toEqual(namesWith({ ...hashes }));
		// One other hash may happen to draw the same few cells.
		const others = [..."0123456789abcdef"].map((digit) => namesWith({ ...hashes, locks: digit.repeat(64) }));
		expect(new Set(others.map(String)).size).toBeGreaterThan(1);
	});
});

test("what comes from another lesson, or from none, is not fresh", () => {
	const { id } = at(PLAYED_LESSONS, 0);
	const file: Kept = { ...NOTHING_KEPT, hashes: { [id]: "a".repeat(64) } };
	expect(isFresh(file, id, "a".repeat(64))).toBe(true);
	expect(isFresh(file, id, "b".repeat(64))).toBe(false);
	expect(isFresh(NOTHING_KEPT, id, "a".repeat(64))).toBe(false);
});

test.each([
	["", "JSON"],
	["[]", "expected object"],
	['{"hashes":{},"gates":{},"decisions":{},"shares":{"a":"1"}}', "shares.a: "],
	['{"hashes":{"chess":"00"},"gates":{},"decisions":{},"shares":{}}', "hashes"],
	['{"hashes":{},"gates":{},"decisions":{},"shares":{},"more":1}', "more"],
])("a file that is %j is refused in one sentence that says what makes it anew", (text, place) => {
	const read = readKept(() => text);
	expect(read).toEqual({ ok: false, reason: expect.stringContaining(place) });
	expect(read).toEqual({
		ok: false,
		reason: expect.stringMatching(new RegExp(`^[^\\n]*\`${REFRESH}\`[^\\n]*$`)),
	});
});
