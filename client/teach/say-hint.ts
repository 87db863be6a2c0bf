import { unreachable } from "#shared/lib/unreachable.ts";
import { scenarioName } from "../i18n/scenario-name.ts";
import { machineWords, hintWords as t } from "../i18n/words.ts";
import type { Hint } from "./hints.ts";

/** The hint as a sentence. `chips`: what the chips are called. */
export function sayHint(hint: Hint, chips: readonly string[]): string {
	const chip = "chip" in hint ? (chips[hint.chip] ?? "") : "";
	switch (hint.type) {
		case "away":
			return t.away(hint.names, hint.plays);
		case "silent":
			return t.silent(hint.names);
		case "unpredicted":
			return t.predict(hint.students);
		case "late":
			return t.predictLate(hint.students);
		case "coming":
			return t.coming(scenarioName(hint.name, machineWords.names), hint.inS);
		case "overloaded":
			return t.overloaded(chip, hint.inS);
		case "workWaits":
			return t.workWaits(chip, hint.share);
		case "switching":
			return t.switching(chip, hint.share);
		case "oneBusy":
			return t.oneBusy(chip, hint.core);
		default:
			return unreachable(hint);
	}
}
