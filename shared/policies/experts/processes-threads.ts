import { at } from "../../lib/assert.ts";
import { sumOf } from "../../lib/statistics.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { originalOf, workOf } from "../../sim/chip/jobs.ts";
import type { ProgramPhase } from "../../sim/scenario/scenario.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { isTogether, messagesNs, riskOf } from "../parts/messages.ts";
import { backlogNs, cheapestWithRoom, waysOf } from "../parts/observations.ts";

/** Cost of a crash to each other core that works for the application: half a task, and waiting for the restart. */
const LOSS_NS = 3 * NS_PER_PLAY_S;
/** Cost to the own core, which can meanwhile run only what belongs to another application. */
const OWN_LOSS_NS = 1.5 * NS_PER_PLAY_S;
/** Tasks of a core, the running one first, that a crash in the near future may hit. */
const HITS_AHEAD = 3;

/**
 * Expert policy of the lesson `processes-threads`: threads where nothing can break, else the cheaper wall, and none
 * where it costs more than a crash would; packets to the least loaded core.
 */
export const isolationForTheRisky = createHumanPaced("insight:processes-threads", {
	deal: (chip, packet) => cheapestWithRoom(chip, packet, (core) => backlogNs(chip, core)),
	dealtWay: (chip, core, packet) => {
		const choosing = packet.filter((thread) => waysOf(thread) > 1);
		const [first] = choosing;
		if (first === undefined) return undefined;
		return leastOf(wayNumbers(first), (way) => sumOf(choosing, (thread) => costOf(chip, core, thread, way)));
	},
	way: (chip, core, thread) => leastOf(wayNumbers(thread), (way) => costOf(chip, core, thread, way)),
});

function wayNumbers(thread: ReadonlyThread): number[] {
	return Array.from({ length: waysOf(thread) }, (_, way) => way);
}

function leastOf(ways: readonly number[], costOfWay: (way: number) => number): number {
	const costs = ways.map(costOfWay);
	return costs.indexOf(Math.min(...costs));
}

/** Work, messages, and what crashes on the way to its end are likely to cost others, in ns. */
function costOf(chip: ReadonlyChip, core: number, thread: ReadonlyThread, way: number): number {
	const original = originalOf(chip, thread);
	// Of a packet one task may have fewer ways than another.
	const { process, program } = at([original, ...original.ways], Math.min(way, original.ways.length));
	const ownNs = workOf(program) + messagesNs(chip, program);
	if (!isTogether(chip, process)) return ownNs;
	const others = chip.cores.filter(({ id }) => id !== core && worksFor(chip, id, process)).length;
	const hasMore = at(chip.cores, core).queue.some(
		(id) => at(chip.threads, id).spec.name === thread.spec.name,
	);
	const lossNs = others * LOSS_NS + (hasMore ? OWN_LOSS_NS : 0);
	return lossNs === 0 ? ownNs : ownNs + crashesOf(program) * lossNs;
}

/** Whether the core runs a thread of the process, or will soon. */
function worksFor(chip: ReadonlyChip, core: number, process: number): boolean {
	const { thread, queue } = at(chip.cores, core);
	return [thread, ...queue].slice(0, HITS_AHEAD).some((id) => chip.threads[id]?.spec.process === process);
}

/** How often the program crashes on average before it gets through, as it begins anew each time. */
function crashesOf(program: readonly ProgramPhase[]): number {
	const chance = riskOf(program);
	return chance / (1 - chance);
}
