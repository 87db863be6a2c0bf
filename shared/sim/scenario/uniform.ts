import { unreachable } from "../../lib/unreachable.ts";
import type { Arrival } from "./arrival.ts";
import type { End } from "./end.ts";
import type { CoreSpec, Machine, ProcessSpec, Scenario, ThreadSpec } from "./scenario.ts";

/**
 * The same scenario, made here: the fields that the simulation reads all the time always come in the same order.
 * An engine makes its code for the orders it has met. Where lessons, files and recorded rounds each had their
 * own, code would be slow for all of them, and be made anew whenever the last scenario of one kind is forgotten.
 */
export function uniform(scenario: Scenario): Scenario {
	return {
		title: scenario.title,
		machine: uniformMachine(scenario.machine),
		processes: scenario.processes.map(uniformProcess),
		locks: scenario.locks,
		barriers: scenario.barriers,
		pools: scenario.pools,
		devices: scenario.devices,
		channels: scenario.channels,
		counters: scenario.counters,
		jobs: scenario.jobs.map(({ name, threads }) => ({ name, threads: threads.map(uniformThread) })),
		handOut: scenario.handOut,
		arrivals: scenario.arrivals.map(uniformArrival),
		policy: scenario.policy,
		quantumNs: scenario.quantumNs,
		runQueueMax: scenario.runQueueMax,
		coresTake: scenario.coresTake,
		coresLookAhead: scenario.coresLookAhead,
		end: uniformEnd(scenario.end),
		measure: scenario.measure,
		seeds: scenario.seeds,
	};
}

function uniformMachine(machine: Machine): Machine {
	return {
		cores: machine.cores.map(uniformCore),
		privateHitNs: machine.privateHitNs,
		sharedHitNs: machine.sharedHitNs,
		dramNs: machine.dramNs,
		l3PartitionsKib: machine.l3PartitionsKib,
		prefetchLines: machine.prefetchLines,
		dramKib: machine.dramKib,
		pageFaultNs: machine.pageFaultNs,
		bandwidthBytesPerUs: machine.bandwidthBytesPerUs,
		lineTransferNs: machine.lineTransferNs,
		writesPerOwnership: machine.writesPerOwnership,
		processSwitchNs: machine.processSwitchNs,
		threadSwitchNs: machine.threadSwitchNs,
		wakeNs: machine.wakeNs,
		handOffNs: machine.handOffNs,
		wakePreempts: machine.wakePreempts,
	};
}

function uniformCore(core: CoreSpec): CoreSpec {
	return {
		kind: core.kind,
		speed: core.speed,
		privateKib: core.privateKib,
		can: core.can,
		activeMw: core.activeMw,
		idleMw: core.idleMw,
		sleepMw: core.sleepMw,
		sleepAfterNs: core.sleepAfterNs,
		wakeLatencyNs: core.wakeLatencyNs,
		points: core.points,
	};
}

function uniformProcess(process: ProcessSpec): ProcessSpec {
	return {
		name: process.name,
		workingSetKib: process.workingSetKib,
		footprintKib: process.footprintKib,
		accessesPerUs: process.accessesPerUs,
		missesInFlight: process.missesInFlight,
		missCurve: process.missCurve,
		l3Partition: process.l3Partition,
		bandwidthCapBytesPerUs: process.bandwidthCapBytesPerUs,
		sharedWritesPerUs: process.sharedWritesPerUs,
		prefetchKib: process.prefetchKib,
		writeShare: process.writeShare,
		restartNs: process.restartNs,
		letter: process.letter,
	};
}

function uniformThread(thread: ThreadSpec): ThreadSpec {
	return {
		name: thread.name,
		process: thread.process,
		after: thread.after,
		program: thread.program,
		serial: thread.serial,
		priority: thread.priority,
		needs: thread.needs,
		cores: thread.cores,
		home: thread.home,
		deadlineNs: thread.deadlineNs,
		wayName: thread.wayName,
		ways: thread.ways,
		items: thread.items,
		divisible: thread.divisible,
	};
}

function uniformArrival(arrival: Arrival): Arrival {
	switch (arrival.type) {
		case "at": {
			const { type, atNs, job, notice, wave } = arrival;
			return { type, atNs, job, notice, wave };
		}
		case "chain":
			return { type: arrival.type, jobs: arrival.jobs };
		case "process": {
			const { type, job, gapNs, gaps, work, count } = arrival;
			return { type, job, gapNs, gaps, work, count };
		}
		case "clients": {
			const { type, job, clients, thinkNs, thinking, work } = arrival;
			return { type, job, clients, thinkNs, thinking, work };
		}
		default:
			return unreachable(arrival);
	}
}

function uniformEnd(end: End): End {
	switch (end.type) {
		case "horizon":
			return { type: end.type, ns: end.ns, backlogLimit: end.backlogLimit };
		case "done":
			return { type: end.type };
		case "jobs":
			return { type: end.type, count: end.count };
		default:
			return unreachable(end);
	}
}
