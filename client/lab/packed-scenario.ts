import { type Result, refuse } from "#shared/lib/result.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";

/** Longer links are cut by programs that pass them on. */
const LETTERS_MAX = 12_000;

/** A scenario as letters that a link may carry; undefined if it is too large for that. */
export async function packScenario(scenario: Scenario): Promise<string | undefined> {
	const bytes = new TextEncoder().encode(JSON.stringify(scenario));
	const packed = await throughStream(bytes, new CompressionStream("deflate-raw"));
	const letters = btoa(String.fromCharCode(...packed))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");
	return letters.length > LETTERS_MAX ? undefined : letters;
}

/** The scenario in such letters, or what is wrong with it. */
export async function unpackScenario(letters: string): Promise<Result<Scenario, readonly string[]>> {
	if (letters.length > LETTERS_MAX) return refuse(["too long"]);
	try {
		const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
			letter.charCodeAt(0),
		);
		const json = await throughStream(bytes, new DecompressionStream("deflate-raw"));
		return parseScenario(JSON.parse(new TextDecoder().decode(json)));
	} catch {
		// Cut or mistyped: atob, the stream and JSON each throw their own kind of error.
		return refuse(["cut off or mistyped"]);
	}
}

async function throughStream(
	bytes: Uint8Array<ArrayBuffer>,
	transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
	const stream = new Blob([bytes]).stream().pipeThrough(transform);
	return new Uint8Array(await new Response(stream).arrayBuffer());
}
