import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { documentFiles, ROOT, readSource } from "./setup/read-imports.ts";

const documents = documentFiles();

/** What stands together in a document: a row of a table, an item of a list, a paragraph. */
function blocksOf(text: string): string[] {
	return text.split(/\n(?=\s*\n|\s*[-*|] |\||\s*\d+\. )/);
}

/** Paths that a block names: targets of links and pictures, and what looks like one in backquotes. */
function namedIn(block: string): { paths: string[]; folders: string[] } {
	const links = [...block.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, path]) => path ?? "");
	const quoted = [...block.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`/g)].map(([, path]) => path ?? "");
	const isPath = (path: string) =>
		/\.(tsx?|json|html|md|css|grit)$/.test(path) || /^(client|server|shared|test)\//.test(path);
	return {
		paths: [...links.filter((path) => !/^[a-z]+:/.test(path)), ...quoted.filter(isPath)],
		folders: quoted.filter((path) => /^[a-z][\w/-]*$/.test(path)),
	};
}

/** Paths that lead nowhere: seen from the root, from the document, or from a folder named in the same block. */
function goneIn(text: string, document: string): string[] {
	const here = dirname(document);
	return blocksOf(text).flatMap((block) => {
		const { paths, folders } = namedIn(block);
		const from = ["", here, ...folders, ...folders.map((folder) => join(here, folder))];
		return paths.filter((path) => !from.some((folder) => existsSync(join(ROOT, folder, path))));
	});
}

describe("documents", () => {
	test("it sees them, and what they name", () => {
		expect(documents).toEqual(
			expect.arrayContaining(["README.md", "server/README.md", "shared/sim/RULES.md"]),
		);
		expect(
			namedIn(
				"See [rules](shared/sim/RULES.md#time), `client/main.tsx` or `table.ts` of `shared/lab`, `p / q`.",
			),
		).toEqual({
			paths: ["shared/sim/RULES.md", "client/main.tsx", "table.ts", "shared/lab"],
			folders: ["shared/lab"],
		});
	});

	test("a path that is gone is noticed", () => {
		expect(blocksOf("one\ntwo\n\n- three\n  four\n| five |\n| six |")).toHaveLength(5);
		expect(goneIn("`main.tsx` and `gone.ts` of `client`, `shared/gone`", "README.md")).toEqual([
			"gone.ts",
			"shared/gone",
		]);
	});

	test.each(documents)("%s names no path that is gone", (document) => {
		expect(goneIn(readSource(document), document)).toEqual([]);
	});
});
