import { sum } from "#shared/lib/statistics.ts";
import { causeLines, duration, percent, seconds, table } from "../draw/show.ts";
import type { RunResult } from "./result.ts";
import type { WaitDistribution } from "./waits.ts";

/** A table of more tasks than this is for a program, not for a reader. */
const TASKS_SHOWN = 24;
const CORES_SHOWN = 32;

/** A run's result for a reader: totals, where the core time went, cores and tasks. */
export function showResult(result: RunResult): string {
	return [
		`${result.title}: policy ${result.policy} at ${result.pace} pace, seed ${result.seed}`,
		"",
		...totals(result),
		"",
		"where the core time went",
		...causeLines(result.causes),
		"",
		...coreLines(result),
		"",
		...taskLines(result),
		"",
		`checksum ${result.checksum}`,
	].join("\n");
}

function totals(result: RunResult): string[] {
	const lines: [string, string][] = [
		["time", `${duration(result.timeNs)} of the machine (${seconds(result.timeNs)} of play)`],
		["makespan", result.makespanNs === null ? "-" : duration(result.makespanNs)],
		[
			"done",
			`${result.threadsDone} tasks and ${result.jobsDone} jobs (${result.jobsByWork.toFixed(2)} by work)`,
		],
		["throughput", `${result.threadsPerMs.toFixed(3)} tasks and ${result.jobsPerMs.toFixed(3)} jobs per ms`],
		["cores busy", `${percent(result.utilisation)}, with useful work ${percent(result.usefulShare)}`],
		["memory bus busy", percent(result.bus.utilisation)],
		["energy", `${(result.energyPj / 1e6).toFixed(3)} uJ`],
	];
	if (result.meanTurnaroundNs !== null) lines.push(["mean turnaround", duration(result.meanTurnaroundNs)]);
	if (result.meanResponseNs !== null) lines.push(["mean response", duration(result.meanResponseNs)]);
	if (result.meanSlowdown !== null) lines.push(["mean slowdown", result.meanSlowdown.toFixed(3)]);
	if (result.waits !== null) lines.push(["wait", showWaits(result.waits)]);
	if (result.waitSpells !== null) lines.push(["wait by spell", showWaits(result.waitSpells)]);
	if (result.deadlines > 0)
		lines.push(["deadlines missed", `${result.deadlineMisses} of ${result.deadlines}`]);
	if (result.dram.pageFaults > 0) lines.push(["page faults", String(result.dram.pageFaults)]);
	for (const { name, updates, lost } of result.counters)
		lines.push(["lost updates", `${lost} of ${updates} (${name})`]);
	for (const { name, taken, handOffs } of result.locks)
		lines.push(["lock taken", `${taken} times, ${handOffs} handed over at once (${name})`]);
	result.caches.l3Kib.forEach((kib, index) => {
		if (kib > 0) lines.push(["in the L3", `${kib.toFixed(0)} KiB (${result.caches.processes[index]})`]);
	});
	return lines.map(([word, figure]) => `${word.padEnd(18)}${figure}`);
}

function showWaits({ meanNs, medianNs, p90Ns, p99Ns, maxNs }: WaitDistribution): string {
	const [middle, half, most, nearlyAll, all] = [meanNs, medianNs, p90Ns, p99Ns, maxNs].map(duration);
	return `mean ${middle}, median ${half}, 90 % within ${most}, 99 % within ${nearlyAll}, longest ${all}`;
}

function coreLines({ causesByCore, timeNs, caches }: RunResult): string[] {
	const rows = causesByCore
		.slice(0, CORES_SHOWN)
		.map((causes, core) => [
			core,
			...[
				causes.useful,
				causes.cacheStall + causes.busStall + causes.coherenceStall,
				causes.spin,
				causes.switch + causes.waking + causes.ipc + causes.delegating,
				causes.idleWorkWaits + causes.idleSerial + causes.idleBlocked + causes.idleNothing + causes.asleep,
			].map((ns) => percent(timeNs === 0 ? 0 : ns / timeNs)),
			`${sum(caches.privateKib[core] ?? []).toFixed(0)} KiB`,
		]);
	return [
		table(["core", "useful", "memory", "spinning", "overhead", "idle", "warm"], rows),
		...andMore(causesByCore.length - CORES_SHOWN, "cores"),
	];
}

function taskLines({ threads }: RunResult): string[] {
	const orNever = (ns: number | null): string => (ns === null ? "-" : duration(ns));
	const rows = threads
		.slice(0, TASKS_SHOWN)
		.map(({ id, name, core, announcedNs, startNs, finishNs, responseNs, turnaroundNs, waitNs }) => [
			id,
			name,
			core ?? "-",
			...[announcedNs, startNs, finishNs, responseNs, turnaroundNs, waitNs].map(orNever),
		]);
	return [
		table(["task", "name", "core", "announced", "start", "finish", "response", "turnaround", "waited"], rows),
		...andMore(threads.length - TASKS_SHOWN, "tasks"),
	];
}

function andMore(count: number, what: string): string[] {
	return count > 0 ? [`... and ${count} more ${what}; --json has all of them`] : [];
}
