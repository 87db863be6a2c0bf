import { seconds } from "../i18n/format.ts";
import { scenarioName } from "../i18n/scenario-name.ts";
import { modeWords as m, machineWords } from "../i18n/words.ts";
import type { TaskView } from "./task-view.ts";

const LOT = /^#\d+: (\d+) × ([\d.]+) s ?(\S*)$/;

/** Whether it is a lot or a batch of one. */
export function isLot({ name }: Pick<TaskView, "name">): boolean {
	return LOT.test(name);
}

/** What a lot or a batch of one consists of and needs, as its scenario names it ("#5: 24 × 0.4 s cpu+dsp"); else how long the task is. */
export function lotWords({ name, needs, lengthS }: Pick<TaskView, "name" | "needs" | "lengthS">): string {
	const [, items, itemS, kinds = ""] = LOT.exec(name) ?? [];
	if (items === undefined) return seconds(lengthS);
	const needed = (kinds || needs).split("+").filter((need) => need !== "");
	const names = needed.map((need) => scenarioName(need, machineWords.names));
	return [m.lot(Number(items), Number(itemS)), ...names].join(" · ");
}
