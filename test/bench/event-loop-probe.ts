import { monitorEventLoopDelay } from "node:perf_hooks";

/**
 * Loaded into the measured server beside its own code (`node --import`): answers the message "measure"
 * with what the event loop and the processor did since the last one.
 */
const RESOLUTION_MS = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
let sinceMs = performance.now();
let cpu = process.cpuUsage();

export type ProbeAnswer = {
	/** How late the event loop was, beyond the probe's own period. */
	readonly delayP99Ms: number;
	readonly delayMaxMs: number;
	/** Share of one core, 0 to 1 and beyond if several threads are busy. */
	readonly cpuShare: number;
	readonly rssMib: number;
};

process.on("message", (message) => {
	if (message !== "measure") return;
	const nowMs = performance.now();
	const used = process.cpuUsage(cpu);
	const answer: ProbeAnswer = {
		delayP99Ms: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS),
		delayMaxMs: Math.max(0, delay.max / 1e6 - RESOLUTION_MS),
		cpuShare: (used.user + used.system) / 1000 / (nowMs - sinceMs),
		rssMib: process.memoryUsage.rss() / 2 ** 20,
	};
	delay.reset();
	sinceMs = nowMs;
	cpu = process.cpuUsage();
	process.send?.(answer);
});
