import fc from "fast-check";
import { KEPT_SEEDS, type KeptSeed, type PropertyName } from "./kept-seeds.ts";

/** Longest search for a smaller failure, well within the time that a test has. */
const SHRINK_MS = 30_000;

/**
 * Fails unless the property holds: first on the runs that it has failed on before, then on random ones. A failure says
 * which line to add to `kept-seeds.ts`.
 */
export function holds<Values>(
	name: PropertyName,
	property: fc.IProperty<Values>,
	parameters: fc.Parameters<Values> = {},
): void {
	checkSeeds(KEPT_SEEDS[name], property);
	checkRandom(name, property, parameters);
}

/** The same of a property that takes time, as one that asks a server does. */
export async function holdsInTime<Values>(
	name: PropertyName,
	property: fc.IAsyncProperty<Values>,
	parameters: fc.Parameters<Values> = {},
): Promise<void> {
	const seeds: readonly KeptSeed[] = KEPT_SEEDS[name];
	for (const seed of seeds) failOnKept(await fc.check(property, replaying(seed)), seed);
	const found = await fc.check(property, { ...parameters, endOnFailure: true });
	if (found.failed) failOnRandom(name, found, await fc.check(property, shrinking(found)));
}

/** Runs the property on those seeds only. */
export function checkSeeds<Values>(seeds: readonly KeptSeed[], property: fc.IProperty<Values>): void {
	for (const seed of seeds) failOnKept(fc.check(property, replaying(seed)), seed);
}

/** Runs the property on random values only. */
export function checkRandom<Values>(
	name: string,
	property: fc.IProperty<Values>,
	parameters: fc.Parameters<Values>,
): void {
	const found = fc.check(property, { ...parameters, endOnFailure: true });
	if (found.failed) failOnRandom(name, found, fc.check(property, shrinking(found)));
}

/** From a failure to a smaller one, for so long: what takes each run long would otherwise be shrunk for hours. */
function shrinking<Values>({ seed, counterexamplePath }: fc.RunDetails<Values>): fc.Parameters<Values> {
	return {
		seed,
		...(counterexamplePath !== null && { path: counterexamplePath }),
		interruptAfterTimeLimit: SHRINK_MS,
	};
}

function replaying<Values>({ seed, path }: KeptSeed): fc.Parameters<Values> {
	return { seed, path, endOnFailure: true, numRuns: 1 };
}

function failOnKept<Values>(details: fc.RunDetails<Values>, { wrong }: KeptSeed): void {
	if (details.failed) throw failure(details, `This was wrong before: ${wrong}.`);
}

function failOnRandom<Values>(
	name: string,
	found: fc.RunDetails<Values>,
	shrunk: fc.RunDetails<Values>,
): never {
	const details = shrunk.failed ? shrunk : found;
	const line = `{ seed: ${details.seed}, path: "${details.counterexamplePath ?? "0"}", wrong: "..." },`;
	throw failure(
		details,
		`Once it is mended, keep it in test/setup/kept-seeds.ts under "${name}":\n\t\t${line}`,
	);
}

function failure<Values>(details: fc.RunDetails<Values>, advice: string): Error {
	return new Error(`${fc.defaultReportMessage(details)}\n\n${advice}`, { cause: details.errorInstance });
}
