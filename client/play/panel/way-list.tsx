import { chipLabels, modeWords as m } from "../../i18n/words.ts";
import { type Choice, openTasks } from "../../seat/choice.ts";
import type { SeatView } from "../../seat/seat-view.ts";
import type { TaskView } from "../../seat/task-view.ts";
import { itemWords } from "./item-words.ts";
import { WayPicker } from "./task-notes.tsx";
import { TokenIcon } from "./token-icon.tsx";
import "./pick.css";
import "./way-list.css";

/** Tasks shown; the rest are only counted. What starts next comes first. */
const SHOWN = 3;

type WayListProps = {
	view: SeatView;
	/** The task that would be dealt now. */
	meant: TaskView | undefined;
	onChoice: (choice: Choice) => void;
	onWay: (thread: number, way: number) => void;
};

/**
 * Waiting tasks that can be done in several ways, for a scheduler who chooses between them. Those at cores come
 * first, because they start sooner.
 */
export function WayList({ view, meant, onChoice, onWay }: WayListProps) {
	const open = openTasks(view);
	const coreOf = ({ thread }: TaskView) =>
		view.peers.find(({ queue }) => queue.some((task) => task.thread === thread))?.core;
	return (
		<section class="way-list" aria-label={m.ways}>
			<h2>{m.ways}</h2>
			{open.length === 0 && <p class="muted small">{m.noWays}</p>}
			{open.slice(0, SHOWN).map((task) => {
				const core = coreOf(task);
				return (
					<div key={task.thread} class={task.pending ? "way-row task-pending" : "way-row"}>
						<button
							type="button"
							class="pick way-task"
							aria-pressed={task.thread === meant?.thread}
							onClick={() => onChoice({ thread: task.thread, whole: core === undefined })}
						>
							<TokenIcon kind={task.kind} ready={task.ready} />
							{task.data !== undefined && <span class="task-data">{task.data}</span>}
							<span>{itemWords(task)}</span>
							{core !== undefined && <small>{chipLabels.coreShort(core + 1)}</small>}
						</button>
						<WayPicker ways={task.ways} way={task.way} onWay={(way) => onWay(task.thread, way)} />
					</div>
				);
			})}
			{open.length > SHOWN && <p class="muted small">{m.moreWays(open.length - SHOWN)}</p>}
		</section>
	);
}
