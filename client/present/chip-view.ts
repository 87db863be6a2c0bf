import { at, numberAt } from "#shared/lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { followersInLine } from "#shared/sim/chip/bottom-level.ts";
import { type ReadonlyChip, type ReadonlyCore, type ReadonlyThread, SHARED } from "#shared/sim/chip/chip.ts";
import type { QueueOrder } from "#shared/sim/chip/command.ts";
import { mayRun } from "#shared/sim/chip/may-run.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { dataIndex, dataOfTask } from "./data-of.ts";
import { leftNsOf, lengthNsOf, shareDone } from "./hand-out.ts";
import { type CoreState, kindOf, stateOf, type TokenKind } from "./kinds.ts";
import { dueNsOf } from "./machine-view.ts";
import { type JobView, viewProgram } from "./program-view.ts";

/** How long a finished task takes to leave, in machine ns. */
export const EXIT_NS = 0.6 * NS_PER_PLAY_S;

/** Where a token is: in a slot of the shared queue, in a slot of a core's plan, in a core's socket, or leaving. */
export type TokenPlace =
	| { readonly zone: "shared"; readonly index: number }
	| { readonly zone: "planned"; readonly core: number; readonly index: number }
	| { readonly zone: "socket"; readonly core: number }
	| { readonly zone: "done"; readonly core: number };

export type TokenView = {
	readonly thread: number;
	readonly job: number;
	readonly kind: TokenKind;
	/** Could run now; otherwise it is only announced, or blocked. */
	readonly ready: boolean;
	/** Its total work, in seconds of play on an ideal core. */
	readonly seconds: number;
	/** The working set that it uses, 0 for A; undefined if working sets make no difference. */
	readonly data: number | undefined;
	/** "late" after its deadline, "due" if it will be late unless it runs soon. */
	readonly alarm: "due" | "late" | undefined;
	/** It may crash its whole process. */
	readonly risky: boolean;
	/** At most half of the cores can run it. */
	readonly rare: boolean;
	/** Number of tasks in a line that wait for it, one after the other. */
	readonly followers: number;
	readonly place: TokenPlace;
	/** Since when it has been there, in machine ns; undefined if the chip does not record that. */
	readonly sinceNs: number | undefined;
};

/** `share` of a private cache is warm for working set `data`. */
type Warm = { readonly data: number; readonly share: number };

export type CoreView = {
	readonly core: number;
	readonly state: CoreState;
	readonly task: TokenView | undefined;
	/** Progress of the running task, 0 to 1, and the seconds of play that it still needs at the current speed. */
	readonly progress: number;
	readonly secondsLeft: number;
	/** Contents of its private cache as shares of it; undefined if hidden, or if they make no difference. */
	readonly warm: readonly Warm[] | undefined;
	readonly planned: number;
	/** Share of the player's decision window that is left; undefined unless a decision point is open. */
	readonly decision: number | undefined;
};

/** Everything about a chip that one picture needs. */
export type ChipView = {
	readonly nowNs: number;
	/** The chip's scenario. Only its identity and the lengths of its jobs matter to a picture. */
	readonly scenario: Scenario;
	readonly cores: readonly CoreView[];
	/** Tokens at rest or moving, shared queue first. */
	readonly tokens: readonly TokenView[];
	readonly sharedCount: number;
	readonly queueOrder: QueueOrder;
	readonly program: readonly JobView[];
	readonly jobsDone: number;
	readonly threadsDone: number;
};

/** Whose caches the viewer sees, and which core is their own. "own" hides the caches of other cores. */
export type Sees = { readonly caches: "all" | "own"; readonly own: number | undefined };

/** What `chip` looks like at `nowNs`, which is not before the chip's own time, but before its next event. */
export function viewChip(chip: ReadonlyChip, nowNs: number, sees: Sees): ChipView {
	const tokens: TokenView[] = [];
	chip.shared.forEach((id, index) => {
		const thread = at(chip.threads, id);
		tokens.push(
			viewToken(
				chip,
				thread,
				{ zone: "shared", index },
				thread.startNs === NEVER_NS ? thread.announcedNs : undefined,
			),
		);
	});
	for (const core of chip.cores)
		core.queue.forEach((id, index) => {
			tokens.push(
				viewToken(chip, at(chip.threads, id), { zone: "planned", core: core.id, index }, undefined),
			);
		});
	addBlocked(chip, tokens);
	const cores = chip.cores.map((core) => viewCore(chip, core, nowNs, sees));
	for (const { task } of cores) if (task !== undefined) tokens.push(task);
	// A job in batches was on no core: its batches leave one by one.
	for (const thread of chip.threads)
		if (thread.state === "done" && thread.core >= 0 && nowNs - thread.finishNs < EXIT_NS)
			tokens.push(viewToken(chip, thread, { zone: "done", core: thread.core }, thread.finishNs));
	return {
		nowNs,
		scenario: chip.scenario,
		cores,
		tokens,
		sharedCount: chip.shared.length,
		queueOrder: chip.queueOrder,
		program: viewProgram(chip, nowNs),
		jobsDone: chip.jobsDone,
		threadsDone: chip.threadsDone,
	};
}

function viewToken(
	chip: ReadonlyChip,
	thread: ReadonlyThread,
	place: TokenPlace,
	sinceNs: number | undefined,
): TokenView {
	return {
		thread: thread.id,
		job: thread.job,
		kind: kindOf(thread),
		ready: thread.state !== "waiting" && thread.state !== "blocked",
		seconds: lengthNsOf(thread) / NS_PER_PLAY_S,
		data: dataOfTask(chip.scenario, thread.spec),
		alarm: alarmOf(thread, chip.nowNs),
		risky: thread.spec.program.some((phase) => phase.type === "crash" && phase.chance >= RISKY),
		rare: isRare(chip, thread),
		// That all wait for the serial part its look says.
		followers: thread.spec.serial ? 0 : followersInLine(chip, thread),
		place,
		sinceNs,
	};
}

/** A task that hands out others is never marked, because its look is unmistakable. */
function isRare({ cores }: ReadonlyChip, thread: ReadonlyThread): boolean {
	return (
		thread.spec.needs !== "" &&
		kindOf(thread) !== "dividing" &&
		cores.filter((core) => mayRun(core, thread)).length * 2 <= cores.length
	);
}

/** A crash less probable than this is not worth a mark. */
const RISKY = 0.1;
/** Slack (time to the deadline beyond the remaining work) below which a deadline is an alarm. */
const ALARM_NS = 1.5 * NS_PER_PLAY_S;

function alarmOf(thread: ReadonlyThread, nowNs: number): TokenView["alarm"] {
	const dueNs = dueNsOf(thread);
	if (nowNs > dueNs) return "late";
	return dueNs - nowNs < thread.workNs - thread.doneNs + ALARM_NS ? "due" : undefined;
}

/** Shows blocked threads, which are in no queue, behind the plan of the core that they left. */
function addBlocked(chip: ReadonlyChip, tokens: TokenView[]): void {
	const behind = chip.cores.map((core) => core.queue.length);
	for (const lock of chip.locks)
		for (const id of lock.waiters) {
			const thread = at(chip.threads, id);
			if (thread.state !== "blocked" || thread.queue === SHARED || thread.core < 0) continue;
			const index = numberAt(behind, thread.core);
			behind[thread.core] = index + 1;
			tokens.push(viewToken(chip, thread, { zone: "planned", core: thread.core, index }, undefined));
		}
}

function viewCore(chip: ReadonlyChip, core: ReadonlyCore, nowNs: number, sees: Sees): CoreView {
	const thread = core.thread < 0 ? undefined : at(chip.threads, core.thread);
	const seat = at(chip.seats, core.id + 1);
	const progress = thread === undefined ? 0 : shareDone(chip, thread, nowNs);
	const isFirstRun = thread !== undefined && thread.startNs >= core.anchorNs;
	return {
		core: core.id,
		state: stateOf(core),
		task:
			thread === undefined
				? undefined
				: viewToken(chip, thread, { zone: "socket", core: core.id }, isFirstRun ? thread.startNs : undefined),
		progress,
		secondsLeft: leftNsOf(chip, core, nowNs) / NS_PER_PLAY_S,
		warm: sees.caches === "all" || core.id === sees.own ? viewWarm(chip, core) : undefined,
		planned: core.queue.length,
		decision:
			seat.deadlineNs === NEVER_NS || seat.driver === "bot"
				? undefined
				: Math.max(0, Math.min(1, (seat.deadlineNs - nowNs) / seat.windowNs)),
	};
}

function viewWarm(chip: ReadonlyChip, core: ReadonlyCore): Warm[] | undefined {
	if (chip.scenario.processes.every(({ workingSetKib }) => workingSetKib === 0)) return undefined;
	const warm: Warm[] = [];
	core.warmKib.forEach((kib, process) => {
		const data = dataIndex(chip.scenario.processes, process);
		if (kib > 0) warm.push({ data, share: Math.min(1, kib / core.spec.privateKib) });
	});
	return warm;
}
