/**
 * What lessons fail of the gate and is known, by kind of chip: the beginnings of the sentences. One that holds again
 * has to go from here.
 */
export const OPEN_FAULTS: Readonly<Record<string, readonly string[]>> = {
	"parallel-work standard 0 4": ["waits: a scheduler waits", "waits: a core waits"],
	"load-balancing standard 0 4": ["idea: all seats come to", "idea: its score scatters"],
	"scheduling-policy standard 0 4": [
		"idea: all seats come to",
		"waits: a scheduler waits",
		"waits: a core waits",
	],
	"amdahl standard 0 4": ["waits: a scheduler waits", "waits: a core waits"],
	"amdahl standard 0 2": ["waits: a scheduler waits", "waits: a core waits"],
	"amdahl standard 0 8": ["waits: a core waits"],
	"cache-affinity standard 0 4": ["waits: a core waits"],
	"shared-cache standard 0 4": ["waits: a scheduler waits", "waits: a core waits"],
	"false-sharing standard 0 4": ["waits: a core waits"],
	"false-sharing standard 1 4": ["waits: a scheduler waits", "waits: a core waits"],
	"processes-threads standard 0 4": ["waits: a scheduler waits", "waits: a core waits"],
	"processes-threads standard 1 4": ["waits: a scheduler waits"],
	"big-little standard 0 4": ["waits: a scheduler waits", "waits: a core waits"],
	"interference standard 0 4": ["waits: a core waits"],
	"interference standard 1 4": ["waits: a core waits"],
};

/** Decisions, by lesson, side and seat, that come up less often or cost less than their lesson says. */
export const OPEN_DECISIONS: readonly string[] = [];

/** Levels after which the next one is no harder for a slow player who knows the idea. */
export const OPEN_LEVELS: readonly string[] = [
	"parallel-work starter",
	"scheduling-policy standard",
	"asymmetric standard",
];
