import type { Machine } from "../sim/scenario.ts";

/** `cores` equal big cores with the latencies and costs of SCIENCE's parameter table (current desktop parts). */
export function symmetricMachine(cores: number): Machine {
	return {
		cores: Array.from({ length: cores }, () => ({ kind: "P", speed: 1, privateKib: 512 })),
		privateHitNs: 4.7,
		sharedHitNs: 15,
		processSwitchNs: 2_000,
		threadSwitchNs: 1_300,
		wakeNs: 3_000,
		handOffNs: 120,
	};
}
