import { at } from "../../lib/assert.ts";
import type { Scenario } from "./scenario.ts";

/**
 * The scenario on `count` cores, its own cores repeated in turn. Threads bound to cores that no longer exist
 * never run.
 */
export function withCores(scenario: Scenario, count: number): Scenario {
	const { cores } = scenario.machine;
	const taken = Array.from({ length: count }, (_, index) => at(cores, index % cores.length));
	return { ...scenario, machine: { ...scenario.machine, cores: taken } };
}
