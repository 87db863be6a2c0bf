import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const lock = z
	.object({ packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })) })
	.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));

test("of all packages only the runtime may run a script when it is installed", () => {
	const scripted = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
	expect(scripted.map(([path]) => path)).toEqual(["node_modules/node"]);
});

test("our stand-in is the only native part that msgpackr can find", () => {
	const found = Object.keys(lock.packages).filter((path) => path.includes("msgpackr-extract"));
	expect(found).toEqual(["node_modules/msgpackr-extract", "server/msgpackr-extract"]);
});
