import type { Scenario } from "#shared/sim/scenario.ts";
import { TICK_NS } from "#shared/sim/units.ts";

/** What `runBaseline` gives, to be held against the simulation: they must agree to the last digit. */
export type BaselineResult = {
	readonly finishNs: readonly number[];
	readonly usefulNs: number;
	readonly stallNs: number;
	readonly switchNs: number;
	readonly endNs: number;
};

const LINE_KIB = 64 / 1024;
const NEVER_NS = Number.MAX_SAFE_INTEGER;

/**
 * The same arithmetic as the simulation's, by hand, in one loop over typed arrays: threads of one compute
 * phase from a first-in-first-out queue, switch costs, private caches that fill, exact event times,
 * booking. No seats, no events, no locks, no chains: what a programmer would write for only this.
 */
export function runBaseline(scenario: Scenario): BaselineResult {
	const { machine, processes, jobs } = scenario;
	const specs = jobs.flatMap((job) => job.threads);
	const cores = machine.cores.length;
	const threads = specs.length;
	const kinds = processes.length;

	const remaining = new Float64Array(threads);
	const finish = new Float64Array(threads);
	const processOf = new Int32Array(threads);
	specs.forEach((spec, thread) => {
		const phase = spec.program[0];
		remaining[thread] = phase?.type === "compute" ? phase.workNs : 0;
		processOf[thread] = spec.process;
	});
	const workingSet = Float64Array.from(processes, (process) => process.workingSetKib);
	const accesses = Float64Array.from(processes, (process) => process.accessesPerUs / 1000);
	const inFlight = Float64Array.from(processes, (process) => process.missesInFlight);
	const capacity = Float64Array.from(machine.cores, (core) => core.privateKib);
	const usefulPerWork = Float64Array.from(machine.cores, (core) => 1 / core.speed);
	const perWork = new Float64Array(cores);
	const anchor = new Float64Array(cores);
	const next = new Float64Array(cores).fill(NEVER_NS);
	const running = new Int32Array(cores).fill(-1);
	const last = new Int32Array(cores).fill(-1);
	const computing = new Uint8Array(cores);
	const warm = new Float64Array(cores * kinds);
	/** Processes of a core by last use, most recent first. */
	const recent = new Int32Array(cores * kinds).fill(-1);
	let usefulNs = 0;
	let stallNs = 0;
	let switchNs = 0;
	let queued = 0;
	let done = 0;
	let now = 0;

	const limitOf = (core: number, kind: number) => Math.min(workingSet[kind]!, capacity[core]!);
	const isWarming = (core: number) => {
		if (computing[core] === 0) return false;
		const kind = processOf[running[core]!]!;
		return accesses[kind]! > 0 && warm[core * kinds + kind]! < limitOf(core, kind);
	};
	const missOf = (core: number, kind: number) => {
		const kib = warm[core * kinds + kind]!;
		return workingSet[kind] === 0 || kib >= workingSet[kind]! ? 0 : 1 - kib / workingSet[kind]!;
	};
	const settle = (core: number) => {
		const thread = running[core]!;
		const kind = processOf[thread]!;
		const span = now - anchor[core]!;
		if (span > 0) {
			const useful = Math.floor(span * (usefulPerWork[core]! / perWork[core]!) + 0.5);
			usefulNs += useful;
			stallNs += span - useful;
		}
		const work =
			now >= next[core]! ? remaining[thread]! : Math.min(remaining[thread]!, span / perWork[core]!);
		remaining[thread] = remaining[thread]! - work;
		anchor[core] = now;
		const limit = limitOf(core, kind);
		const kib = warm[core * kinds + kind]!;
		if (accesses[kind] === 0 || kib >= limit) return;
		const filled = kib + (accesses[kind]! * missOf(core, kind) * work * 64) / 1024;
		warm[core * kinds + kind] = filled > limit - LINE_KIB ? limit : filled;
		let excess = -capacity[core]!;
		for (let other = 0; other < kinds; other++) excess += warm[core * kinds + other]!;
		for (let place = kinds - 1; place >= 0 && excess > 0; place--) {
			const other = recent[core * kinds + place]!;
			if (other < 0 || other === kind) continue;
			const lost = Math.min(excess, warm[core * kinds + other]!);
			warm[core * kinds + other] = warm[core * kinds + other]! - lost;
			excess -= lost;
		}
	};
	const compute = (core: number) => {
		const thread = running[core]!;
		const kind = processOf[thread]!;
		const missed = missOf(core, kind);
		const hit = (1 - missed) * machine.privateHitNs + missed * machine.sharedHitNs;
		perWork[core] = usefulPerWork[core]! + (accesses[kind]! / inFlight[kind]!) * hit;
		computing[core] = 1;
		anchor[core] = now;
		next[core] = now + Math.ceil(remaining[thread]! * perWork[core]!);
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

	for (let core = 0; core < cores; core++) start(core);
	while (done < threads) {
		let soonest = NEVER_NS;
		let warming = false;
		for (let core = 0; core < cores; core++) {
			if (next[core]! < soonest) soonest = next[core]!;
			if (!warming && isWarming(core)) warming = true;
		}
		const tick = warming ? (Math.floor(now / TICK_NS) + 1) * TICK_NS : NEVER_NS;
		now = Math.min(soonest, tick);
		for (let core = 0; core < cores; core++) {
			if (next[core]! > now) continue;
			if (computing[core] === 0) {
				compute(core);
				continue;
			}
			settle(core);
			finish[running[core]!] = now;
			done++;
			running[core] = -1;
			computing[core] = 0;
			next[core] = NEVER_NS;
		}
		if (tick <= now) {
			for (let core = 0; core < cores; core++) {
				if (!isWarming(core)) continue;
				settle(core);
				compute(core);
			}
		}
		for (let core = 0; core < cores; core++) if (running[core]! < 0) start(core);
	}
	return { finishNs: [...finish], usefulNs, stallNs, switchNs, endNs: now };
}
