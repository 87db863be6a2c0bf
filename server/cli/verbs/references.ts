import { type BuiltInChip, builtInChips } from "#shared/evaluation/built-in-chips.ts";
import { type BuiltInEntry, writeBuiltIn } from "../../references/built-in.ts";
import { createProgress } from "../command/progress.ts";
import { askInThreads } from "../threads/ask-in-threads.ts";

const WORKER = new URL("../threads/reference-worker.ts", import.meta.url);

/** Searches for what every chip of the built-in rounds is held against, and writes it where the server reads it. */
export async function refreshReferences(): Promise<string> {
	const chips = builtInChips();
	const say = createProgress();
	const entries = await askInThreads<BuiltInChip, BuiltInEntry>(WORKER, chips, (done) => {
		say(() => `${done} of ${chips.length} chips`);
	});
	writeBuiltIn(entries);
	return `References of ${entries.length} chips of built-in rounds are written to server/references/built-in.json.`;
}
