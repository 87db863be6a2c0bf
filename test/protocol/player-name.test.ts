import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	cleanPlayerName,
	distinctName,
	generatePlayerName,
	isGeneratedName,
} from "#shared/protocol/player-name.ts";
import { holds } from "../setup/holds.ts";

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

describe("a name as it is shown", () => {
	test.each([
		["  Ada   Lovelace ", "Ada Lovelace"],
		["A\u200bd\u202ea", "Ada"],
		["\uff21\uff44\uff41", "Ada"],
		["Zoe\u0308", "Zo\u00eb"],
		["\u674e\u5c0f\u9f99", "\u674e\u5c0f\u9f99"],
		["Ada \u{1f469}\u{1f3fd}", "Ada \u{1f469}\u{1f3fd}"],
	])("%j is %j", (typed, shown) => {
		expect(cleanPlayerName(typed)).toEqual({ ok: true, value: shown });
	});

	test("a pile of accents is cut to three", () => {
		const cleaned = cleanPlayerName(`x${"\u0336".repeat(40)}`);
		expect(cleaned.ok && cleaned.value.length).toBe(4);
	});

	test("whatever is typed, the name has 1 to 16 letters, one of which can be read, and cleaning it again changes nothing", () => {
		holds(
			"player name",
			fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (typed) => {
				const cleaned = cleanPlayerName(typed);
				if (!cleaned.ok) return;
				const count = [...letters.segment(cleaned.value)].length;
				expect(count).toBeGreaterThan(0);
				expect(count).toBeLessThanOrEqual(16);
				expect(cleaned.value).toMatch(/[\p{L}\p{N}]/u);
				expect(cleaned.value).not.toMatch(/[\p{Cc}\p{Cf}]/u);
				expect(cleanPlayerName(cleaned.value)).toEqual(cleaned);
			}),
		);
	});
});

describe("equal names", () => {
	test("get the next free number, and stay within 16 letters", () => {
		expect(distinctName("Sam", ["SAM", "Sam 2"])).toBe("Sam 3");
		expect(distinctName("Sixteen letters!", ["Sixteen letters!"])).toBe("Sixteen letter 2");
	});
});

describe("names to offer", () => {
	test.each(["en", "de", "xx"])("are names that can be taken, and known as made up: %s", (language) => {
		holds(
			"player name to offer",
			fc.property(fc.infiniteStream(fc.nat(1_000_000)), (numbers) => {
				const name = generatePlayerName((below) => Number(numbers.next().value) % below, language);
				expect(isGeneratedName(name)).toBe(true);
				expect(cleanPlayerName(name)).toEqual({ ok: true, value: name });
			}),
		);
	});
});
