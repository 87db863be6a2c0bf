import fc from "fast-check";
import { KEPT_SEEDS, type KeptSeed, type PropertyName } from "./kept-seeds.ts";

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

/** Runs the property on those seeds only. */
export function checkSeeds<Values>(seeds: readonly KeptSeed[], property: fc.IProperty<Values>): void {
	for (const { seed, path, wrong } of seeds) {
		const details = fc.check(property, { seed, path, endOnFailure: true, numRuns: 1 });
		if (details.failed) throw failure(details, `This was wrong before: ${wrong}.`);
	}
}

/** Runs the property on random values only. */
export function checkRandom<Values>(
	name: string,
	property: fc.IProperty<Values>,
	parameters: fc.Parameters<Values>,
): void {
	const details = fc.check(property, parameters);
	if (!details.failed) return;
	const line = `{ seed: ${details.seed}, path: "${details.counterexamplePath ?? "0"}", wrong: "..." },`;
	throw failure(
		details,
		`Once it is mended, keep it in test/setup/kept-seeds.ts under "${name}":\n\t\t${line}`,
	);
}

function failure<Values>(details: fc.RunDetails<Values>, advice: string): Error {
	return new Error(`${fc.defaultReportMessage(details)}\n\n${advice}`, { cause: details.errorInstance });
}
