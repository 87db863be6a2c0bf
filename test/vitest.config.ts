import { defineConfig } from "vitest/config";

/** Alone among the others: what these test is how long something takes in a real browser. */
const TIMED = ["test/browser/brain.test.ts"];

const COMPILED = `${import.meta.dirname}/../node_modules/.cache/compiled`;

/**
 * The kinds of test, and what each is for:
 * - `fast`: pure, each within a second or so; part of `npm run check`. They share modules, so that nothing is loaded twice.
 * - `slow`: pure too, but they compute for long; `*.slow.test.ts`, and what the lessons' evaluation came to.
 * - `server`: real rooms, SQLite files and processes. Colyseus keeps its rooms in globals, so every file has a process of its own.
 * - `browser`: real Chromium and Firefox. Every file has a server, a port, a data folder and a browser of its own.
 * - `timed`: the same, but what they test is time: one file at a time, when all others are done.
 * Each uses all processors: the runner's own choice is one fewer, which of two leaves one. The browsers come after
 * what keeps every processor busy; groups begin with 1, because the runner moves a project of group 0 that has one
 * worker to the end. No test's outcome may depend on how fast the machine is: clocks are given to what is tested, and
 * limits only end what hangs.
 */
export default defineConfig({
	root: `${import.meta.dirname}/..`,
	oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
	test: {
		maxWorkers: "100%",
		// What a file becomes is kept beside the packages, so that the next run need not make it again.
		fsModuleCache: true,
		testTimeout: 180_000,
		hookTimeout: 180_000,
		expect: { poll: { timeout: 60_000 } },
		passWithNoTests: false,
		projects: [
			{
				extends: true,
				test: {
					name: "fast",
					include: ["test/**/*.test.{ts,tsx}"],
					exclude: ["test/**/*.slow.test.ts", "test/server/**", "test/browser/**"],
					pool: "threads",
					isolate: false,
					setupFiles: ["test/setup/english.ts"],
					sequence: { groupOrder: 1 },
				},
			},
			{
				extends: true,
				test: {
					name: "slow",
					include: ["test/**/*.slow.test.ts"],
					exclude: ["test/server/**", "test/browser/**"],
					pool: "threads",
					setupFiles: ["test/setup/english.ts"],
					sequence: { groupOrder: 1 },
				},
			},
			{
				extends: true,
				test: {
					name: "server",
					include: ["test/server/**/*.test.ts"],
					pool: "forks",
					// The command line is started some sixty times: each but the first has its code compiled.
					env: { NODE_COMPILE_CACHE: COMPILED },
					sequence: { groupOrder: 1 },
				},
			},
			{
				extends: true,
				test: {
					name: "browser",
					include: ["test/browser/**/*.test.ts"],
					exclude: TIMED,
					pool: "forks",
					testTimeout: 600_000,
					sequence: { groupOrder: 2 },
				},
			},
			{
				extends: true,
				test: {
					name: "timed",
					include: TIMED,
					pool: "forks",
					fileParallelism: false,
					testTimeout: 600_000,
					sequence: { groupOrder: 3 },
				},
			},
		],
	},
});
