import { createHash } from "node:crypto";
import { relative } from "node:path";
import type { Plugin } from "vite";
import { bundleCode, ROOT } from "./bundle-code.ts";

/** The text of `file` (a path from the root) as it is to be hashed. */
type Rewrite = (source: string, file: string) => string;

/**
 * SHA-256, in hexadecimal digits, of the code that runs behind `entry`, a module's text that exports what
 * counts: `export { replay } from "#shared/round/replay.ts"`. The code is hashed as one minified bundle, so
 * comments, formatting, types, names of local variables and of files, and whatever `entry` does not reach do
 * not count; nor do packages. Takes 0.1 s. Rejects where a module is missing or does not export what is asked of it.
 */
export async function hashCode(entry: string, rewrite: Rewrite = (source) => source): Promise<string> {
	const code = await bundleCode(entry, { packages: false, plugins: [createReader(rewrite)] });
	return createHash("sha256").update(code).digest("hex");
}

function createReader(rewrite: Rewrite): Plugin {
	return {
		name: "reader",
		enforce: "pre",
		transform: (source, id) => sortImports(rewrite(source, relative(ROOT, id))),
	};
}

/** Imports in order of what they name, not of the paths that they name it by: modules are bundled in that order. */
function sortImports(source: string): string {
	const statement = /^import [^;]*;$/gm;
	const imports = [...source.matchAll(statement)].map(([text]) => text).sort();
	return imports.join("") + source.replaceAll(statement, "");
}
