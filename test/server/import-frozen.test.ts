import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { loadFrozen } from "#shared/frozen/load-simulation.ts";
import { createImportFrozen, importFrozen } from "../../server/import-frozen.ts";
import { createDataFolder } from "./test-server.ts";

const FROZEN_5 = join(import.meta.dirname, "../../shared/frozen/sim-5.js");

/** Imports from a folder of its own; `prepare` gets the path that the file of version 5 has in it. */
function importFrom(prepare: (file: string) => void) {
	const folder = createDataFolder();
	prepare(join(folder, "sim-5.js"));
	return createImportFrozen(pathToFileURL(`${folder}/`));
}

test("what was frozen is loaded", async () => {
	expect(await loadFrozen(5, importFrozen)).toMatchObject({ ok: true, value: { version: 5 } });
	const copied = importFrom((file) => copyFileSync(FROZEN_5, file));
	expect(await loadFrozen(5, copied)).toMatchObject({ ok: true, value: { version: 5 } });
});

test("a file that is missing is told from a version that never was there", async () => {
	const missing = importFrom(() => undefined);
	expect(await loadFrozen(5, missing)).toEqual({ ok: false, reason: "missing" });
	expect(await loadFrozen(4, missing)).toEqual({ ok: false, reason: "notCarried" });
});

test("of a file that is not what was frozen nothing runs", async () => {
	const changed = importFrom((file) =>
		writeFileSync(file, `globalThis.hasRun = true;${readFileSync(FROZEN_5, "utf8")}`),
	);
	expect(await loadFrozen(5, changed)).toEqual({ ok: false, reason: "damaged" });
	expect(globalThis).not.toHaveProperty("hasRun");
});

test("a file with another door is refused", async () => {
	const doors = [{}, { simulation: {} }, { simulation: { door: 2, version: 5 } }, undefined];
	for (const door of doors)
		expect(await loadFrozen(5, () => Promise.resolve(door))).toEqual({ ok: false, reason: "damaged" });
});
