import { scenarioName } from "../../i18n/scenario-name.ts";
import { modeWords as m, machineWords } from "../../i18n/words.ts";
import type { DivisibleView } from "../../seat/divisible-view.ts";

/** Which job it is, for which kind of core, and what is left of it. */
export function JobWords({ job: { letter, needs, count, eachS } }: { job: DivisibleView }) {
	return (
		<span class="job-words">
			<i class="task-data">{letter}</i>
			<span class="job-kind">{scenarioName(needs, machineWords.names)}</span>
			<span>{m.items(count, eachS)}</span>
		</span>
	);
}
