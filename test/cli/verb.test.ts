import { describe, expect, test } from "vitest";
import { helpOnAll, helpOnVerb } from "../../server/cli/command/help.ts";
import { flag, type Setting, text, wholeNumber } from "../../server/cli/command/option.ts";
import { defineVerb, type Verb } from "../../server/cli/command/verb.ts";
import { anyNumber, NOTHING, one, oneOrNone } from "../../server/cli/command/words.ts";

const unit: Setting<string> = {
	type: "setting",
	placeholder: "UNIT",
	help: "what to count in;\nthere are many",
	isNeeded: true,
	parse: (written = "") => written.toUpperCase(),
};

const count = defineVerb({
	name: "count",
	summary: "count a thing",
	words: one("THING", (word) => word.length),
	options: {
		unit,
		times: wholeNumber("N", "how often (3)", { least: 1, most: 9, otherwise: 3 }),
		to: text("FILE", "where to"),
		loud: flag("say it aloud"),
	},
	about: "Counts THING.",
	notes: "Try: x count sheep",
	act: (given, options, { print }) => print(JSON.stringify({ given, ...options })),
});

const rest = defineVerb({
	name: "rest",
	summary: "do nothing",
	words: NOTHING,
	options: {},
	about: "Does nothing, badly.",
	act: (_given, _options, { fail }) => fail(),
});

/** What a verb prints, what it is refused for, and whether it fails. */
async function perform(verb: Verb, ...args: string[]) {
	const printed: string[] = [];
	let failed = false;
	const output = { print: (line: string) => printed.push(line), fail: () => (failed = true) };
	const refused = await verb.perform(args, output).then(
		() => undefined,
		(error: Error) => error.message,
	);
	return { printed, failed, refused };
}

describe("a verb", () => {
	test("acts on the values that its words and options come to", async () => {
		const { printed, refused } = await perform(count, "--unit", "m", "sheep", "--loud", "--times=4");
		expect(refused).toBeUndefined();
		expect(JSON.parse(printed[0] ?? "")).toEqual({ given: 5, unit: "M", times: 4, loud: true });
	});

	test("gives each option that is left out the value that its declaration says", async () => {
		const { printed } = await perform(count, "sheep");
		expect(JSON.parse(printed[0] ?? "")).toEqual({ given: 5, unit: "", times: 3, loud: false });
	});

	test("ends as it says", async () => {
		expect(await perform(rest)).toEqual({ printed: [], failed: true, refused: undefined });
	});

	test.each([
		[["sheep", "--size", "3"], "count does not use --size; it uses --unit, --times, --to, --loud."],
		[["sheep", "-s"], "count does not use -s; it uses --unit, --times, --to, --loud."],
		[["sheep", "--times", "10"], '--times needs a whole number from 1 to 9, found "10".'],
		[["sheep", "--times"], "Option '--times <value>' argument missing"],
		[["sheep", "--loud=3"], "Option '--loud' does not take an argument"],
		[["sheep", "goats"], 'count takes one thing, found also "goats".'],
		[[], "Say what to count: see count --help."],
	])("refuses %j with what to do, and does not act", async (args, sentence) => {
		expect(await perform(count, ...args)).toEqual({ printed: [], failed: false, refused: sentence });
	});

	test("takes as many words as it declares", async () => {
		const declared = { summary: "", options: {}, about: "" };
		const print = (given: unknown) => JSON.stringify(given ?? null);
		const verbs = [
			defineVerb({
				...declared,
				name: "a",
				words: oneOrNone("[A]", (word) => word),
				act: (given, _, out) => out.print(print(given)),
			}),
			defineVerb({
				...declared,
				name: "b",
				words: anyNumber("B ...", (words) => words),
				act: (given, _, out) => out.print(print(given)),
			}),
		];
		const [optional, any] = verbs as [Verb, Verb];
		expect([(await perform(optional)).printed, (await perform(optional, "x")).printed]).toEqual([
			["null"],
			['"x"'],
		]);
		expect((await perform(any, "x", "y", "z")).printed).toEqual(['["x","y","z"]']);
		expect((await perform(rest, "x")).refused).toBe('rest takes nothing, found also "x".');
	});
});

describe("help", () => {
	test("of a verb is made from its declaration", () => {
		expect(helpOnVerb(count, "x count")).toBe(
			[
				"x count THING --unit UNIT [options]",
				"",
				"Counts THING.",
				"",
				"  --unit UNIT      what to count in;",
				"                   there are many",
				"  --times N        how often (3)",
				"  --to FILE        where to",
				"  --loud           say it aloud",
				"",
				"Try: x count sheep",
			].join("\n"),
		);
		expect(helpOnVerb(rest, "x rest")).toBe("x rest\n\nDoes nothing, badly.");
	});

	test("of all verbs has a line for each", () => {
		expect(helpOnAll([count, rest], "x", "Two verbs.")).toBe(
			[
				"Two verbs.",
				"",
				"  x count THING  count a thing",
				"  x rest         do nothing",
				"",
				"Each of them explains itself: x count --help",
			].join("\n"),
		);
	});
});
