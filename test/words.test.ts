import { posix } from "node:path";
import { expect, test } from "vitest";
import { type Declared, readDeclared } from "./setup/read-declared.ts";
import { readSource, sourceFiles } from "./setup/read-imports.ts";

/** One word for one thing, as `shared/design/FLOORS.md` lists. */

type Word = { readonly not: readonly string[]; readonly use: string; readonly within?: RegExp };

/** `within`: only there the word is another one's; elsewhere it is a word of its own. */
const WORDS: readonly Word[] = [
	{ not: ["insight", "insights", "sights"], use: "expert policy, observations" },
	{ not: ["people"], use: "naive or human-paced policy", within: /^shared\/policies\// },
	{ not: ["appraise", "appraisal", "rehearse", "rehearsal"], use: "evaluate lesson, simulate players" },
	{ not: ["weigh", "weighed"], use: "counterfactual" },
	{ not: ["chance", "chances"], use: "counterfactual", within: /^shared\/evaluation\// },
	{ not: ["settle", "settled", "happen", "happens", "looks"], use: "reschedule", within: /^shared\/sim\// },
	{ not: ["stage", "stages"], use: "activity", within: /^shared\// },
	{ not: ["loot"], use: "steal candidate, victim" },
	{ not: ["lot", "lots"], use: "batch, or the job that is cut into them" },
	{ not: ["wall"], use: "projector" },
	{ not: ["project"], use: "projector", within: /^client\/(projector|i18n|explain)\// },
];

const files = sourceFiles();
const declared = files.flatMap((path) => readDeclared(path, readSource(path)));
const isProduct = ({ path }: Declared) => !path.startsWith("test/");
const show = ({ path, name }: Declared) => `${path}: ${name}`;

/** The words of a path or a name, whichever way they are joined. */
function wordsOf(name: string): string[] {
	const apart = name.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2");
	return apart
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== "");
}

/** The first word of the list that is not used there, with the one that is. */
function wrongWord(path: string, name: string): string | undefined {
	const words = wordsOf(name);
	for (const { not, use, within } of WORDS) {
		const wrong = not.find((word) => words.includes(word));
		if (wrong !== undefined && (within?.test(path) ?? true)) return `${path}: ${name}: ${wrong} is ${use}`;
	}
	return undefined;
}

test("it sees what is declared: types, classes, functions and constants, exported or not", () => {
	const source = `
		export type A = 1; interface B { readonly c: 1 } export class D {} function e() {}
		export const F = 1, g = 2; let h; export { e };
		export type { I } from "./i.ts";`;
	expect(readDeclared("a.ts", source).map(({ name, kind, exported }) => [name, kind, exported])).toEqual([
		["A", "type", true],
		["B", "type", false],
		["D", "type", true],
		["e", "value", true],
		["F", "value", true],
		["g", "value", true],
		["h", "value", false],
	]);
	expect(declared.length).toBeGreaterThan(3_000);
});

test("a type that is exported has a name that no other type has", () => {
	const types = declared.filter((each) => each.kind === "type" && isProduct(each));
	const isTaken = ({ name, path }: Declared) =>
		types.some((other) => other.exported && other.name === name && other.path !== path);
	expect(types.filter(isTaken).map(show)).toEqual([]);
});

test("it knows a wrong word however it is joined, and only where it is wrong", () => {
	expect(wrongWord("client/play/a.ts", "viewLoot")).toBeDefined();
	expect(wrongWord("client/play/loot-words.ts", "client/play/loot-words.ts")).toBeDefined();
	expect(wrongWord("shared/sim/a.ts", "settleWork")).toBeDefined();
	expect(wrongWord("client/net/a.ts", "settlePending")).toBeUndefined();
	expect(wrongWord("client/ui/a.ts", "slotOf")).toBeUndefined();
});

test("no folder, file or exported name says a thing in another word than the one it has", () => {
	const paths = files.map((path) => wrongWord(path, path));
	const names = declared.filter(({ exported }) => exported).map(({ path, name }) => wrongWord(path, name));
	expect([...paths, ...names].filter((wrong) => wrong !== undefined)).toEqual([]);
});

test("limits end in _MAX and _MIN, the unit before it", () => {
	const isConstant = /^[A-Z][A-Z0-9_]*$/;
	const isLimit = /(^|_)(MAX|MIN|MOST|LEAST|LIMITS?|LONGEST)(_|$)/;
	const isWrong = (name: string) => isConstant.test(name) && isLimit.test(name) && !/_(MAX|MIN)$/.test(name);
	expect(["A_MS_MAX", "A_MAX_MS", "MOST_A", "LIMITS", "maxOf"].filter(isWrong)).toEqual([
		"A_MAX_MS",
		"MOST_A",
		"LIMITS",
	]);
	expect(declared.filter(({ name }) => isWrong(name)).map(show)).toEqual([]);
});

test("a test is called test", () => {
	const saysIt = (source: string) => /^import \{[^}]*\bit\b[^}]*\} from "vitest"/m.test(source);
	expect([saysIt('import { expect, it } from "vitest"'), saysIt('import { test } from "vitest"')]).toEqual([
		true,
		false,
	]);
	expect(files.filter((path) => path.startsWith("test/") && saysIt(readSource(path)))).toEqual([]);
});

test("shared is reached by #shared from outside, and relatively from inside", () => {
	const written = (path: string, source: string, from: RegExp) =>
		[...source.matchAll(/\b(?:from|import) *\(? *"([^"]+)"/g)].some(([, to = ""]) =>
			from.test(to.startsWith(".") ? posix.join(posix.dirname(path), to) : to),
		);
	const isWrong = (path: string, source: string) =>
		written(path, source, path.startsWith("shared/") ? /^#shared\// : /^shared\//);
	expect(isWrong("client/play/a.ts", 'import { b } from "../../shared/lib/b.ts"')).toBe(true);
	expect(isWrong("shared/lab/a.ts", 'import { b } from "#shared/lib/b.ts"')).toBe(true);
	expect(isWrong("shared/lab/a.ts", 'import { b } from "../lib/b.ts"')).toBe(false);
	expect(files.filter((path) => isWrong(path, readSource(path)))).toEqual([]);
});
