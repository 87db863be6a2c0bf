import { join } from "node:path";
import { build } from "vite";
import { ROOT } from "../setup/read-imports.ts";

/** A file and all that it imports as one script that a page or a worker can load; what it exports is in `name`. */
export async function bundle(file: string, name: string): Promise<string> {
	const built = await build({
		root: ROOT,
		configFile: false,
		logLevel: "silent",
		build: {
			write: false,
			target: "es2022",
			lib: { entry: join(ROOT, file), formats: ["iife"], name },
		},
	});
	const [output] = Array.isArray(built) ? built : [];
	const [chunk] = output?.output ?? [];
	if (chunk?.type !== "chunk") throw new Error(`${file} was not built`);
	return chunk.code;
}
