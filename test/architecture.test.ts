import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import {
	type Edge,
	findCycles,
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

/** `at`: a folder or a file. `may`: rows that it may import beside itself. `packages`: "node:" is all of Node's own. */
type Floor = { readonly at: string; readonly may: readonly string[]; readonly packages?: readonly string[] };

const SCENARIO = ["shared/lib", "shared/sim/scenario"];
const CHIP = [...SCENARIO, "shared/sim/chip"];
const MODEL = [...CHIP, "shared/sim/memory", "shared/sim", "shared/policies/parts", "shared/policies"];
const GAME = [
	...MODEL,
	"shared/analysis",
	"shared/lessons",
	"shared/brain",
	"shared/round",
	"shared/frozen",
	"shared/class",
	"shared/result",
	"shared/protocol",
];
/** What asks whether a lesson is worth playing, and whether the machine is true. */
const JUDGED = ["shared/evaluation", "shared/validation"];
const GROUND = ["server/clock.ts", "server/log.ts", "server/config.ts", "server/own-origin.ts"];
const KEEPING = ["server/store", "server/references", "server/auth", "server/journal", "server/records"];
const WORDS = ["client/i18n/base", "client/i18n"];
const PAGE = [...WORDS, "client/net", "client/ui", ...GAME];
const BOARD = [...PAGE, "client/present", "client/seat", "client/chip", "client/board"];

/**
 * Who may import whom, types included. From the ground up: a row names rows above it only, so that nothing
 * goes in a circle. A file belongs to the longest row that fits, and everything else of its row is its own.
 */
const FLOORS: readonly Floor[] = [
	{ at: "shared/lib", may: [] },
	{ at: "shared/sim/scenario", may: ["shared/lib"], packages: ["zod"] },
	{ at: "shared/sim/chip", may: SCENARIO, packages: ["zod"] },
	{ at: "shared/sim/memory", may: CHIP },
	{ at: "shared/sim/threads", may: [...CHIP, "shared/sim/memory"] },
	{ at: "shared/sim/commands", may: [...CHIP, "shared/sim/memory", "shared/sim/threads"] },
	{ at: "shared/sim", may: [...CHIP, "shared/sim/memory", "shared/sim/threads", "shared/sim/commands"] },
	{ at: "shared/policies/parts", may: CHIP },
	{ at: "shared/policies/textbook", may: [...CHIP, "shared/policies/parts"] },
	{ at: "shared/policies/naive", may: [...CHIP, "shared/policies/parts", "shared/policies/textbook"] },
	{ at: "shared/policies/experts", may: [...CHIP, "shared/policies/parts", "shared/policies/naive"] },
	{
		at: "shared/policies",
		may: [...CHIP, "shared/policies/textbook", "shared/policies/naive", "shared/policies/experts"],
	},
	{ at: "shared/analysis", may: MODEL },
	{ at: "shared/lab", may: MODEL },
	{ at: "shared/validation", may: [...MODEL, "shared/analysis"] },
	{ at: "shared/lessons", may: [...MODEL, "shared/analysis"], packages: ["zod"] },
	// What people measure on themselves, beside the lesson whose chip is the same thing as a machine.
	{ at: "shared/brain", may: [...MODEL, "shared/analysis", "shared/lessons"], packages: ["zod"] },
	{ at: "shared/round", may: [...MODEL, "shared/lessons"], packages: ["zod"] },
	{ at: "shared/frozen", may: [...CHIP, "shared/sim", "shared/round"], packages: ["zod"] },
	{
		at: "shared/class",
		may: [...CHIP, "shared/sim", "shared/lessons", "shared/brain", "shared/round"],
		packages: ["zod"],
	},
	{
		at: "shared/result",
		may: [...MODEL, "shared/analysis", "shared/lessons", "shared/round"],
		packages: ["zod"],
	},
	{ at: "shared/evaluation", may: [...MODEL, "shared/analysis", "shared/lessons", "shared/result"] },
	{
		at: "shared/protocol",
		may: [...CHIP, "shared/lessons", "shared/brain", "shared/round", "shared/class", "shared/result"],
		packages: ["zod", "@colyseus/schema"],
	},

	{ at: "server/start-error.ts", may: [] },
	{ at: "server/clock.ts", may: [] },
	{ at: "server/manual-clock.ts", may: ["server/clock.ts"] },
	{ at: "server/log.ts", may: [], packages: ["pino"] },
	{ at: "server/config.ts", may: ["shared/lib"], packages: ["node:", "zod"] },
	{ at: "server/own-origin.ts", may: [] },
	{ at: "server/import-frozen.ts", may: ["shared/frozen"], packages: ["node:"] },
	{ at: "server/store", may: [...GROUND, ...GAME], packages: ["node:", "kysely", "zod"] },
	// What is known of built-in rounds: written from the command line, read by the server.
	{ at: "server/references", may: GAME, packages: ["node:", "zod"] },
	{ at: "server/auth", may: [...GROUND, "server/store"], packages: ["node:"] },
	{ at: "server/journal", may: [...GROUND, "server/store", ...GAME] },
	{
		at: "server/records",
		may: [...GROUND, "server/import-frozen.ts", "server/store", "server/references", ...GAME],
		packages: ["node:"],
	},
	{
		at: "server/rooms",
		may: [...GROUND, "server/import-frozen.ts", ...KEEPING, ...GAME],
		packages: ["node:", "zod", "@colyseus/core", "@colyseus/ws-transport"],
	},
	{
		at: "server/http",
		may: [...GROUND, ...KEEPING, "server/rooms", ...GAME],
		packages: ["node:", "zod", "@colyseus/core", "express", "helmet", "vite"],
	},
	// The command line is the library and a terminal.
	{ at: "server/cli/command", may: GAME, packages: ["node:"] },
	{ at: "server/cli/draw", may: [...GAME, "server/cli/command"] },
	{ at: "server/cli/threads", may: [...GAME, ...JUDGED, "server/references"], packages: ["node:"] },
	{ at: "server/cli/run", may: [...GAME, "server/cli/command", "server/cli/draw"] },
	{ at: "server/cli/validation", may: [...GAME, ...JUDGED, "server/cli/draw", "server/cli/threads"] },
	{
		at: "server/cli/verbs",
		may: [
			...GAME,
			...JUDGED,
			"server/import-frozen.ts",
			"server/references",
			"server/cli/command",
			"server/cli/draw",
			"server/cli/threads",
			"server/cli/run",
			"server/cli/validation",
		],
		packages: ["zod"],
	},
	{
		at: "server/cli",
		may: [...GAME, ...JUDGED, "server/cli/command", "server/cli/verbs"],
		packages: ["node:"],
	},
	{
		at: "server/app.ts",
		may: [...GROUND, ...KEEPING, "server/start-error.ts", "server/rooms", "server/http", "shared/lib"],
		packages: ["node:", "express", "@colyseus/core"],
	},
	{
		at: "server/main.ts",
		may: ["server/config.ts", "server/start-error.ts", "server/app.ts"],
		packages: ["node:"],
	},

	{ at: "client/present", may: GAME },
	{ at: "client/net", may: GAME, packages: ["@colyseus/sdk", "preact", "zod"] },
	// Pure: no component, no words.
	{ at: "client/seat", may: [...GAME, "shared/sim/commands", "client/present"] },
	{ at: "client/i18n/base", may: GAME },
	{ at: "client/i18n/en", may: [...GAME, "shared/lab", "client/present", "client/net", "client/i18n/base"] },
	{ at: "client/i18n", may: [...GAME, "client/i18n/base", "client/i18n/en"] },
	{ at: "client/i18n/de", may: [...GAME, "shared/lab", "client/present", "client/net", ...WORDS] },
	{
		at: "client/ui",
		may: [...WORDS, "shared/lib", "shared/lessons"],
		packages: ["preact", "uplot", "lean-qr", "@fontsource-variable/lexend"],
	},
	{ at: "client/chip", may: [...GAME, "client/present"], packages: ["phaser"] },
	{ at: "client/progress", may: [...GAME, "client/net"], packages: ["preact", "zod"] },
	{
		at: "client/board",
		may: [...PAGE, "client/present", "client/seat", "client/chip"],
		packages: ["preact"],
	},
	{ at: "client/brain", may: PAGE, packages: ["preact", "uplot"] },
	{ at: "client/figures", may: PAGE, packages: ["preact", "uplot"] },
	{
		at: "client/explain",
		may: [...PAGE, "client/present", "client/progress", "client/brain", "client/figures"],
		packages: ["preact"],
	},
	{
		at: "client/lesson",
		may: [...PAGE, "client/brain", "client/figures", "client/explain"],
		packages: ["preact"],
	},
	{ at: "client/entry", may: PAGE, packages: ["preact"] },
	// Surfaces: none imports another.
	{ at: "client/join", may: [...PAGE, "client/entry"], packages: ["preact"] },
	{ at: "client/play/panel", may: [...BOARD, "client/figures"], packages: ["preact"] },
	{
		at: "client/play",
		may: [...BOARD, "client/progress", "client/brain", "client/lesson", "client/play/panel"],
		packages: ["preact"],
	},
	{ at: "client/projector", may: [...BOARD, "client/lesson"], packages: ["preact"] },
	{
		at: "client/teach",
		may: [...BOARD, "client/figures", "client/lesson", "client/entry"],
		packages: ["preact"],
	},
	{ at: "client/homework", may: [...PAGE, "client/lesson", "client/entry"], packages: ["preact"] },
	{
		at: "client/practice",
		may: [...PAGE, "client/progress", "client/lesson", "client/entry"],
		packages: ["preact"],
	},
	{ at: "client/guide", may: [...PAGE, "client/explain"], packages: ["preact"] },
	{ at: "client/lab", may: [...BOARD, "client/figures", "shared/lab"], packages: ["preact", "uplot"] },
	{
		at: "client/rounds",
		may: [...BOARD, "client/progress", "client/figures", "client/explain", "client/entry"],
		packages: ["preact"],
	},
	{ at: "client/routes.tsx", may: PAGE, packages: ["preact"] },
	{ at: "client/app.tsx", may: [...PAGE, "client/routes.tsx"], packages: ["preact"] },
	{ at: "client/main.tsx", may: [...PAGE, "client/app.tsx"], packages: ["preact"] },
	{ at: "client/vite.config.ts", may: [], packages: ["vite", "node:"] },
];

/** Code that is fetched when it is needed, from a floor below: who asks for it, and what it asks for. */
const LAZY_DOORS: Readonly<Record<string, RegExp>> = {
	"client/routes.tsx": /^client\/[a-z]+\/[a-z-]+-page\.tsx$/,
	// Joining fetches all that playing needs, while somebody still types a name.
	"client/entry/play-code.ts": /^client\/(play\/play-page\.tsx|chip\/chip-stage\.ts)$/,
	"client/i18n/languages.ts": /^client\/i18n\/[a-z]+\/(entrance|inside)\.ts$/,
};

/** Circles of types that are one type in two files. */
const ONE_TYPE_IN_TWO: readonly string[] = [
	// A chip's seats hold their policies, and a policy is a function of the chip.
	"shared/sim/chip/chip.ts shared/sim/chip/policy.ts",
];

const isIn = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

function floorOf(path: string): Floor | undefined {
	return FLOORS.filter(({ at }) => isIn(path, at)).sort((a, b) => b.at.length - a.at.length)[0];
}

function mayImport({ from, to, isPackage, lazy }: Edge): boolean {
	const floor = floorOf(from);
	if (floor === undefined) return false;
	if (isPackage)
		return (floor.packages ?? []).some((name) => name === to || (name === "node:" && to.startsWith(name)));
	if (lazy && LAZY_DOORS[from]?.test(to)) return true;
	const target = floorOf(to)?.at ?? dirname(to);
	return target === floor.at || floor.may.includes(target);
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
				"shared/sim/chip/event.ts -> type shared/sim/chip/command.ts",
				"shared/protocol/up.ts -> zod",
				"shared/protocol/packed-command.ts -> shared/sim/chip/command.ts",
				"test/architecture.test.ts -> test/setup/read-imports.ts",
			]),
		);
	});

	test("it finds circles of imports", () => {
		const edge = (from: string, to: string, typeOnly = false): Edge => ({
			from,
			to,
			isPackage: false,
			typeOnly,
			lazy: false,
			again: false,
		});
		expect(findCycles([edge("a", "c"), edge("c", "b"), edge("b", "a", true), edge("d", "a")])).toEqual([
			["a", "b", "c"],
		]);
		expect(findCycles([edge("a", "b"), edge("b", "c"), edge("a", "c")])).toEqual([]);
		expect(findCycles([edge("a", "a")])).toEqual([["a"]]);
	});
});

describe("who may import whom", () => {
	test("every file belongs to a row of the table", () => {
		const strangers = files.filter((path) => !path.startsWith("test/") && floorOf(path) === undefined);
		expect(strangers).toEqual([]);
	});

	test("every row of the table is there, and stands on rows above it", () => {
		for (const [place, { at, may }] of FLOORS.entries()) {
			expect(existsSync(join(ROOT, at)), at).toBe(true);
			const above = FLOORS.slice(0, place).map((floor) => floor.at);
			expect(
				may.filter((name) => !above.includes(name)),
				at,
			).toEqual([]);
		}
	});

	test("everybody imports only what the table allows", () => {
		expect(show(product.filter((edge) => !mayImport(edge)))).toEqual([]);
	});

	test("every lazy door is in use", () => {
		const used = new Set(
			product.filter(({ from, to, lazy }) => lazy && LAZY_DOORS[from]?.test(to)).map(({ from }) => from),
		);
		expect(Object.keys(LAZY_DOORS).filter((from) => !used.has(from))).toEqual([]);
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

	test("no imports go in a circle, not even of types", () => {
		const circles = findCycles(edges).map((circle) => circle.join(" "));
		expect(circles).toEqual(ONE_TYPE_IN_TWO);
		expect(findCycles(edges.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
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
