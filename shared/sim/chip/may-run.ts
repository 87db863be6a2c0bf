import type { Core, Thread } from "./chip.ts";

/** Whether the core can do what the thread needs, and the thread is not kept to other cores. */
export function mayRun({ id, spec }: Pick<Core, "id" | "spec">, thread: Pick<Thread, "spec">): boolean {
	const { needs, cores } = thread.spec;
	return (needs === "" || spec.can.includes(needs)) && (cores.length === 0 || cores.includes(id));
}
