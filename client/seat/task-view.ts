import { at } from "#shared/lib/assert.ts";
import { letterOf } from "#shared/lib/letters.ts";
import { sumOf } from "#shared/lib/statistics.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import { type ReadonlyChip, type ReadonlyThread, SHARED } from "#shared/sim/chip/chip.ts";
import { isOpenTo } from "#shared/sim/chip/ways.ts";
import { dataOfTask } from "../present/data-of.ts";
import { lengthNsOf } from "../present/hand-out.ts";
import { kindOf, type TokenKind } from "../present/kinds.ts";
import { factsOf, type TaskFacts, type WayView } from "../present/task-facts.ts";
import type { QueueEntry } from "./queues-view.ts";

/** A task as the controls show it. */
export type TaskView = TaskFacts & {
	readonly thread: number;
	/** The job that it belongs to, which is dealt as one packet. */
	readonly job: number;
	readonly kind: TokenKind;
	/** Its name in the scenario. */
	readonly name: string;
	/** Its total work, in seconds of play on an ideal core. */
	readonly lengthS: number;
	/** Could run now; otherwise it is only announced. */
	readonly ready: boolean;
	/** Letter of its data, if that makes a difference. */
	readonly data: string | undefined;
	/** A command for it is on its way. */
	readonly pending: boolean;
};

/** Tasks of one job that wait in the shared queue and can be dealt together. */
export type PacketView = {
	readonly job: number;
	readonly tasks: readonly TaskView[];
	readonly lengthS: number;
	/** The ways in which all of it may be done; empty without a choice. A task that lacks one stays as it is. */
	readonly ways: readonly WayView[];
	/** The way of all its tasks that have a choice; undefined if they differ. */
	readonly way: number | undefined;
	/** Letters of their data, each once. */
	readonly data: string;
	/** Seconds of play until the earliest deadline; undefined if none has one. */
	readonly dueS: number | undefined;
};

export function viewTask(
	chip: ReadonlyChip,
	{ thread: id, pending }: QueueEntry,
	commands: readonly PlayerCommand[],
): TaskView {
	const thread = at(chip.threads, id);
	const facts = factsOf(chip, thread, chosenWay(thread, commands));
	const data = dataOfTask(chip.scenario, thread.spec);
	return {
		...facts,
		thread: id,
		job: thread.job,
		kind: kindOf(thread),
		name: thread.spec.name,
		lengthS: facts.ways[facts.way]?.lengthS ?? lengthNsOf(thread) / NS_PER_PLAY_S,
		ready: thread.state === "ready",
		data: data === undefined ? undefined : letterOf(data),
		pending,
	};
}

/** The way of the thread once the pending commands have taken effect. */
function chosenWay(thread: ReadonlyThread, commands: readonly PlayerCommand[]): number {
	for (const command of commands.toReversed()) {
		if (command.type === "choose" && command.thread === thread.id) return command.way;
		if (command.type !== "deal" || command.way === undefined || command.job !== thread.job) continue;
		if (thread.queue === SHARED && isOpenTo(thread, command.way)) return command.way;
	}
	return thread.way;
}

/** The packets of the shared queue, in the order of their first tasks. */
export function viewPackets(shared: readonly TaskView[]): PacketView[] {
	const jobs = [...new Set(shared.map(({ job }) => job))];
	return jobs.map((job) => {
		const tasks = shared.filter((task) => task.job === job);
		const due = tasks.flatMap(({ dueS }) => (dueS === undefined ? [] : [dueS]));
		return {
			job,
			tasks,
			lengthS: sumOf(tasks, ({ lengthS }) => lengthS),
			...waysOf(tasks),
			data: [...new Set(tasks.map(({ data = "" }) => data))].join(""),
			dueS: due.length === 0 ? undefined : Math.min(...due),
		};
	});
}

function waysOf(tasks: readonly TaskView[]): Pick<PacketView, "ways" | "way"> {
	const open = tasks.filter(({ mayChoose }) => mayChoose);
	const longest = open.toSorted((one, other) => other.ways.length - one.ways.length)[0];
	const chosen = new Set(open.map(({ way }) => way));
	const lengthOf = (task: TaskView, way: number) =>
		(task.mayChoose ? task.ways[way]?.lengthS : undefined) ?? task.lengthS;
	return {
		ways: (longest?.ways ?? []).map(({ name }, way) => ({
			name,
			lengthS: sumOf(tasks, (task) => lengthOf(task, way)),
		})),
		way: chosen.size === 1 ? [...chosen][0] : undefined,
	};
}
