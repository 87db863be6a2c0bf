import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkRandom, checkSeeds } from "./holds.ts";
import { KEPT_SEEDS } from "./kept-seeds.ts";
import { readSource, sourceFiles } from "./read-imports.ts";

const small = fc.property(fc.nat(), (value) => value < 1_000);

/** What a failing run says, or "" where all is well. */
function said(run: () => void): string {
	try {
		run();
		return "";
	} catch (error) {
		return String(error);
	}
}

function counterexampleIn(text: string): number {
	return Number(/Counterexample: \[(\d+)\]/.exec(text)?.[1]);
}

describe("a property that fails", () => {
	const failure = said(() => checkRandom("small", small, { seed: 42 }));
	const [, seed, path] = /\{ seed: (-?\d+), path: "([\d:]+)", wrong: "\.\.\." \}/.exec(failure) ?? [];

	test("says which line keeps its seed, and where", () => {
		expect(failure).toContain('keep it in test/setup/kept-seeds.ts under "small"');
		expect(seed).toBe("42");
	});

	test("fails again on the seed that was kept, with what had been wrong, and no more once it is mended", () => {
		const kept = [{ seed: Number(seed), path: path ?? "", wrong: "large numbers" }];
		const again = said(() => checkSeeds(kept, small));
		expect(counterexampleIn(again)).toBe(counterexampleIn(failure));
		expect(counterexampleIn(again)).toBeGreaterThanOrEqual(1_000);
		expect(again).toContain("This was wrong before: large numbers.");
		expect(
			said(() =>
				checkSeeds(
					kept,
					fc.property(fc.nat(), () => true),
				),
			),
		).toBe("");
	});
});

test("each name belongs to one property, and every property has one", () => {
	const tests = sourceFiles().filter((path) => /^test\/.*\.test\.tsx?$/.test(path));
	const sources = tests.filter((path) => path !== "test/setup/holds.test.ts").map(readSource);
	const used = sources.flatMap((source) =>
		[...source.matchAll(/\bholds(?:InTime)?\(\s*"([^"]+)"/g)].map(([, name]) => name),
	);
	expect(used.sort()).toEqual(Object.keys(KEPT_SEEDS).sort());
	expect(sources.filter((source) => /\bfc\.assert\(/.test(source))).toEqual([]);
});
