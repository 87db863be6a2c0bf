import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import {
	type Edge,
	findCycle,
	loadedWith,
	ROOT,
	readImports,
	readSource,
	sourceFiles,
} from "./setup/read-imports.ts";

const files = sourceFiles();
const edges = files.flatMap((path) => readImports(path, readSource(path)));
/** Tests may look at everything. */
const product = edges.filter((edge) => !edge.from.startsWith("test/"));

/**
 * Who may import whom. A file belongs to the longest folder that fits; a folder may always import
 * itself. `types`: only as `import type`. `packages`: "*" is any, "node:" all of Node's own.
 */
const TABLE: Record<string, { may: string[]; types?: string[]; packages?: string[] }> = {
	"shared/lib": { may: [] },
	"shared/sim": { may: ["shared/lib"] },
	// Files from outside are parsed where they come in, beside what they describe.
	"shared/sim/scenario/scenario-fields.ts": { may: ["shared/sim"], packages: ["zod"] },
	"shared/sim/scenario/scenario-file.ts": { may: ["shared/lib", "shared/sim"], packages: ["zod"] },
	"shared/sim/chip/command-file.ts": { may: ["shared/sim"], packages: ["zod"] },
	"shared/policies": { may: ["shared/lib", "shared/sim"] },
	"shared/analysis": { may: ["shared/lib", "shared/sim", "shared/policies"] },
	"shared/lab": { may: ["shared/lib", "shared/sim", "shared/policies"] },
	"shared/validation": { may: ["shared/lib", "shared/sim", "shared/policies", "shared/analysis"] },
	// A lesson says what it measures in an outcome of `round`.
	"shared/lessons": {
		may: ["shared/lib", "shared/sim", "shared/policies", "shared/analysis"],
		types: ["shared/round"],
	},
	// What people measure on themselves, beside the lesson whose chip is the same thing as a machine.
	"shared/brain": {
		may: ["shared/lib", "shared/sim", "shared/policies", "shared/analysis", "shared/lessons"],
	},
	"shared/round": {
		may: ["shared/brain", "shared/lib", "shared/sim", "shared/policies", "shared/analysis", "shared/lessons"],
	},
	"shared/round/round-file.ts": {
		may: ["shared/lib", "shared/sim", "shared/policies", "shared/lessons", "shared/round"],
		packages: ["zod"],
	},
	// Beside types only closed lists, and the schema of commands.
	"shared/protocol": {
		may: [
			"shared/lib",
			"shared/sim/chip/chip.ts",
			"shared/sim/scenario/scenario.ts",
			"shared/sim/chip/command-file.ts",
			"shared/lessons/ids.ts",
			"shared/lessons/lesson.ts",
		],
		types: ["shared/sim", "shared/lessons", "shared/brain", "shared/round"],
		packages: ["zod", "@colyseus/schema"],
	},
	server: { may: ["shared"], packages: ["*"] },
	// What is known of built-in rounds: written from the command line, read by the server.
	"server/references": { may: ["shared"], packages: ["node:", "zod"] },
	// Else the command line is the library and a terminal.
	"server/cli": { may: ["shared", "server/references"], packages: ["node:", "zod"] },
	client: { may: ["shared"], packages: ["preact", "lean-qr", "uplot", "@fontsource-variable/lexend"] },
	"client/vite.config.ts": { may: [], packages: ["vite", "node:"] },
	"client/chip": { may: ["shared", "client"], packages: ["phaser"] },
	"client/net": { may: ["shared", "client"], packages: ["@colyseus/sdk", "preact"] },
	"client/present": { may: ["shared"] },
};

const isIn = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

function folderOf(path: string): string | undefined {
	return Object.keys(TABLE)
		.filter((folder) => isIn(path, folder))
		.sort((a, b) => b.length - a.length)[0];
}

function mayImport({ from, to, isPackage, typeOnly }: Edge): boolean {
	const folder = folderOf(from);
	const rule = folder === undefined ? undefined : TABLE[folder];
	if (folder === undefined || rule === undefined) return false;
	if (isPackage)
		return (rule.packages ?? []).some(
			(name) => name === "*" || name === to || (name === "node:" && to.startsWith(name)),
		);
	const allowed = [folder, ...rule.may, ...(typeOnly ? (rule.types ?? []) : [])];
	// A folder without a table entry of its own belongs to the one above.
	return allowed.some((folder) => isIn(to, folder));
}

const show = (list: readonly Edge[]) =>
	list.map(({ from, to, typeOnly }) => `${from} -> ${typeOnly ? "type " : ""}${to}`);

describe("what this test sees", () => {
	test("it sees the whole project", () => {
		expect(files.length).toBeGreaterThan(150);
		for (const top of ["server/", "client/", "shared/", "test/"])
			expect(
				files.some((path) => path.startsWith(top)),
				top,
			).toBe(true);
	});

	test("it sees every kind of import", () => {
		const source = `
			import type { A } from "./a.ts";
			import { type B } from "#shared/lib/b.ts";
			import c, { type D } from "../net/c.ts";
			import "./style.css";
			export { e } from "./e.ts";
			export * from "./f.ts";
			const text = 'import "./no.ts"'; // import "./not-either.ts"
			const g = () => import("phaser/dist/phaser.esm.js");
			const h = new Worker(new ${"URL"}("./h.ts", import.meta.url));
			import { readFileSync } from "node:fs";
			import { i } from "@colyseus/sdk/lib/i.js";`;
		const seen = readImports("client/x/y.ts", source).map((edge) =>
			[
				edge.to,
				edge.isPackage && "package",
				edge.typeOnly && "type",
				edge.lazy && "lazy",
				edge.again && "again",
			]
				.filter((word) => word !== false)
				.join(" "),
		);
		expect(seen.sort()).toEqual([
			"@colyseus/sdk package",
			"client/net/c.ts",
			"client/x/a.ts type",
			"client/x/e.ts again",
			"client/x/f.ts again",
			"client/x/h.ts lazy",
			"client/x/style.css",
			"node:fs package",
			"phaser package lazy",
			"shared/lib/b.ts type",
		]);
	});

	test("it sees edges that are known to be there", () => {
		expect(show(edges)).toEqual(
			expect.arrayContaining([
				"shared/sim/chip/event.ts -> type shared/sim/chip/chip.ts",
				"shared/protocol/up.ts -> zod",
				"shared/protocol/packed-command.ts -> shared/sim/chip/chip.ts",
				"test/architecture.test.ts -> test/setup/read-imports.ts",
			]),
		);
	});

	test("it finds a loop of imports", () => {
		const edge = (from: string, to: string): Edge => ({
			from,
			to,
			isPackage: false,
			typeOnly: false,
			lazy: false,
			again: false,
		});
		expect(findCycle([edge("a", "b"), edge("b", "c"), edge("d", "b"), edge("c", "b")])).toEqual([
			"b",
			"c",
			"b",
		]);
		expect(findCycle([edge("a", "b"), edge("b", "c"), edge("a", "c")])).toBeUndefined();
	});
});

describe("who may import whom", () => {
	test("every file belongs to a folder of the table", () => {
		const strangers = files.filter((path) => !path.startsWith("test/") && folderOf(path) === undefined);
		expect(strangers).toEqual([]);
	});

	test("everybody imports only what the table allows", () => {
		expect(show(product.filter((edge) => !mayImport(edge)))).toEqual([]);
	});

	test("every import of a file is an import of a file that exists", () => {
		expect(show(edges.filter(({ to, isPackage }) => !isPackage && !existsSync(join(ROOT, to))))).toEqual([]);
	});

	test("nothing imports tests", () => {
		expect(show(product.filter(({ to, isPackage }) => !isPackage && isIn(to, "test")))).toEqual([]);
	});

	test("only client/chip imports phaser, only client/net the SDK", () => {
		const from = (name: string, folder: string) =>
			show(product.filter((edge) => edge.isPackage && edge.to === name && !isIn(edge.from, folder)));
		expect(from("phaser", "client/chip")).toEqual([]);
		expect(from("@colyseus/sdk", "client/net")).toEqual([]);
	});

	test("only the server's wiring opens the store, and only the store knows SQLite", () => {
		const opening = product.filter(
			({ from, to, typeOnly }) => isIn(to, "server/store") && !isIn(from, "server/store") && !typeOnly,
		);
		expect(show(opening)).toEqual(["server/app.ts -> server/store/store.ts"]);
		const knowing = product.filter(
			({ from, to }) => /^(node:sqlite|kysely)$/.test(to) && !isIn(from, "server/store"),
		);
		expect(show(knowing)).toEqual([]);
	});

	test("no imports go in a circle", () => {
		expect(findCycle(edges)).toBeUndefined();
	});

	test("there are no barrels", () => {
		expect(files.filter((path) => /^index\.tsx?$/.test(basename(path)))).toEqual([]);
		expect(show(product.filter((edge) => edge.again))).toEqual([]);
	});

	test("the first page loads neither Phaser nor the SDK", () => {
		const loaded = loadedWith("client/main.tsx", edges);
		expect([...loaded]).toContain("preact");
		expect([...loaded].filter((to) => to === "phaser" || to.startsWith("@colyseus/"))).toEqual([]);
	});

	test("the compiler keeps the screen, the clock and Node out of shared", () => {
		const own = JSON.parse(readSource("shared/tsconfig.json")).compilerOptions ?? {};
		const { lib, types } = { ...JSON.parse(readSource("tsconfig.json")).compilerOptions, ...own };
		expect({ lib, types }).toEqual({ lib: ["es2023"], types: [] });
	});
});

describe("rules and tests", () => {
	const inRules = [...readSource("shared/sim/RULES.md").matchAll(/^[-*\s]*\**\[([A-Z]+\d+)\]/gm)].map(
		([, id]) => id ?? "",
	);
	const titles = files
		.filter((path) => /\.test\.tsx?$/.test(path))
		.flatMap((path) => [...readSource(path).matchAll(/\b(?:test|it)(?:\.\w+)*\(\s*(["'`])(.*?)\1/g)])
		.map(([, , title]) => title ?? "");
	const inTests = new Set(
		titles.flatMap((title) => [...title.matchAll(/\[([A-Z]+\d+)\]/g)].map(([, id]) => id ?? "")),
	);

	test("a rule id is given once", () => {
		expect(inRules.length).toBeGreaterThan(10);
		expect(inRules.filter((id, index) => inRules.indexOf(id) !== index)).toEqual([]);
	});

	test("every rule has a test whose title names it", () => {
		expect(inRules.filter((id) => !inTests.has(id))).toEqual([]);
	});

	test("every rule that a test's title names is a rule", () => {
		expect([...inTests].filter((id) => !inRules.includes(id))).toEqual([]);
	});
});
