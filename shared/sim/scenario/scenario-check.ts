import { sumOf } from "../../lib/statistics.ts";
import { type Check, checkBatches } from "./batches-check.ts";
import { lockFaults } from "./lock-check.ts";
import type { MissCurve, ProgramPhase, Scenario, ThreadSpec, Way } from "./scenario.ts";

/**
 * Faults that a schema cannot see: indices out of range, dependencies on later threads, loops that take no
 * time, locks that are not owned or never freed, an end that is never reached. One sentence each, with the path of the field.
 */
export function brokenReferences(scenario: Scenario): string[] {
	const broken: string[] = [];
	const check: Check = (path, value, count, what) => {
		if (value >= count) {
			const range = count === 0 ? "there is none" : `0 to ${count - 1}`;
			broken.push(`${path}: expected the index of ${what} (${range}), found ${value}`);
		}
	};
	scenario.processes.forEach(({ l3Partition, missCurve }, index) => {
		const parts = scenario.machine.l3PartitionsKib.length;
		check(`processes[${index}].l3Partition`, l3Partition, parts, "a part of the L3");
		checkCurve(`processes[${index}].missCurve`, missCurve, broken);
	});
	scenario.machine.cores.forEach(({ speed, activeMw, points }, index) => {
		if (points.length > 0 && !points.some((point) => point.speed === speed && point.activeMw === activeMw))
			broken.push(
				`machine.cores[${index}].points: expected one with the core's own speed and activeMw (${speed}, ${activeMw}), at which it begins`,
			);
	});
	checkBatches(scenario, check, broken);
	scenario.jobs.forEach((_, job) => {
		checkJob(scenario, job, check, broken);
	});
	checkArrivals(scenario, check, broken);
	return broken;
}

/** A measured curve starts at 0 KiB, and its miss ratio never rises with more cache. */
function checkCurve(path: string, curve: MissCurve, broken: string[]): void {
	if (curve.type !== "table") return;
	curve.points.forEach(([kib, share], place) => {
		const here = `${path}.points[${place}]`;
		const before = curve.points[place - 1];
		if (before === undefined) {
			if (kib !== 0) broken.push(`${here}[0]: expected 0 KiB, where the curve begins, found ${kib}`);
			return;
		}
		if (kib <= before[0]) broken.push(`${here}[0]: expected more KiB than ${before[0]}, found ${kib}`);
		if (share > before[1])
			broken.push(
				`${here}[1]: expected at most ${before[1]}, because more cache misses no more, found ${share}`,
			);
	});
}

function checkJob(scenario: Scenario, job: number, check: Check, broken: string[]): void {
	const { processes, machine } = scenario;
	scenario.jobs[job]?.threads.forEach(({ process, after, program, ways, cores, home, needs }, index) => {
		const path = `jobs[${job}].threads[${index}]`;
		const checkWay = (wayPath: string, way: Pick<Way, "process" | "program">): void => {
			check(`${wayPath}.process`, way.process, processes.length, "a process");
			way.program.forEach((_, place) => {
				checkPhase(scenario, `${wayPath}.program[${place}]`, way.program, place, check, broken);
			});
			broken.push(...lockFaults(wayPath, way.program, scenario.locks));
		};
		checkWay(path, { process, program });
		ways.forEach((way, place) => {
			checkWay(`${path}.ways[${place}]`, way);
		});
		after.forEach((other, place) => {
			check(`${path}.after[${place}]`, other, index, "a thread before this one");
		});
		cores.forEach((core, place) => {
			check(`${path}.cores[${place}]`, core, machine.cores.length, "a core");
		});
		check(`${path}.home`, home, machine.cores.length, "a core");
		const able = machine.cores.some(
			({ can }, core) =>
				(needs === "" || can.includes(needs)) && (cores.length === 0 || cores.includes(core)),
		);
		if (!able) broken.push(`${path}.needs: expected what one of its cores can do, found "${needs}"`);
	});
}

function checkPhase(
	{ locks, devices, barriers, pools, channels, counters, jobs }: Scenario,
	path: string,
	program: readonly ProgramPhase[],
	place: number,
	check: Check,
	broken: string[],
): void {
	const phase = program[place];
	if (phase === undefined) return;
	if (phase.type === "lock" || phase.type === "unlock")
		check(`${path}.lock`, phase.lock, locks.length, "a lock");
	if (phase.type === "io") check(`${path}.device`, phase.device, devices.length, "a device");
	if (phase.type === "barrier") check(`${path}.barrier`, phase.barrier, barriers.length, "a barrier");
	if (phase.type === "chunks") check(`${path}.pool`, phase.pool, pools.length, "a pool");
	if (phase.type === "send" || phase.type === "receive")
		check(`${path}.channel`, phase.channel, channels.length, "a channel");
	if (phase.type === "update") check(`${path}.counter`, phase.counter, counters.length, "a counter");
	if (phase.type === "delegate") check(`${path}.job`, phase.job, jobs.length, "a job");
	if (phase.type !== "repeat") return;
	check(`${path}.from`, phase.from, place, "a phase before this one");
	if (!program.slice(phase.from, place).some(takesTime))
		broken.push(`${path}: expected something that takes time between phase ${phase.from} and here`);
}

function checkArrivals({ arrivals, jobs, end }: Scenario, check: Check, broken: string[]): void {
	let goesOn = false;
	const checkRound = (path: string, job: number): void => {
		goesOn = true;
		if (!(jobs[job]?.threads.some(({ program }) => program.some(takesTime)) ?? true))
			broken.push(`${path}: expected a job that takes time, because it comes again and again`);
	};
	arrivals.forEach((arrival, index) => {
		const path = `arrivals[${index}]`;
		if (arrival.type === "chain") {
			arrival.jobs.forEach((job, place) => {
				check(`${path}.jobs[${place}]`, job, jobs.length, "a job");
				checkRound(`${path}.jobs[${place}]`, job);
			});
			return;
		}
		check(`${path}.job`, arrival.job, jobs.length, "a job");
		if (arrival.type === "clients" && arrival.thinkNs === 0) checkRound(`${path}.job`, arrival.job);
		if (arrival.type === "clients") goesOn = true;
	});
	if (end.type === "done" && goesOn)
		broken.push('end: expected a horizon or a number of jobs, because the work never ends; found "done"');
	// What threads delegate comes on top.
	const delegates = jobs.some(({ threads }) => threads.some(handsOut));
	const arriving = sumOf(arrivals, (arrival) => (arrival.type === "process" ? arrival.count : 1));
	if (end.type === "jobs" && !goesOn && !delegates && end.count > arriving)
		broken.push(
			`end.count: expected at most the number of jobs that arrive (${arriving}), found ${end.count}`,
		);
}

function handsOut({ program, ways }: ThreadSpec): boolean {
	return [program, ...ways.map((way) => way.program)].flat().some(({ type }) => type === "delegate");
}

/** Whether a phase always takes time, so that a loop around it advances. */
function takesTime(phase: ProgramPhase): boolean {
	if (phase.type === "compute" || phase.type === "update") return phase.workNs > 0;
	if (phase.type === "sleep" || phase.type === "io") return phase.ns > 0;
	return phase.type === "delegate" && phase.ns + phase.nsPerItem > 0;
}
