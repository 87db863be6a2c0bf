import { type BuiltInChip, builtInChips } from "#shared/evaluation/built-in-chips.ts";
import { type BuiltInEntry, writeBuiltIn } from "../../references/built-in.ts";
import { createProgress } from "../command/progress.ts";
import { defineVerb } from "../command/verb.ts";
import { NOTHING } from "../command/words.ts";
import { askInThreads } from "../threads/ask-in-threads.ts";

const WORKER = new URL("../threads/reference-worker.ts", import.meta.url);

/** Searches for what every chip of the built-in rounds is held against, and writes it where the server reads it. */
export const references = defineVerb({
	name: "references",
	summary: "search anew for what built-in rounds are held against",
	words: NOTHING,
	options: {},
	about: `Searches for what every built-in round is held against, the rounds that everybody gets first who practises:
what scores 0 and 100, and the best at machine speed. Writes it to server/references/built-in.json, where
the server looks before it searches itself. To be done when a lesson, a policy or the search has changed:
then the tests ask for it. Takes some minutes of computing, shared by all cores of this machine.`,
	act: async (_nothing, _options, { print }) => {
		const chips = builtInChips();
		const say = createProgress();
		const entries = await askInThreads<BuiltInChip, BuiltInEntry>(WORKER, chips, (done) => {
			say(() => `${done} of ${chips.length} chips`);
		});
		writeBuiltIn(entries);
		print(
			`References of ${entries.length} chips of built-in rounds are written to server/references/built-in.json.`,
		);
	},
});
