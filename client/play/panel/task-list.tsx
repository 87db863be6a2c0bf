import { seconds } from "../../i18n/base/format.ts";
import { lookUp } from "../../i18n/scenario-name.ts";
import { chipLabels, machineWords, playWords as t } from "../../i18n/words.ts";
import type { TaskView } from "../../seat/task-view.ts";
import { TaskNotes, WayPicker } from "./task-notes.tsx";
import { TokenIcon } from "./token-icon.tsx";
import "./task-list.css";

type OwnQueueProps = {
	tasks: readonly TaskView[];
	/** Whether what comes here are batches that the core asked for. */
	asks: boolean;
	/** Whether the core may take what is undealt. */
	mayTake: boolean;
	/** Whether this lesson lets a core choose how a task does its work. */
	mayChoose: boolean;
	/** Moves a task to another place in the player's own queue, where the lesson lets it. */
	onMove: ((thread: number, position: number) => void) | undefined;
	onGiveBack: ((thread: number) => void) | undefined;
	onWay: (thread: number, way: number) => void;
};

/** The player's run queue, in running order, to be reordered and given back with any input device. */
export function OwnQueue(props: OwnQueueProps) {
	const { tasks, asks, mayTake } = props;
	const empty = mayTake ? t.myQueueEmpty : t.myQueueUndealt;
	return (
		<section class="own-queue" aria-label={t.myQueue}>
			<h2>{t.myQueue}</h2>
			{tasks.length === 0 && <p class="muted small">{asks ? t.myBatchesEmpty : empty}</p>}
			<ol>
				{tasks.map((task, place) => (
					<OwnTask key={task.thread} {...props} task={task} place={place} />
				))}
			</ol>
		</section>
	);
}

type OwnTaskProps = OwnQueueProps & { task: TaskView; place: number };

function OwnTask(props: OwnTaskProps) {
	const { task, place, mayChoose, onMove, onWay } = props;
	return (
		<li
			class={task.pending ? "task-row task-pending" : "task-row"}
			draggable={onMove !== undefined}
			onDragStart={(event) => startDrag(event, task.thread)}
			onDragOver={(event) => event.preventDefault()}
			onDrop={(event) => {
				event.preventDefault();
				const thread = draggedThread(event);
				if (thread !== undefined && thread !== task.thread) onMove?.(thread, place);
			}}
		>
			<TokenIcon kind={task.kind} ready={task.ready} />
			<span class="task-words">
				<span>
					{seconds(task.lengthS)}
					{task.data !== undefined && <span class="task-data">{task.data}</span>}
				</span>
				<small>{noteOf(task)}</small>
			</span>
			<TaskActs {...props} />
			<TaskNotes task={task} />
			{mayChoose && task.mayChoose && (
				<WayPicker ways={task.ways} way={task.way} onWay={(way) => onWay(task.thread, way)} />
			)}
		</li>
	);
}

function TaskActs({ tasks, task, place, onMove, onGiveBack }: OwnTaskProps) {
	const { thread } = task;
	const name = nameOf(task);
	return (
		<span class="task-acts">
			{onMove !== undefined && (
				<>
					<IconButton
						label={`${t.earlier}: ${name}`}
						path="M8 12V4M4 8l4-4 4 4"
						disabled={place === 0}
						onClick={() => onMove(thread, place - 1)}
					/>
					<IconButton
						label={`${t.later}: ${name}`}
						path="M8 4v8M4 8l4 4 4-4"
						disabled={place === tasks.length - 1}
						onClick={() => onMove(thread, place + 1)}
					/>
				</>
			)}
			{onGiveBack !== undefined && (
				<IconButton
					label={`${t.giveBack}: ${name}`}
					path="M4 4l8 8M12 4l-8 8"
					disabled={false}
					onClick={() => onGiveBack(thread)}
				/>
			)}
		</span>
	);
}

function startDrag({ dataTransfer }: DragEvent, thread: number): void {
	dataTransfer?.setData("text/plain", String(thread));
}

function draggedThread({ dataTransfer }: DragEvent): number | undefined {
	const text = dataTransfer?.getData("text/plain") ?? "";
	return /^\d+$/.test(text) ? Number(text) : undefined;
}

function nameOf(task: TaskView): string {
	return task.kind === "serial" ? t.serial(task.lengthS) : t.task(task.lengthS);
}

function noteOf(task: TaskView): string {
	if (task.pending) return t.sending;
	if (!task.ready) return t.notReady;
	return lookUp(task.name, machineWords.names) ?? chipLabels.kinds[task.kind];
}

type IconButtonProps = { label: string; path: string; disabled: boolean; onClick: () => void };

function IconButton({ label, path, disabled, onClick }: IconButtonProps) {
	return (
		<button
			type="button"
			class="icon-button"
			aria-label={label}
			title={label}
			disabled={disabled}
			onClick={onClick}
		>
			<svg viewBox="0 0 16 16" aria-hidden="true">
				<path d={path} />
			</svg>
		</button>
	);
}
