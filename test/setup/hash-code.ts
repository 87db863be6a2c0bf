import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { build, type Plugin } from "vite";

/** The text of `file` (a path from the root) as it is to be hashed. */
type Rewrite = (source: string, file: string) => string;

const ROOT = join(import.meta.dirname, "../..");
/** Stands in the root, so that it imports as any file of the project does. */
const ENTRY = join(ROOT, "entry-of-hashed-code.ts");

/**
 * SHA-256, in hexadecimal digits, of the code that runs behind `entry`, a module's text that exports what
 * counts: `export { replay } from "#shared/round/replay.ts"`. The code is hashed as one minified bundle, so
 * comments, formatting, types, names of local variables and of files, and whatever `entry` does not reach do
 * not count; nor do packages. Takes 0.1 s. Rejects where a module is missing or does not export what is asked of it.
 */
export async function hashCode(entry: string, rewrite: Rewrite = (source) => source): Promise<string> {
	const built = await build({
		root: ROOT,
		configFile: false,
		envFile: false,
		publicDir: false,
		logLevel: "silent",
		plugins: [createReader(entry, rewrite)],
		build: {
			write: false,
			target: "esnext",
			minify: "oxc",
			rolldownOptions: {
				input: ENTRY,
				preserveEntrySignatures: "strict",
				external: /^[a-z@]/,
				output: { codeSplitting: false },
			},
		},
	});
	if (!("output" in built)) throw new Error("the bundler watches instead of building");
	const code = built.output.map((file) => (file.type === "chunk" ? file.code : ""));
	return createHash("sha256").update(code.join("")).digest("hex");
}

function createReader(entry: string, rewrite: Rewrite): Plugin {
	return {
		name: "reader",
		enforce: "pre",
		resolveId: (id) => (id === ENTRY ? id : null),
		load: (id) => (id === ENTRY ? entry : null),
		transform: (source, id) => (id === ENTRY ? source : sortImports(rewrite(source, relative(ROOT, id)))),
	};
}

/** Imports in order of what they name, not of the paths that they name it by: modules are bundled in that order. */
function sortImports(source: string): string {
	const statement = /^import [^;]*;$/gm;
	const imports = [...source.matchAll(statement)].map(([text]) => text).sort();
	return imports.join("") + source.replaceAll(statement, "");
}
