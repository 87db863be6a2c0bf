import { expect, test } from "vitest";
import { hashCode } from "./hash-code.ts";

const ENTRY = `export { advance } from "#shared/sim/advance.ts";`;

/** The hash of the code that advances a chip, with one of its files changed. */
const hashWith = (changed: string, change: (source: string) => string) =>
	hashCode(ENTRY, (source, file) => {
		if (file !== changed) return source;
		const text = change(source);
		expect(text).not.toBe(source);
		return text;
	});

test("what cannot change a round does not change the hash of its code", async () => {
	const hash = await hashCode(ENTRY);
	const harmless: readonly [string, (source: string) => string][] = [
		["shared/sim/advance.ts", (source) => `/** A word. */\n\n${source.replaceAll("\t", "  ")}// Another.`],
		["shared/sim/advance.ts", (source) => source.replaceAll(/\btimer\b/g, "due")],
		["shared/sim/advance.ts", (source) => source.replaceAll("function ", "function  ")],
		["shared/sim/advance.ts", (source) => `${source}\nexport const beside = 7;\n`],
	];
	for (const [file, change] of harmless) expect(await hashWith(file, change)).toBe(hash);
});

test("a number, an operator or the order of two acts does", async () => {
	const hash = await hashCode(ENTRY);
	const harmful: readonly [string, (source: string) => string][] = [
		["shared/lib/units.ts", (source) => source.replace("= 0.01", "= 0.02")],
		["shared/sim/advance.ts", (source) => source.replace("nextNs > toNs", "nextNs >= toNs")],
		[
			"shared/sim/advance.ts",
			(source) =>
				source.replace(
					"	fireTimers(chip, sink);\n	admitArrivals(chip, sink);",
					"	admitArrivals(chip, sink);\n	fireTimers(chip, sink);",
				),
		],
	];
	const hashes = await Promise.all(harmful.map(([file, change]) => hashWith(file, change)));
	expect(new Set([hash, ...hashes]).size).toBe(harmful.length + 1);
});

test("code that does not exist has no hash", async () => {
	await expect(hashCode(`export { nothing } from "#shared/round/round.ts";`)).rejects.toThrow("nothing");
});
