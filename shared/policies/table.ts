import type { Policy } from "../sim/policy.ts";
import { fifo } from "./fifo.ts";
import { home } from "./home.ts";
import { lpt } from "./lpt.ts";
import { random } from "./random.ts";
import { sjf } from "./sjf.ts";
import { steal } from "./steal.ts";

/** Every policy, by its textbook name. A new one is a file and a line here. */
export const POLICIES: readonly Policy[] = [random, fifo, sjf, lpt, home, steal];

/** The policy of that name; throws if there is none (names from outside are checked where they come in). */
export function policyById(id: string): Policy {
	const policy = POLICIES.find((candidate) => candidate.id === id);
	if (policy === undefined)
		throw new Error(`no policy ${id}; there are ${POLICIES.map((known) => known.id).join(", ")}`);
	return policy;
}
