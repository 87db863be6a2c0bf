import { globSync, readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { parseSync } from "vite";

export const ROOT = resolve(import.meta.dirname, "../..");

/** One import of one file. `typeOnly`: gone at run time. `lazy`: `import()` or a worker's address. */
export type Edge = {
	readonly from: string;
	/** A path in the project for its own files, else the name of the package (`node:fs`, `@colyseus/sdk`). */
	readonly to: string;
	readonly isPackage: boolean;
	readonly typeOnly: boolean;
	readonly lazy: boolean;
	/** `export ... from`. */
	readonly again: boolean;
};

/** All source files of the project, as paths with `/` from its root, in order. */
export function sourceFiles(): string[] {
	return globSync("{server,client,shared,test}/**/*.{ts,tsx}", { cwd: ROOT })
		.map((path) => path.replaceAll("\\", "/"))
		.filter((path) => !/(^|\/)(dist|node_modules|\.cache)\//.test(path))
		.sort();
}

/** All documents of the project, as paths with `/` from its root, in order. */
export function documentFiles(): string[] {
	return globSync("{*.md,{server,client,shared,test}/**/*.md}", { cwd: ROOT })
		.map((path) => path.replaceAll("\\", "/"))
		.filter((path) => !/(^|\/)(dist|node_modules|\.cache)\//.test(path))
		.sort();
}

export function readSource(path: string): string {
	return readFileSync(join(ROOT, path), "utf8");
}

/** What `path` imports, as written in `source`: static, dynamic, type-only, re-exports and workers. */
export function readImports(path: string, source: string): Edge[] {
	const { module, errors } = parseSync(path, source);
	if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
	const edge = (to: string, how: Partial<Edge>): Edge => ({
		from: path,
		...resolveImport(path, to),
		typeOnly: false,
		lazy: false,
		again: false,
		...how,
	});
	const edges: Edge[] = [];
	for (const { moduleRequest, entries, start, end } of module.staticImports) {
		const whole = /^import\s+type\b/.test(source.slice(start, end));
		const typeOnly = whole || (entries.length > 0 && entries.every((entry) => entry.isType));
		edges.push(edge(moduleRequest.value, { typeOnly }));
	}
	for (const { entries } of module.staticExports) {
		for (const { moduleRequest, isType } of entries)
			if (moduleRequest !== null) edges.push(edge(moduleRequest.value, { typeOnly: isType, again: true }));
	}
	for (const { moduleRequest } of module.dynamicImports) {
		const text = source.slice(moduleRequest.start, moduleRequest.end);
		if (/^["'`][^$]*["'`]$/.test(text)) edges.push(edge(text.slice(1, -1), { lazy: true }));
	}
	for (const [, to] of source.matchAll(/new URL\(\s*["']([^"']+\.tsx?)["']\s*,\s*import\.meta\.url/g))
		if (to !== undefined) edges.push(edge(to, { lazy: true }));
	// `import("./a.ts").A` as a type is no import to the parser.
	for (const [, to] of source.matchAll(/\btypeof import\(["']([^"']+)["']\)/g))
		if (to !== undefined) edges.push(edge(to, { typeOnly: true }));
	return edges;
}

function resolveImport(from: string, to: string): { to: string; isPackage: boolean } {
	const path = to.replace(/\?.*$/, "");
	if (path.startsWith("#shared/")) return { to: path.slice(1), isPackage: false };
	if (path.startsWith(".")) return { to: posix.join(posix.dirname(from), path), isPackage: false };
	if (path.startsWith("node:")) return { to: path, isPackage: true };
	const parts = path.split("/");
	return { to: parts.slice(0, path.startsWith("@") ? 2 : 1).join("/"), isPackage: true };
}

/** Files that import each other in a circle, types included, lazy imports not: each circle and all in order of name. */
export function findCycles(edges: readonly Edge[]): string[][] {
	const next = new Map<string, Set<string>>();
	for (const { from, to, isPackage, lazy } of edges)
		if (!isPackage && !lazy) next.set(from, (next.get(from) ?? new Set()).add(to));
	const reach = (start: string): Set<string> => {
		const seen = new Set(next.get(start));
		for (const path of seen) for (const to of next.get(path) ?? []) seen.add(to);
		return seen;
	};
	const reached = new Map([...next.keys()].map((path) => [path, reach(path)]));
	const circles = new Set<string>();
	for (const [path, all] of reached)
		if (all.has(path))
			circles.add(
				[...all]
					.filter((to) => reached.get(to)?.has(path))
					.sort()
					.join("\n"),
			);
	return [...circles].map((circle) => circle.split("\n")).sort();
}

/** Everything that loading `start` loads at once: its run-time imports that are not lazy, and theirs. */
export function loadedWith(start: string, edges: readonly Edge[]): Set<string> {
	const loaded = new Set([start]);
	for (const path of loaded)
		for (const edge of edges) if (edge.from === path && !edge.typeOnly && !edge.lazy) loaded.add(edge.to);
	return loaded;
}
