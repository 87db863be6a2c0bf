import { at } from "../../lib/assert.ts";
import type { Chip, Thread } from "../chip/chip.ts";
import type { EventSink } from "../chip/event.ts";
import { dealWoken, makeReady } from "../chip/jobs.ts";
import { enterOverhead } from "./activity.ts";

/**
 * What the thread waited for has come. A spinner sees it after a hand-off and continues on its core; a blocked
 * thread is queued and pays for its wake-up when it next runs; a preempted spinner notices when it runs again.
 */
export function wakeThread(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	const { handOffNs, wakeNs } = chip.scenario.machine;
	if (thread.isDead) return;
	if (thread.state === "spinning") {
		thread.state = "running";
		enterOverhead(chip, at(chip.cores, thread.core), handOffNs, "waking", sink);
	} else if (thread.state === "blocked") {
		thread.debtNs = wakeNs;
		dealWoken(chip, thread, sink);
		makeReady(chip, thread, sink);
	}
}
