import { seconds } from "../../i18n/base/format.ts";
import { scenarioName } from "../../i18n/scenario-name.ts";
import { modeWords as m, machineWords } from "../../i18n/words.ts";
import type { TaskView } from "../../seat/task-view.ts";

/** Whether the task is made of items: a job that is divided, or a batch of one. */
export function hasItems({ items }: Pick<TaskView, "items">): boolean {
	return items !== undefined;
}

/** What a job or a batch of one consists of and needs, or how long the task is if it has no items. */
export function itemWords({ items, lengthS }: Pick<TaskView, "items" | "lengthS">): string {
	if (items === undefined) return seconds(lengthS);
	const needs = items.needs.map((need) => scenarioName(need, machineWords.names));
	return [m.items(items.count, items.eachS), ...needs].join(" · ");
}

/** When a task or a packet is due, or how late it is; undefined if it has no deadline. */
export function dueWords({ dueS }: Pick<TaskView, "dueS">): string | undefined {
	if (dueS === undefined) return undefined;
	return dueS < 0 ? m.late(-dueS) : m.due(dueS);
}
