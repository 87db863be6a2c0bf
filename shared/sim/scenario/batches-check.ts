import type { Scenario, ThreadSpec } from "./scenario.ts";

/** Complains if `value` is not the index of one of `count` things. */
export type Check = (path: string, value: number, count: number, what: string) => void;

/** Faults of divisible threads and of how they are handed out, one sentence each. */
export function checkBatches(scenario: Scenario, check: Check, broken: string[]): void {
	const { handOut, machine, jobs } = scenario;
	if (handOut !== undefined) {
		check("handOut.master", handOut.master, machine.cores.length, "a core");
		if (handOut.master >= 0 && machine.cores.length < 2)
			broken.push("handOut.master: expected a core besides the master, which does no batches itself");
	}
	jobs.forEach(({ threads }, job) => {
		threads.forEach((thread, index) => {
			if (thread.divisible !== true) return;
			const path = `jobs[${job}].threads[${index}].divisible`;
			if (handOut === undefined) broken.push(`${path}: expected a handOut in the scenario, found none`);
			for (const fault of faultsOf(thread)) broken.push(`${path}: ${fault}`);
			if (mayCrash(scenario, thread.process))
				broken.push(
					`${path}: expected a process in which no thread crashes, found process ${thread.process}`,
				);
		});
	});
}

function faultsOf({ items, program, ways, deadlineNs, serial }: ThreadSpec): string[] {
	const faults: string[] = [];
	const [phase, ...more] = program;
	const isWork = phase?.type === "compute" && phase.spread === "fixed" && more.length === 0;
	const workNs = isWork ? phase.workNs : undefined;
	if (items === undefined) faults.push("expected items, which batches are counted in, found none");
	else if (workNs !== items.count * items.eachNs)
		faults.push(
			`expected a program of one fixed compute phase, as long as all items (${items.count * items.eachNs}), found ${workNs ?? "another"}`,
		);
	if (items?.eachNs === 0) faults.push("expected items that take time, found eachNs 0");
	if (ways.length > 0) faults.push(`expected no ways, found ${ways.length}`);
	if (deadlineNs > 0) faults.push(`expected no deadline, found ${deadlineNs}`);
	if (serial) faults.push("expected a thread that is not serial, because its batches run side by side");
	return faults;
}

function mayCrash({ jobs }: Scenario, process: number): boolean {
	const crashes = (owner: number, program: ThreadSpec["program"]): boolean =>
		owner === process && program.some(({ type }) => type === "crash");
	return jobs.some(({ threads }) =>
		threads.some(
			({ process: own, program, ways }) =>
				crashes(own, program) || ways.some((way) => crashes(way.process, way.program)),
		),
	);
}
