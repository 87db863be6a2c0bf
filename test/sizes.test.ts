import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { quantile } from "#shared/lib/statistics.ts";
import { measureFunctions } from "./setup/measure-functions.ts";
import { readSource, sourceFiles } from "./setup/read-imports.ts";

const LINES_MAX = 60;
/** At the 90th percentile of the functions of more than one line: the many of one line would hide the rest. */
const LINES_P90_MAX = 25;
const FILES_MAX = 49;

const files = sourceFiles();
const functionsOf = (wing: string) =>
	files
		.filter((path) => path.startsWith(`${wing}/`))
		.flatMap((path) => measureFunctions(path, readSource(path)));

describe("what this test measures", () => {
	test("functions of every kind, also within others, from the first line to the last", () => {
		const source = `
			export function declared() {
				return 1;
			}
			const arrow = () => 2;
			const table = { method() { return () => 3; } };
			class Thing {
				act = (): void => {
				};
			}
			function typed(value: string): void;
			declare function only(): void;`;
		expect(measureFunctions("a.ts", source).map(({ name, line, lines }) => [name, line, lines])).toEqual([
			["declared", 2, 3],
			["arrow", 5, 1],
			["method", 6, 1],
			["method", 6, 1],
			["act", 8, 2],
		]);
	});
});

describe.each(["server", "client", "shared"])("functions of %s", (wing) => {
	const functions = functionsOf(wing);

	test("are seen", () => {
		expect(functions.length).toBeGreaterThan(500);
	});

	test(`have at most ${LINES_MAX} lines`, () => {
		const long = functions.filter(({ lines }) => lines > LINES_MAX);
		expect(long.map(({ path, line, name, lines }) => `${path}:${line} ${name}: ${lines} lines`)).toEqual([]);
	});

	test(`of more than one line have at most ${LINES_P90_MAX} in nine of ten cases`, () => {
		const lines = functions.map((each) => each.lines).filter((count) => count > 1);
		expect(quantile(lines, 0.9)).toBeLessThanOrEqual(LINES_P90_MAX);
	});
});

test(`no folder holds more than ${FILES_MAX} source files`, () => {
	const counts = new Map<string, number>();
	for (const path of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
	expect([...counts].filter(([, count]) => count > FILES_MAX)).toEqual([]);
});
