import { useId } from "preact/hooks";
import { list, seconds } from "../../i18n/base/format.ts";
import { scenarioName } from "../../i18n/scenario-name.ts";
import { machineWords, modeWords as t } from "../../i18n/words.ts";
import type { TaskView } from "../../seat/task-view.ts";
import "./ways.css";

/** Seconds of play before a deadline from which it is shown as an alarm. */
const ALARM_S = 1.5;

/** What matters about a task besides its length, as short notes: only what its scenario uses. */
export function TaskNotes({ task }: { task: TaskView }) {
	const { dueS, crashChance, bytes, needs, priority, locks, followers } = task;
	const note = (text: string, bad = false) => (
		<li key={text} class={bad ? "note note-bad" : "note"}>
			{text}
		</li>
	);
	return (
		<ul class="task-notes">
			{dueS !== undefined &&
				(dueS < 0 ? note(t.late(-dueS), true) : note(t.due(dueS), dueS - task.lengthS < ALARM_S))}
			{priority !== undefined && priority > 0 && note(t.priority(priority))}
			{crashChance > 0 && note(t.crashRisk(crashChance), crashChance > 0.2)}
			{bytes > 0 && note(t.bytes(bytes))}
			{needs !== "" && note(t.needs(scenarioName(needs, machineWords.names)))}
			{followers.count > 0 && note(t.followers(followers.count, followers.lengthS))}
			{locks.length > 0 && note(t.locks(list(locks.map((name) => scenarioName(name, machineWords.names)))))}
		</ul>
	);
}

type WayPickerProps = {
	/** What the choice is about [how the task shall be done]. */
	label?: string;
	ways: TaskView["ways"];
	/** undefined: none of them is chosen. */
	way: number | undefined;
	onWay: (way: number) => void;
};

/** The ways of a task or packet as one control. Each says how long the work takes that way, if they differ. */
export function WayPicker({ label = t.way, ways, way, onWay }: WayPickerProps) {
	const group = useId();
	const differ = ways.some(({ lengthS }) => lengthS !== ways[0]?.lengthS);
	return (
		<fieldset class="ways">
			<legend class="sr-only">{label}</legend>
			{ways.map(({ name, lengthS }, index) => (
				<label key={name}>
					<input
						type="radio"
						class="sr-only"
						name={group}
						checked={index === way}
						onChange={() => onWay(index)}
					/>
					<span>
						{scenarioName(name, machineWords.names)} {differ && <small>{seconds(lengthS)}</small>}
					</span>
				</label>
			))}
		</fieldset>
	);
}
