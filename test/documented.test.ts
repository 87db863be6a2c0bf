import { parseSync } from "vite";
import { describe, expect, test } from "vitest";
import { readSource, sourceFiles } from "./setup/read-imports.ts";

/** Least share of the exports that have a doc comment. Some need none: their type says everything. */
const DOCUMENTED_SHARE_MIN = 0.9;

/** Words that say nothing beside the name that they stand with. */
const FILLERS = new Set(wordsOf("a an and are as by for in is it its of on or that the this to which with"));

/** `said`: whether its doc comment says anything that its name does not. */
type Documented = { readonly name: string; readonly said: boolean };

describe("exports of shared", () => {
	const exported = sourceFiles()
		.filter((path) => path.startsWith("shared/"))
		.flatMap((path) =>
			readExports(path, readSource(path)).map(({ name, said }) => ({ name: `${path}: ${name}`, said })),
		);

	test("are found", () => {
		expect(exported.length).toBeGreaterThan(500);
	});

	test("say what their names and types cannot, nine in ten", () => {
		const silent = exported.filter(({ said }) => !said).map(({ name }) => name);
		const share = 1 - silent.length / exported.length;
		expect(share, `without a doc comment that says something:\n${silent.join("\n")}`).toBeGreaterThanOrEqual(
			DOCUMENTED_SHARE_MIN,
		);
	});
});

describe("a doc comment", () => {
	const saysSomething = (comment: string, declaration: string): boolean | undefined =>
		readExports("example.ts", `${comment}\n${declaration}`)[0]?.said;

	test.each([
		["/** Highest first. */", "export const ranks = [3, 2];", true],
		["/**\n * Time in ns.\n */", "export function delay(): number { return 1; }", true],
		["/** Rejects what is late. */", "export async function check() {}", true],
		["/** The lower bounds. */", "export type LowerBounds = { readonly ns: number };", false],
		["/** This is its thread, of the cores. */", "export const threadOfCore = 1;", false],
		["/** */", "export const limit = 1;", false],
		["// Not a doc comment.", "export const limit = 1;", false],
		["/* Nor is this. */", "export const limit = 1;", false],
		["/** Of the file, not of what follows. */\n", "export const limit = 1;", false],
		["/** Of something else. */\nconst other = 1;", "export const limit = other;", false],
	])("%s before %s", (comment, declaration, said) => {
		expect(saysSomething(comment, declaration)).toBe(said);
	});
});

/** What a file declares and exports. What it only hands on is documented where it is declared. */
function readExports(path: string, source: string): Documented[] {
	const { program, comments, errors } = parseSync(path, source);
	if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
	return program.body.flatMap((statement) => {
		if (statement.type !== "ExportNamedDeclaration" || statement.declaration === null) return [];
		const comment = comments.findLast(({ end }) => end <= statement.start);
		const isDoc =
			comment?.type === "Block" &&
			comment.value.startsWith("*") &&
			/^[ \t]*\n?[ \t]*$/.test(source.slice(comment.end, statement.start));
		const said = isDoc ? comment.value : "";
		return namesOf(statement.declaration).map((name) => ({ name, said: isMoreThan(name, said) }));
	});
}

type Declaration = { readonly id?: unknown; readonly declarations?: readonly { readonly id: unknown }[] };

function namesOf({ id, declarations }: Declaration): string[] {
	const ids = declarations?.map((declarator) => declarator.id) ?? [id];
	return ids.flatMap((each) =>
		typeof each === "object" && each !== null && "name" in each ? [String(each.name)] : [],
	);
}

/** Whether the comment has a word that is neither a filler nor in the name, singular or plural. */
function isMoreThan(name: string, comment: string): boolean {
	const inName = new Set(wordsOf(name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ")));
	return wordsOf(comment).some((word) => !FILLERS.has(word) && !inName.has(word));
}

function wordsOf(text: string): string[] {
	return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => word.replace(/(?<=..)s$/, ""));
}
