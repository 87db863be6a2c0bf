import { join } from "node:path";
import { build, type Plugin } from "vite";

type Bundling = {
	/** Whether packages become part of the bundle; else it imports them. */
	readonly packages: boolean;
	/** Kept apart from everything else that runs beside it: what it leaves in `globalThis` stays its own. */
	readonly apart?: boolean;
	/** Changes sources before they are bundled. */
	readonly plugins?: readonly Plugin[];
};

export const ROOT = join(import.meta.dirname, "../..");
/** Stands in the root, so that it imports as any file of the project does. */
const ENTRY = join(ROOT, "entry-of-bundled-code.ts");
/** No code has a global of this name. */
const APART = "surroundings";

/**
 * The code that runs behind `entry`, a module's text that exports what counts
 * (`export { replay } from "#shared/round/replay.ts"`), as one minified module. The same sources give the same text.
 * Takes 0.1 s. Rejects where a module is missing or does not export what is asked of it.
 */
export async function bundleCode(entry: string, bundling: Bundling): Promise<string> {
	const { packages, apart = false, plugins = [] } = bundling;
	const built = await build({
		root: ROOT,
		configFile: false,
		envFile: false,
		publicDir: false,
		logLevel: "silent",
		plugins: [createEntry(entry), ...plugins],
		...(apart && { define: { globalThis: APART } }),
		build: {
			write: false,
			target: "esnext",
			minify: "oxc",
			rolldownOptions: {
				input: ENTRY,
				preserveEntrySignatures: "strict",
				external: packages ? [] : /^[a-z@]/,
				output: { codeSplitting: false, ...(apart && { intro: `const ${APART} = {};` }) },
			},
		},
	});
	if (!("output" in built)) throw new Error("the bundler watches instead of building");
	return built.output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
}

function createEntry(entry: string): Plugin {
	return {
		name: "entry",
		enforce: "pre",
		resolveId: (id) => (id === ENTRY ? id : null),
		load: (id) => (id === ENTRY ? entry : null),
	};
}
