import { describe, expect, test } from "vitest";
import { builtInChips, searchOfBuiltIn } from "#shared/evaluation/built-in-chips.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import { LESSONS, lessonById } from "#shared/lessons/table.ts";
import { humanReferences } from "#shared/result/human-paced-references.ts";
import { type ChipReferences, findReferences, type ReferenceSearch } from "#shared/result/references.ts";
import { REFRESH, readBuiltIn } from "../../server/references/built-in.ts";
import { keyOf } from "../../server/references/key.ts";

const HINT = `a policy, a lesson or the search has changed: \`${REFRESH}\` makes the file anew`;

const file = readBuiltIn();
const known = (search: ReferenceSearch): ChipReferences | undefined =>
	file.ok ? file.value.get(keyOf(search)) : undefined;

const scored = LESSONS.filter(isPlayed);

/** One that is found in an instant, one with several sizes of chip, one that ends with its last task. */
const SEARCHED: readonly LessonId[] = ["scheduling-policy", "amdahl", "big-little"];

describe("what is built in", () => {
	test.each(scored)(
		"of $id is what its players come to at human pace, on every level, seed, side and size",
		({ id }) => {
			const chips = builtInChips().filter(({ lesson }) => lesson === id);
			expect(chips.length).toBeGreaterThan(0);
			for (const chip of chips) {
				const search = searchOfBuiltIn(chip);
				const { naive, best } = humanReferences(lessonById(id), search);
				expect(known(search), `${HINT} (${JSON.stringify(chip)})`).toMatchObject({ naive, best });
			}
		},
	);

	test.each(SEARCHED)("of %s is what the whole search finds", (id) => {
		const chip = builtInChips().find(({ lesson, level }) => lesson === id && level === "standard");
		if (chip === undefined) throw new Error(`nothing is built in of ${id}`);
		const search = searchOfBuiltIn(chip);
		expect(known(search), HINT).toEqual(findReferences(search));
	});
});
