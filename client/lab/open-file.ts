import type { Subject } from "#shared/lab/subject.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import { findPolicy } from "#shared/policies/table.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { labWords as t } from "../i18n/words.ts";

/** Of more mistakes than this only the first ones are shown. */
const MISTAKES_SHOWN_MAX = 8;

/** The scenario in a file, with its own policy; or what is wrong with it, line by line. */
export function readScenarioText(name: string, text: string): Result<Subject, readonly string[]> {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		// Any file can be dropped here.
		return refuse([t.fileNotJson(name)]);
	}
	const parsed = parseScenario(data);
	const lines = parsed.ok
		? findPolicy(parsed.value.policy) === undefined
			? [t.filePolicy(parsed.value.policy)]
			: []
		: parsed.reason;
	if (parsed.ok && lines.length === 0)
		return ok({ type: "file", scenario: parsed.value, policy: parsed.value.policy, seed: 1 });
	const more = lines.length - MISTAKES_SHOWN_MAX;
	return refuse([
		t.fileBroken(name),
		...lines.slice(0, MISTAKES_SHOWN_MAX),
		...(more > 0 ? [t.fileMore(more)] : []),
	]);
}
