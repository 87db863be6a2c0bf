import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT, readSource } from "./setup/read-imports.ts";

const inexact: Record<string, string> = {
	"Math.sin": "export const a = (x: number) => Math.sin(x);",
	"Math.random inside an exact function": "export const a = Math.floor(Math.random() * 6);",
	"Math.sqrt as a value": "export const a = [1, 4].map(Math.sqrt);",
	"Math by name": 'export const a = Math["pow"](2, 3);',
	"Math taken apart": "const { cos } = Math;\nexport const a = cos(1);",
	"**": "export const a = (x: number) => x ** 2;",
	"**=": "export function a(x: number) {\n\tlet y = x;\n\ty **= 2;\n\treturn y;\n}",
	Date: "export const a = Date.now();",
	performance: "export const a = performance.now();",
};
const exact = "export const a = Math.floor(Math.max(7 / 2, Math.imul(3, 4))) + Math.abs(-1);";

/** A project with our linter's settings and files that break them. */
const folder = mkdtempSync(join(tmpdir(), "coretet-lint-"));
const paths = {
	sim: (index: number) => `shared/sim/probe-${index}.ts`,
	policies: (index: number) => `shared/policies/probe-${index}.ts`,
};
const complaints = lint();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Paths of the files that the linter objects to, once per objection. */
function lint(): string[] {
	const { vcs: _, ...settings } = JSON.parse(readSource("biome.json"));
	write("biome.json", JSON.stringify(settings));
	mkdirSync(join(folder, "shared/sim"), { recursive: true });
	cpSync(join(ROOT, "shared/sim/exact-math.grit"), join(folder, "shared/sim/exact-math.grit"));
	Object.values(inexact).forEach((source, index) => {
		write(paths.sim(index), source);
		write(paths.policies(index), source);
	});
	write("shared/sim/exact.ts", exact);
	write("client/chip/curve.ts", "export const a = Math.sin(2) ** 2;");
	const biome = join(ROOT, "node_modules/.bin/biome");
	const { stderr } = spawnSync(biome, ["lint", "--colors=off", "--max-diagnostics=none", "."], {
		cwd: folder,
		encoding: "utf8",
	});
	return [...stderr.matchAll(/^(\S+\.ts):\d+:\d+ (?:plugin|lint\/style\/noRestrictedGlobals)/gm)].map(
		([, path]) => path ?? "",
	);
}

function write(path: string, text: string): void {
	mkdirSync(join(folder, dirname(path)), { recursive: true });
	writeFileSync(join(folder, path), text);
}

Object.keys(inexact).forEach((name, index) => {
	test(`the linter keeps ${name} out of the simulation and its policies`, () => {
		expect(complaints.filter((path) => path === paths.sim(index))).toHaveLength(1);
		expect(complaints.filter((path) => path === paths.policies(index))).toHaveLength(1);
	});
});

test("the linter lets exact arithmetic through, and leaves other folders alone", () => {
	expect(complaints).not.toContain("shared/sim/exact.ts");
	expect(complaints).not.toContain("client/chip/curve.ts");
});
