import { POLICIES } from "../policies/table.ts";
import type { ScenarioFile } from "../sim/scenario/scenario-file.ts";
import { choice, type Fields, slider, type ValuesOf } from "./field.ts";

/** Most cores of both kinds together. */
export const CORES_MAX = 16;

/** Fields of the machine, which every set-up has. */
export const MACHINE_FIELDS = {
	pCores: slider(0, CORES_MAX, 4),
	eCores: slider(0, CORES_MAX, 0),
	privateKib: slider(64, 4_096, 512, 64, "kib"),
	l3Kib: slider(0, 32_768, 8_192, 512, "kib"),
	reservedPercent: slider(0, 90, 0, 10, "percent"),
	bandwidthGbPerS: slider(1, 100, 20, 1, "gbPerS"),
	switchNs: slider(0, 50_000, 2_000, 500, "ns"),
} as const satisfies Fields;

/** Fields of policy, slice and seed, which every set-up has. */
export const POLICY_FIELDS = {
	policy: choice(
		POLICIES.map(({ id }) => id),
		"fifo",
	),
	quantumMs: slider(0, 5_000, 0, 50, "playMs"),
	seed: slider(0, 9_999, 1, 1, "seed"),
} as const satisfies Fields;

/** Values of the machine's fields. */
export type MachineValues = ValuesOf<typeof MACHINE_FIELDS>;

/** A big and a little core: an A73 at 2,362 MHz and an A53 at 1,844 MHz (HiKey 960 device tree). */
const BIG = { kind: "P", speed: 1, activeMw: 1_572, idleMw: 60 } as const;
const LITTLE = { kind: "E", speed: 0.451, activeMw: 245, idleMw: 15 } as const;

/** Cost of switching between threads of one process, relative to two processes; about two thirds, as in the lessons. */
const THREAD_SWITCH_SHARE = 0.65;

/** The machine for a scenario file. `reservedPercent` of the L3 is its first partition; 0: one partition. */
export function machineOf(values: MachineValues): ScenarioFile["machine"] {
	const { pCores, eCores, privateKib, l3Kib, bandwidthGbPerS, switchNs } = values;
	const reservedKib = Math.floor((l3Kib * values.reservedPercent) / 100);
	return {
		cores: [
			...Array.from({ length: pCores }, () => ({ ...BIG, privateKib })),
			...Array.from({ length: eCores }, () => ({ ...LITTLE, privateKib })),
		],
		l3PartitionsKib: values.reservedPercent === 0 ? [l3Kib] : [reservedKib, l3Kib - reservedKib],
		bandwidthBytesPerUs: bandwidthGbPerS * 1_000,
		processSwitchNs: switchNs,
		threadSwitchNs: Math.floor(switchNs * THREAD_SWITCH_SHARE),
	};
}
