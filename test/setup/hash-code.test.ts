import { expect, test } from "vitest";
import { hashCode } from "./hash-code.ts";

const ENTRY = `export { advance } from "#shared/sim/advance.ts";`;
const hash = await hashCode(ENTRY);

/** The hash of the code that advances a chip, with one of its files changed. */
const hashWith = (changed: string, change: (source: string) => string) =>
	hashCode(ENTRY, (source, file) => {
		if (file !== changed) return source;
		const text = change(source);
		expect(text).not.toBe(source);
		return text;
	});

test("what cannot change a round does not change the hash of its code", async () => {
	const changed = await hashWith("shared/sim/advance.ts", (source) => {
		const imports = source.match(/^import .*;$/gm) ?? [];
		const code = source.slice(source.lastIndexOf(imports.at(-1) ?? "")).replace(/^import .*;$/m, "");
		const renamed = code
			.replaceAll(/\btimer\b/g, "due")
			.replaceAll("\t", "  ")
			.replaceAll("function ", "function  ");
		return `/** A word. */\n${imports.toReversed().join("\n")}${renamed}\nexport const beside = 7; // Another.`;
	});
	expect(changed).toBe(hash);
});

test("a number, an operator or the order of two acts does", async () => {
	const harmful: readonly [string, (source: string) => string][] = [
		["shared/lib/units.ts", (source) => source.replace("= 0.01", "= 0.02")],
		["shared/sim/advance.ts", (source) => source.replace("due.atNs > toNs", "due.atNs >= toNs")],
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
	await expect(hashCode(`export { nothing } from "#shared/lib/letters.ts";`)).rejects.toThrow("nothing");
});
