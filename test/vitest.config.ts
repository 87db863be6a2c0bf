import { defineConfig } from "vitest/config";

/**
 * Three kinds of test, one after the other, so that none of them slows down another's clock:
 * `fast` (pure, threads), `server` (real rooms and SQLite files, and what is long: the validation table, the lessons' rehearsal;
 * Colyseus keeps its rooms in globals, so every file has a process of its own) and `browser` (real
 * Chromium and Firefox, one file at a time).
 */
export default defineConfig({
	root: `${import.meta.dirname}/..`,
	oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
	test: {
		// A busy machine with two cores is the usual one; limits are there to end what hangs.
		testTimeout: 15_000,
		hookTimeout: 30_000,
		passWithNoTests: false,
		projects: [
			{
				extends: true,
				test: {
					name: "fast",
					include: ["test/**/*.test.{ts,tsx}"],
					exclude: ["test/server/**", "test/browser/**", "test/validation/**", "test/evaluation/**"],
					pool: "threads",
					setupFiles: ["test/setup/english.ts"],
					sequence: { groupOrder: 0 },
				},
			},
			{
				extends: true,
				test: {
					name: "server",
					include: [
						"test/server/**/*.test.ts",
						"test/validation/**/*.test.ts",
						"test/evaluation/**/*.test.ts",
					],
					pool: "forks",
					sequence: { groupOrder: 1 },
				},
			},
			{
				extends: true,
				test: {
					name: "browser",
					include: ["test/browser/**/*.test.ts"],
					pool: "forks",
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 60_000,
					sequence: { groupOrder: 2 },
				},
			},
		],
	},
});
