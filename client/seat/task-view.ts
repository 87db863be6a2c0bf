import { at } from "#shared/lib/assert.ts";
import { letterOf } from "#shared/lib/letters.ts";
import { sumOf } from "#shared/lib/statistics.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import { dataOfTask } from "../present/data-of.ts";
import { lengthNsOf } from "../present/hand-out.ts";
import { kindOf, type TokenKind } from "../present/kinds.ts";
import { factsOf, type TaskFacts } from "../present/task-facts.ts";
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
	const chosen = commands.findLast((command) => command.type === "choose" && command.thread === id);
	const facts = factsOf(chip, thread, chosen?.type === "choose" ? chosen.way : thread.way);
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
			data: [...new Set(tasks.map(({ data = "" }) => data))].join(""),
			dueS: due.length === 0 ? undefined : Math.min(...due),
		};
	});
}
