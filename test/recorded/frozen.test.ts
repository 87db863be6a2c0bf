import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { FROZEN } from "#shared/frozen/frozen.ts";
import { loadRound } from "#shared/frozen/load-round.ts";
import { loadFrozen } from "#shared/frozen/load-simulation.ts";
import { readRound } from "#shared/frozen/read-round.ts";
import { ok } from "#shared/lib/result.ts";
import type { PlayedChip } from "#shared/round/played-chip.ts";
import { replay } from "#shared/round/replay.ts";
import { parseExportedRound } from "#shared/round/round-file.ts";
import { type Simulation, simulation } from "#shared/round/simulation.ts";
import { playerCommandFile } from "#shared/sim/chip/command-file.ts";
import { SIM_VERSION } from "#shared/sim/version.ts";
import { faultsOfFrozen, freeze } from "./frozen.ts";
import { differencesOfFrozen, shapeOfRounds } from "./replay-frozen.ts";
import { lackingIn } from "./shape-of.ts";
import { hashSimulation } from "./simulation.ts";

async function frozen(version: number): Promise<Simulation> {
	const loaded = await loadFrozen(version);
	if (!loaded.ok) throw new Error(loaded.reason);
	return loaded.value;
}

describe("npm run freeze", () => {
	const folder = mkdtempSync(join(tmpdir(), "coretet-frozen-"));
	afterAll(() => rmSync(folder, { recursive: true }));
	const file = join(folder, `sim-${SIM_VERSION}.js`);
	const list = () => readFileSync(join(folder, "frozen.ts"), "utf8");

	test("refuses code that is not what was recorded", async () => {
		const fault = await freeze(folder, { version: SIM_VERSION, hash: `${SIM_VERSION} 0123456789abcdef` });
		expect(fault).toMatch(
			/^SIM_VERSION is \d+, and this is not the code that SIM_HASH was recorded of: run .*$/,
		);
		expect(existsSync(file)).toBe(false);
	});

	test("writes the file, which depends on nothing, and its line; again the same", async () => {
		writeFileSync(join(folder, "frozen.ts"), "export const FROZEN = new Map([\n]);\n");
		const recorded = { version: SIM_VERSION, hash: `${SIM_VERSION} ${await hashSimulation()}` };
		expect(await freeze(folder, recorded)).toBeUndefined();
		const code = readFileSync(file, "utf8");
		expect(code).not.toMatch(/\bimport\b|globalThis/);
		const sha256 = createHash("sha256").update(code).digest("hex");
		expect(list()).toBe(
			`export const FROZEN = new Map([\n\t[${SIM_VERSION}, { door: 1, sha256: "${sha256}" }],\n]);\n`,
		);
		const before = list();
		expect(await freeze(folder, recorded)).toBeUndefined();
		expect([readFileSync(file, "utf8"), list()]).toEqual([code, before]);
		expect(await import(file)).toMatchObject({ simulation: { door: 1, version: SIM_VERSION } });

		writeFileSync(file, `${code} `);
		expect(await freeze(folder, recorded)).toMatch(/is frozen already, with other code/);
		expect(readFileSync(file, "utf8")).toBe(`${code} `);
	});
});

test("a file that has the door and something else behind it is damaged, not a page that breaks", async () => {
	const real = await frozen(5);
	const header = real.createHeader({
		lesson: "locks",
		seed: 1,
		chips: 1,
		isPerson: () => false,
		level: "standard",
		part: 0,
	});
	const loadWith = async (change: Partial<PlayedChip>) => {
		const read: Simulation["read"] = (setup) => {
			const opener = real.read(setup);
			return opener.ok ? ok(() => ({ ...opener.value(), ...change })) : opener;
		};
		return await loadRound({ header, commands: [], turns: 4 }, async () => ({
			simulation: { ...real, read },
		}));
	};
	expect(await loadWith({})).toMatchObject({ ok: true });
	const nothing = undefined as never;
	for (const change of [
		{ startTurn: nothing },
		{ advance: nothing },
		{ checksum: nothing },
		{ chip: {} as never },
	])
		expect(await loadWith(change)).toEqual({ ok: false, reason: { is: "damaged", version: 5 } });
});

test("a version that was raised without freezing the one before is told in a sentence, as is a changed file", () => {
	const next = (FROZEN.size > 0 ? Math.max(...FROZEN.keys()) : 5) + 2;
	expect(faultsOfFrozen(FROZEN, next)).toEqual([
		`Version ${next - 1} of the simulation is not frozen: run \`npm run freeze\` in the last commit in which it was recorded, and take over what that writes`,
	]);
	expect(faultsOfFrozen(new Map([[5, { door: 1, sha256: "0" }]]), 6)).toEqual([
		"shared/frozen/sim-5.js is not what was frozen: restore it",
	]);
});

test("every version before the present one is frozen, and its file is what was frozen", () => {
	expect(faultsOfFrozen()).toEqual([]);
});

test.each([...FROZEN.keys()])(
	"[P1] what was recorded of version %i goes as it did, by its frozen file",
	async (version) => {
		const earlier = await frozen(version);
		expect(earlier.version).toBe(version);
		expect(differencesOfFrozen(earlier)).toEqual([]);
	},
);

test.each([...FROZEN.keys()])("a chip of version %i has all that today's chips have", async (version) => {
	const lacking = lackingIn(shapeOfRounds(await frozen(version)), shapeOfRounds(simulation));
	expect(lacking, "Say in shared/frozen what it was in that version").toEqual([]);
});

test("a quantum that players may no longer set is read in the rounds of version 5", async () => {
	const command = { type: "quantum", ns: 1_000 } as const;
	expect(playerCommandFile.safeParse(command).success).toBe(false);
	const earlier = await frozen(5);
	const name = { lesson: "amdahl", seed: 1, level: "standard", part: 0, chips: 1 } as const;
	const header = earlier.createHeader({ ...name, isPerson: () => true });
	const stored = { header, commands: [{ turn: 0, chip: 0, seat: 0, command }], turns: 4 };
	const log = parseExportedRound(JSON.parse(JSON.stringify(stored)));
	if (!log.ok) throw new Error(log.reason.join());
	const round = readRound(log.value, earlier);
	if (!round.ok) throw new Error(round.reason.join());
	expect(replay(round.value).chips[0]?.chip.quantumNs).toBe(1_000);
});
