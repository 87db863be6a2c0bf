import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { alonePaths, placeOf, SURFACE_NAMES } from "#shared/protocol/surfaces.ts";
import { ROOT, readImports, readSource } from "../setup/read-imports.ts";

test.each([
	["/", "", ""],
	["/play/K7MF4W", "play", "K7MF4W"],
	["/play", "play", ""],
	["/teach/", "teach", ""],
	["/rounds/abc", "rounds", "abc"],
	["/guide/amdahl/", "guide", "amdahl"],
])("%s is a page of the client", (path, surface, detail) => {
	expect(placeOf(path)).toEqual({ surface, detail });
});

test.each([
	"",
	"/nowhere",
	"/lab/more",
	"/practice/amdahl",
	"/project",
	"/homework/",
	"/teach/K7MF4W/more",
	"/play//",
	"//play",
	"/toString",
	"/api/lessons",
])("%j is none", (path) => {
	expect(placeOf(path)).toBeUndefined();
});

test("what stands alone is found alone", () => {
	expect(alonePaths()).toContain("/");
	for (const path of alonePaths()) expect(placeOf(path)?.detail, path).toBe("");
});

test("every page of the client is one that the router loads, and every surface has a folder", () => {
	const pages = readdirSync(join(ROOT, "client"), { recursive: true, encoding: "utf8" })
		.map((name) => `client/${name.replaceAll("\\", "/")}`)
		.filter((name) => /^client\/[a-z]+\/[a-z]+-page\.tsx$/.test(name) && !name.includes("/dist/"));
	const loaded = readImports("client/routes.tsx", readSource("client/routes.tsx"))
		.filter(({ lazy }) => lazy)
		.map(({ to }) => to);
	expect(loaded.length).toBeGreaterThanOrEqual(SURFACE_NAMES.length);
	expect(pages.filter((page) => !loaded.includes(page))).toEqual([]);
});
