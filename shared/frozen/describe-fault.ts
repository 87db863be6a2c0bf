import { unreachable } from "../lib/unreachable.ts";
import { FROZEN } from "./frozen.ts";
import type { RoundFault } from "./load-round.ts";
import { CARRIED } from "./load-simulation.ts";

/** Why a round cannot be replayed, as a sentence without its end: for logs and terminals, which speak English. */
export function describeFault(fault: RoundFault): string {
	const { version } = fault;
	switch (fault.is) {
		case "notCarried":
			return `it was played by simulation version ${version}, and this program has ${CARRIED.join(", ")}`;
		case "missing":
			return `${fileOf(version)} cannot be read, which plays rounds of simulation version ${version}`;
		case "damaged":
			return `${fileOf(version)} is not what was frozen (its SHA-256 is to be ${FROZEN.get(version)?.sha256})`;
		case "refused":
			return `simulation version ${version} refuses it: ${fault.reasons.join("; ")}`;
		default:
			return unreachable(fault);
	}
}

function fileOf(version: number): string {
	return `shared/frozen/sim-${version}.js`;
}
