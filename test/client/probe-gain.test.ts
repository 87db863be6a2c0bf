import { expect, test } from "vitest";
import { countSheet, NO_SHEETS, type ProbeSheet } from "#shared/class/probe-tally.ts";
import { PROBE } from "#shared/lessons/probe.ts";
import { beliefWords, probeTexts } from "../../client/i18n/words.ts";
import { gainsOf } from "../../client/rounds/probe-gain.ts";

const tally = (...sheets: readonly ProbeSheet[]) => sheets.reduce(countSheet, NO_SHEETS);
const asking = (choice: number | null): ProbeSheet => [choice, null, null, null, null, null];

test("the gain of a class is the share that was right after, beside the share before; left out is not right", () => {
	const before = tally(asking(2), asking(0), asking(0), asking(null), asking(1));
	const after = tally(asking(2), asking(2), asking(2), asking(0), asking(null));
	const [amdahl] = gainsOf({ code: "K7MF4W", atMs: 1, before, after });
	expect(amdahl).toEqual({
		concept: "amdahl",
		before: 0.2,
		after: 0.6,
		belief: { id: "everyCoreCounts", share: 0.2 },
	});
});

test("what was asked by too few or not at all shows nothing, and the belief is of the last time that shows", () => {
	const before = tally(asking(0), asking(0), asking(0), asking(2), asking(1));
	const [amdahl, locality] = gainsOf({ code: "K7MF4W", atMs: 1, before, after: { sheets: 2, counts: null } });
	expect(amdahl).toEqual({
		concept: "amdahl",
		before: 0.2,
		after: undefined,
		belief: { id: "everyCoreCounts", share: 0.6 },
	});
	expect(locality?.belief).toBeUndefined();
	const [nothing] = gainsOf({ code: "K7MF4W", atMs: 1, before: null, after: null });
	expect(nothing).toMatchObject({ before: undefined, after: undefined, belief: undefined });
});

test("choices read differently from each other, and every belief is a sentence", () => {
	for (const { concept, choices } of PROBE) {
		const shown = choices.map(({ values }) => probeTexts[concept].choice(values));
		expect(new Set(shown).size, concept).toBe(shown.length);
	}
	expect(probeTexts.race.choice([1, 2])).toBe("1 or 2");
	expect(probeTexts.ipc.choice([2_100])).toBe("2,100\u00a0µs");
	for (const sentence of Object.values(beliefWords)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
