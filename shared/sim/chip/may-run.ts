import type { Core, Thread } from "./chip.ts";

/**
 * Whether the core has the ability the thread needs and is among the cores the thread may run on. A divisible
 * thread runs on none: cores ask for batches of it.
 */
export function mayRun({ id, spec }: Pick<Core, "id" | "spec">, thread: Pick<Thread, "spec">): boolean {
	const { needs, cores, divisible } = thread.spec;
	if (divisible === true) return false;
	return (needs === "" || spec.can.includes(needs)) && (cores.length === 0 || cores.includes(id));
}
