import { list } from "../base/format.ts";

/** A list, in which a comma closes the subordinate clause that the last item but one may end with. */
export function listed(acts: readonly string[]): string {
	const [last = "", before = ""] = acts.toReversed();
	return before.includes(",") ? `${acts.slice(0, -1).join(", ")}, und ${last}` : list(acts);
}
