import type { Act } from "../policies/parts/act.ts";
import { createHumanPaced, type HumanPaced } from "../policies/parts/human-paced.ts";

/**
 * The policy without one of its acts. Who does not deal by the idea still deals: as the naive policy does.
 */
export function withoutAct(policy: HumanPaced, naive: HumanPaced | undefined, act: Act): HumanPaced {
	const id = `${policy.id} without ${act}`;
	const deal = naive?.rules.deal;
	if (act === "deal" && deal !== undefined) return createHumanPaced(id, { ...policy.rules, deal });
	return createHumanPaced(id, policy.rules, (wanted) => wanted !== act);
}
