import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FROZEN } from "#shared/frozen/frozen.ts";
import { DOOR } from "#shared/round/simulation.ts";
import { bundleCode } from "../setup/bundle-code.ts";
import type { Seal } from "./seal.ts";
import { hashSimulation, SIMULATION } from "./simulation.ts";

const FOLDER = join(import.meta.dirname, "../../shared/frozen");
/** The pages' content security policy forbids functions made of text, which the parser has to know before all else. */
const ENTRY = `
import "./client/net/no-eval.ts";
export { simulation } from "#shared/round/simulation.ts";
`;
/** Where the list of versions ends. */
const END = /^\]\);$/m;
/** The first version of which rounds were recorded. */
const FIRST = 5;

/** Writes the present simulation down for ever. Returns what keeps it from that, as a sentence, if anything does. */
export async function freeze(
	folder = FOLDER,
	{ version, hash }: Pick<Seal, "version" | "hash"> = SIMULATION,
): Promise<string | undefined> {
	if (hash !== `${version} ${await hashSimulation()}`)
		return (
			`SIM_VERSION is ${version}, and this is not the code that SIM_HASH was recorded of: ` +
			"run `npm run freeze` in the last commit that was recorded, before anything of it changes"
		);
	const code = await bundleCode(ENTRY, { packages: true, apart: true });
	const file = join(folder, `sim-${version}.js`);
	if (existsSync(file) && readFileSync(file, "utf8") !== code)
		return `Version ${version} is frozen already, with other code: what is frozen never changes`;
	writeFileSync(file, code);
	addLine(join(folder, "frozen.ts"), version, code);
	return undefined;
}

/** What is missing or wrong in the frozen files, each as a sentence that says what to do. */
export function faultsOfFrozen(frozen = FROZEN, version = SIMULATION.version): string[] {
	const before = Array.from({ length: version - FIRST }, (_, index) => FIRST + index);
	const missing = before.filter((earlier) => !frozen.has(earlier));
	const changed = [...frozen].filter(([earlier, { sha256 }]) => sha256 !== hashOfFile(earlier));
	return [
		...missing.map(
			(earlier) =>
				`Version ${earlier} of the simulation is not frozen: ` +
				"run `npm run freeze` in the last commit in which it was recorded, and take over what that writes",
		),
		...changed.map(([earlier]) => `shared/frozen/sim-${earlier}.js is not what was frozen: restore it`),
	];
}

function addLine(list: string, version: number, code: string): void {
	const source = readFileSync(list, "utf8");
	const line = `\t[${version}, { door: ${DOOR}, sha256: "${hashOf(code)}" }],\n`;
	if (source.includes(line)) return;
	if (!END.test(source)) throw new Error(`${list} lists no versions`);
	writeFileSync(list, source.replace(END, `${line}]);`));
}

function hashOfFile(version: number): string | undefined {
	const file = join(FOLDER, `sim-${version}.js`);
	return existsSync(file) ? hashOf(readFileSync(file, "utf8")) : undefined;
}

function hashOf(code: string): string {
	return createHash("sha256").update(code).digest("hex");
}
