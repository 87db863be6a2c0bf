import { at } from "../../lib/assert.ts";
import type { Chip, Thread } from "../../sim/chip.ts";
import { isHeldLong, lockOf } from "../lock-length.ts";
import { backlogNs, cheapestCore, createPlayer } from "../player.ts";

/** Tasks of one lock one after the other on one core; where they wait all the same, spinning if briefly, else asleep. */
export const oneCorePerLock = createPlayer("insight:locks", {
	deal: (chip, packet) => {
		const lock = packet[0] === undefined ? -1 : lockOf(packet[0].spec.program);
		return cheapestCore(chip, packet, (core) => backlogNs(chip, core) + clashNs(chip, core, lock, packet));
	},
	// Who has a lock goes on first; then what needs no lock, or one that nobody else uses just now; then the shorter.
	rank: (chip, core, thread) => {
		if (thread.held.length > 0) return -1;
		return (isWantedElsewhere(chip, core, lockOf(thread.spec.program)) ? 1_000_000_000 : 0) + thread.workNs;
	},
	way: (_chip, _core, thread) => (isHeldLong(thread.spec.program) ? ASLEEP : SPINNING),
});

/** The ways of a task that needs a lock. */
const [SPINNING, ASLEEP] = [0, 1];
/** Two that want one lock lose about all the time that both are at it. */
const CLASH = 1;

/** What the packet would lose to others that wait for the same lock on other cores. */
function clashNs(chip: Readonly<Chip>, core: number, lock: number, packet: readonly Thread[]): number {
	if (lock < 0) return 0;
	const ownNs = packet.reduce((sum, { workNs }) => sum + workNs, 0);
	let elsewhereNs = 0;
	for (const other of chip.cores) if (other.id !== core) elsewhereNs += lockedNs(chip, other.id, lock);
	return CLASH * Math.min(ownNs, elsewhereNs);
}

function lockedNs(chip: Readonly<Chip>, core: number, lock: number): number {
	const { queue, thread } = at(chip.cores, core);
	let sumNs = 0;
	for (const id of [thread, ...queue]) {
		const other = chip.threads[id];
		if (other !== undefined && lockOf(other.spec.program) === lock) sumNs += other.workNs;
	}
	return sumNs;
}

function isWantedElsewhere(chip: Readonly<Chip>, core: number, lock: number): boolean {
	return (
		lock >= 0 &&
		chip.cores.some((other) => {
			const running = chip.threads[other.thread];
			return other.id !== core && running !== undefined && lockOf(running.spec.program) === lock;
		})
	);
}
