import type { Machine, ProcessSpec } from "../sim/scenario.ts";

/** `cores` equal big cores with the latencies and costs of SCIENCE's parameter table (current desktop parts). */
export function symmetricMachine(cores: number): Machine {
	return {
		cores: Array.from({ length: cores }, () => ({ kind: "P", speed: 1, privateKib: 512 })),
		privateHitNs: 4.7,
		sharedHitNs: 15,
		dramNs: 90,
		l3PartitionsKib: [8_192],
		bandwidthBytesPerUs: 20_000,
		lineTransferNs: 60,
		writesPerOwnership: 8,
		processSwitchNs: 2_000,
		threadSwitchNs: 1_300,
		wakeNs: 3_000,
		handOffNs: 120,
	};
}

/** A process that never leaves its first-level cache: only its work takes time. */
export function computeProcess(name: string): ProcessSpec {
	return {
		name,
		workingSetKib: 0,
		accessesPerUs: 0,
		missesInFlight: 1,
		missCurve: { type: "linear", floor: 0 },
		l3Partition: 0,
		bandwidthCapBytesPerUs: 0,
		sharedWritesPerUs: 0,
	};
}
