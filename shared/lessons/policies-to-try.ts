import { policyById, TEXTBOOK } from "../policies/table.ts";
import type { Policy } from "../sim/chip/policy.ts";
import type { Lesson } from "./lesson.ts";

/**
 * What a search for the best known of the lesson tries before plans: its own policies, best first, as there may be time
 * for few, then those of the field. What other lessons teach takes long to decide and hardly ever is better here.
 */
export function policiesToTry({ policies }: Pick<Lesson, "policies">): readonly Policy[] {
	const { expert, rivals, constants, naive } = policies;
	return [...new Set([...[expert, ...rivals, ...constants, naive].map(policyById), ...TEXTBOOK])];
}
