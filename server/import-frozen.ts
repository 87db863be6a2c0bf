import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { FROZEN } from "#shared/frozen/frozen.ts";
import type { ImportFrozen } from "#shared/frozen/load-simulation.ts";

const FOLDER = new URL("../shared/frozen/", import.meta.url);

/** Imports frozen simulations from `folder`. Of a file that is not what was frozen it runs nothing, and gives nothing. */
export function createImportFrozen(folder: URL): ImportFrozen {
	return async (version) => {
		const file = new URL(`sim-${version}.js`, folder);
		const sha256 = createHash("sha256")
			.update(await readFile(file))
			.digest("hex");
		return sha256 === FROZEN.get(version)?.sha256 ? await import(file.href) : undefined;
	};
}

/** Imports the frozen simulations of this program. */
export const importFrozen = createImportFrozen(FOLDER);
