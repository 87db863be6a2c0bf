import { FILL_STEP, NEVER_NS, SPEED_STEP, TICK_NS } from "#shared/lib/units.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";

/** What `runBaseline` gives, to be held against the simulation: they must agree to the last digit. */
export type BaselineResult = {
	readonly finishNs: readonly number[];
	readonly usefulNs: number;
	readonly cacheStallNs: number;
	readonly busStallNs: number;
	readonly switchNs: number;
	readonly carriedBytes: number;
	readonly endNs: number;
};

/** Parts that computing time is booked to: useful, cache stall, bus stall, switching. */
const PARTS = 4;
const LINE_KIB = 64 / 1024;
/** The simulation's own precision: of the bus, and of what counts as settled. */
const TICKS_MAX = 8;
const BUS_LAST_STEP = 1e-6;
const BUS_LAST_STEP_NS = 1e-12;
const SPEED_SETTLED = 1e-9;
const L3_SETTLED = 1e-7;

/**
 * The same arithmetic as the simulation's, by hand, in one loop over typed arrays: threads of one compute
 * phase from a first-in-first-out queue, switch costs, private caches that fill, one shared L3 that fills
 * by rate, the bus solved in the wait for it, exact event times, booking. No seats, no events, no locks,
 * no chains, no caps, no false sharing: what a programmer would write for only this.
 */
export function runBaseline(scenario: Scenario): BaselineResult {
	const { machine, processes, jobs } = scenario;
	const specs = jobs.flatMap((job) => job.threads);
	const cores = machine.cores.length;
	const threads = specs.length;
	const kinds = processes.length;
	const l3Size = machine.l3PartitionsKib[0] ?? 0;
	const busBytesPerNs = machine.bandwidthBytesPerUs / 1000;

	const remaining = new Float64Array(threads);
	const finish = new Float64Array(threads);
	const processOf = new Int32Array(threads);
	specs.forEach((spec, thread) => {
		const phase = spec.program[0];
		remaining[thread] = phase?.type === "compute" ? phase.workNs : 0;
		processOf[thread] = spec.process;
	});
	const workingSet = Float64Array.from(processes, (process) => process.workingSetKib);
	const floor = Float64Array.from(processes, ({ missCurve }) =>
		missCurve.type === "linear" ? missCurve.floor : 0,
	);
	const accesses = Float64Array.from(processes, (process) => process.accessesPerUs / 1000);
	const stallShare = Float64Array.from(
		processes,
		(process, kind) => accesses[kind]! / process.missesInFlight,
	);
	const l3 = new Float64Array(kinds);
	const fills = new Float64Array(kinds);

	const capacity = Float64Array.from(machine.cores, (core) => core.privateKib);
	const usefulPerWork = Float64Array.from(machine.cores, (core) => 1 / core.speed);
	const cachePerWork = new Float64Array(cores);
	const waitsPerWork = new Float64Array(cores);
	const busPerWork = new Float64Array(cores);
	const stalledPerWork = new Float64Array(cores);
	const bytesPerWork = new Float64Array(cores);
	const perWork = new Float64Array(cores);
	const anchor = new Float64Array(cores);
	const next = new Float64Array(cores).fill(NEVER_NS);
	const running = new Int32Array(cores).fill(-1);
	const last = new Int32Array(cores).fill(-1);
	const computing = new Uint8Array(cores);
	const warm = new Float64Array(cores * kinds);
	/** Processes of a core by last use, most recent first. */
	const recent = new Int32Array(cores * kinds).fill(-1);
	const owed = new Float64Array(cores * PARTS);
	const booked = new Float64Array(cores * PARTS);
	let switchNs = 0;
	let carriedBytes = 0;
	let busWait = 0;
	let refreshed = 0;
	let drift = 0;
	let queued = 0;
	let done = 0;
	let now = 0;

	const limitOf = (core: number, kind: number) => Math.min(workingSet[kind]!, capacity[core]!);
	const missOf = (kind: number, kib: number) =>
		kib >= workingSet[kind]! ? floor[kind]! : Math.max(floor[kind]!, 1 - kib / workingSet[kind]!);
	/** Ticks until the private cache is full, or fuller by a step. */
	const warmingTicks = (core: number) => {
		const kind = processOf[running[core]!]!;
		const limit = limitOf(core, kind);
		const kib = warm[core * kinds + kind]!;
		if (kib >= limit) return Number.POSITIVE_INFINITY;
		const fillPerNs = (accesses[kind]! * missOf(kind, kib) * LINE_KIB) / perWork[core]!;
		return Math.min(limit - kib, FILL_STEP * limit) / (fillPerNs * TICK_NS);
	};
	const makeRoom = (core: number, keep: number) => {
		let excess = -capacity[core]!;
		for (let kind = 0; kind < kinds; kind++) excess += warm[core * kinds + kind]!;
		for (let place = kinds - 1; place >= 0 && excess > 0; place--) {
			const kind = recent[core * kinds + place]!;
			if (kind < 0 || kind === keep) continue;
			const lost = Math.min(excess, warm[core * kinds + kind]!);
			warm[core * kinds + kind] = warm[core * kinds + kind]! - lost;
			excess -= lost;
		}
	};
	/** Whole nanoseconds of each part; what a part is short of is carried. The rest of a last one is switching. */
	const book = (core: number, span: number, work: number) => {
		if (span === 0) return;
		const first = core * PARTS;
		owed[first] = owed[first]! + work * usefulPerWork[core]!;
		owed[first + 1] = owed[first + 1]! + work * cachePerWork[core]!;
		owed[first + 2] = owed[first + 2]! + work * busPerWork[core]!;
		owed[first + 3] = owed[first + 3]! + (span - work * perWork[core]!);
		let left = span;
		for (let part = first; part < first + PARTS; part++) {
			const whole = Math.min(left, Math.max(0, Math.floor(owed[part]!)));
			owed[part] = owed[part]! - whole;
			booked[part] = booked[part]! + whole;
			left -= whole;
		}
		while (left-- > 0) {
			let most = first;
			for (let part = first + 1; part < first + PARTS; part++) if (owed[part]! > owed[most]!) most = part;
			owed[most] = owed[most]! - 1;
			booked[most] = booked[most]! + 1;
		}
	};
	const settle = (core: number) => {
		const thread = running[core]!;
		const kind = processOf[thread]!;
		const span = now - anchor[core]!;
		const work =
			now >= next[core]! ? remaining[thread]! : Math.min(remaining[thread]!, span / perWork[core]!);
		book(core, span, work);
		remaining[thread] = remaining[thread]! - work;
		anchor[core] = now;
		fills[kind] = fills[kind]! + bytesPerWork[core]! * work;
		carriedBytes += bytesPerWork[core]! * work;
		const limit = limitOf(core, kind);
		const kib = warm[core * kinds + kind]!;
		if (accesses[kind] === 0 || kib >= limit) return;
		const filled = kib + accesses[kind]! * missOf(kind, kib) * work * LINE_KIB;
		warm[core * kinds + kind] = filled > limit - LINE_KIB ? limit : filled;
		makeRoom(core, kind);
	};
	const aim = (core: number) => {
		anchor[core] = now;
		next[core] = now + Math.ceil(remaining[running[core]!]! * perWork[core]!);
	};
	/** The largest move, as a share of the room that a process can take. */
	const fillL3 = () => {
		let used = 0;
		let fill = 0;
		for (let kind = 0; kind < kinds; kind++) {
			used += l3[kind]!;
			fill += fills[kind]! / 1024;
		}
		let excess = used + fill - l3Size;
		for (let kind = 0; kind < kinds && excess > 0; kind++) {
			if (fills[kind]! > 0) continue;
			const lost = Math.min(excess, l3[kind]!);
			l3[kind] = l3[kind]! - lost;
			excess -= lost;
		}
		const pressure = excess > 0 ? fill / l3Size : 0;
		let most = 0;
		for (let kind = 0; kind < kinds; kind++) {
			if (fills[kind]! === 0) continue;
			const before = l3[kind]!;
			const limit = Math.min(workingSet[kind]!, l3Size);
			const after = Math.min((before + fills[kind]! / 1024) / (1 + pressure), limit);
			l3[kind] = after;
			const moved = Math.abs(after - before);
			if (moved > L3_SETTLED * l3Size) most = Math.max(most, moved / limit);
		}
		fills.fill(0);
		return most;
	};
	const timeAt = (core: number, wait: number) =>
		usefulPerWork[core]! + cachePerWork[core]! + waitsPerWork[core]! * wait;
	/** Newton's method in how long an access waits, between what is known to be too short and too long. */
	const solveBus = () => {
		let low = 0;
		let high = Number.POSITIVE_INFINITY;
		let wait = Math.max(busWait, BUS_LAST_STEP_NS);
		for (let step = 0; step < 200; step++) {
			let asked = 0;
			let fall = 0;
			for (let core = 0; core < cores; core++) {
				if (computing[core] === 0) continue;
				const time = timeAt(core, wait);
				const bytesPerNs = bytesPerWork[core]! / time;
				asked += bytesPerNs;
				fall += (bytesPerNs * waitsPerWork[core]!) / time;
			}
			if (asked === 0) return 0;
			const room = busBytesPerNs / asked;
			const roomPerNs = (room * fall) / asked;
			const excess = 2 * wait * (room - 1) - machine.dramNs;
			const slope = 2 * (room - 1 + wait * roomPerNs);
			if (excess < 0 || room < 1) low = wait;
			else high = wait;
			let next = slope > 0 ? wait - excess / slope : wait + (1 - room) / roomPerNs;
			const isNear = slope > 0 && Math.abs(next - wait) <= BUS_LAST_STEP * wait + BUS_LAST_STEP_NS;
			if (!isNear && !(next > low && next < high))
				next = high === Number.POSITIVE_INFINITY ? 2 * low + 1 : (low + high) / 2;
			wait = next;
			if (isNear || high - low <= BUS_LAST_STEP * low) break;
		}
		return wait;
	};
	/** Caches, bus and speeds as of now; gives when to look again. */
	const refresh = () => {
		for (let core = 0; core < cores; core++) if (computing[core] !== 0) settle(core);
		const span = now - refreshed;
		if (span > 0) drift = fillL3() / FILL_STEP;
		refreshed = now;
		for (let core = 0; core < cores; core++) {
			if (computing[core] === 0) continue;
			const kind = processOf[running[core]!]!;
			const kib = warm[core * kinds + kind]!;
			const missed = missOf(kind, kib);
			const missedAll = missOf(kind, Math.max(kib, l3[kind]!));
			waitsPerWork[core] = stallShare[kind]! * missedAll;
			cachePerWork[core] =
				stallShare[kind]! *
					((1 - missed) * machine.privateHitNs + (missed - missedAll) * machine.sharedHitNs) +
				waitsPerWork[core]! * machine.dramNs;
			bytesPerWork[core] = 64 * accesses[kind]! * missedAll;
		}
		busWait = solveBus();
		for (let core = 0; core < cores; core++) {
			if (computing[core] === 0) continue;
			perWork[core] = timeAt(core, busWait);
			busPerWork[core] = perWork[core]! - usefulPerWork[core]! - cachePerWork[core]!;
			const stalled = cachePerWork[core]! + busPerWork[core]!;
			const changed = Math.abs(stalled - stalledPerWork[core]!) / perWork[core]!;
			stalledPerWork[core] = stalled;
			if (changed > SPEED_SETTLED) drift = Math.max(drift, changed / SPEED_STEP);
			aim(core);
		}
		let ticks = drift > 0 ? span / (drift * TICK_NS) : Number.POSITIVE_INFINITY;
		for (let core = 0; core < cores; core++)
			if (computing[core] !== 0) ticks = Math.min(ticks, warmingTicks(core));
		if (ticks === Number.POSITIVE_INFINITY) return NEVER_NS;
		return (Math.floor(now / TICK_NS) + Math.max(1, Math.min(TICKS_MAX, Math.floor(ticks)))) * TICK_NS;
	};
	const start = (core: number) => {
		if (queued === threads) return;
		const thread = queued++;
		const kind = processOf[thread]!;
		const same = last[core]! >= 0 && processOf[last[core]!] === kind;
		const cost = same ? machine.threadSwitchNs : machine.processSwitchNs;
		running[core] = thread;
		last[core] = thread;
		let place = 0;
		while (place < kinds - 1 && recent[core * kinds + place] !== kind && recent[core * kinds + place]! >= 0)
			place++;
		for (; place > 0; place--) recent[core * kinds + place] = recent[core * kinds + place - 1]!;
		recent[core * kinds] = kind;
		switchNs += cost;
		next[core] = now + cost;
	};

	let tick = NEVER_NS;
	for (let core = 0; core < cores; core++) start(core);
	while (done < threads) {
		now = tick;
		for (let core = 0; core < cores; core++) if (next[core]! < now) now = next[core]!;
		let isStale = tick <= now;
		for (let core = 0; core < cores; core++) {
			if (next[core]! > now) continue;
			isStale = true;
			if (computing[core] === 0) {
				computing[core] = 1;
				perWork[core] = usefulPerWork[core]!;
				cachePerWork[core] = 0;
				busPerWork[core] = 0;
				stalledPerWork[core] = 0;
				aim(core);
				continue;
			}
			settle(core);
			finish[running[core]!] = now;
			done++;
			running[core] = -1;
			computing[core] = 0;
			next[core] = NEVER_NS;
		}
		for (let core = 0; core < cores; core++) if (running[core]! < 0) start(core);
		if (isStale) tick = refresh();
	}
	const bookedTo = (part: number) =>
		booked.reduce((sum, ns, index) => (index % PARTS === part ? sum + ns : sum), 0);
	return {
		finishNs: [...finish],
		usefulNs: bookedTo(0),
		cacheStallNs: bookedTo(1),
		busStallNs: bookedTo(2),
		switchNs: switchNs + bookedTo(3),
		carriedBytes,
		endNs: now,
	};
}
