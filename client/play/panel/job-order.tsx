import type { PlayerCommand } from "#shared/protocol/up.ts";
import { playWords as t } from "../../i18n/words.ts";
import type { Choice } from "../../seat/choice.ts";
import { type DivisibleView, type HandOutView, toFront } from "../../seat/divisible-view.ts";
import { JobWords } from "./job-words.tsx";
import "./pick.css";
import "./job-order.css";

type JobOrderProps = {
	handOut: HandOutView;
	choice: Choice | undefined;
	onChoice: (choice: Choice) => void;
	onCommand: (command: PlayerCommand) => void;
};

/** The jobs that wait, in the order in which cores get to them: a touch puts one first of its kind, a drag anywhere. */
export function JobOrder({ handOut, choice, onChoice, onCommand }: JobOrderProps) {
	const { jobs } = handOut;
	return (
		<section class="job-order" aria-label={t.jobOrder} data-coach="reorder">
			{jobs.length === 0 && <p class="muted small">{t.askNothing}</p>}
			<ol>
				{jobs.map((job, place) => (
					<JobRow
						key={job.thread}
						job={job}
						place={place}
						isChosen={job.thread === choice?.thread}
						onFirst={() => {
							onChoice({ thread: job.thread, whole: false });
							const command = toFront(handOut, job.thread);
							if (command !== undefined) onCommand(command);
						}}
						onDrop={(thread) => onCommand({ type: "reorder", thread, position: place })}
					/>
				))}
			</ol>
		</section>
	);
}

type JobRowProps = {
	job: DivisibleView;
	place: number;
	isChosen: boolean;
	onFirst: () => void;
	/** Another job has been dropped here. */
	onDrop: (thread: number) => void;
};

function JobRow({ job, place, isChosen, onFirst, onDrop }: JobRowProps) {
	return (
		<li
			class={job.pending ? "task-pending" : ""}
			draggable
			onDragStart={({ dataTransfer }) => dataTransfer?.setData("text/plain", String(job.thread))}
			onDragOver={(event) => event.preventDefault()}
			onDrop={(event) => {
				event.preventDefault();
				const dropped = event.dataTransfer?.getData("text/plain") ?? "";
				if (/^\d+$/.test(dropped) && Number(dropped) !== job.thread) onDrop(Number(dropped));
			}}
		>
			<button
				type="button"
				class={`pick job-row ${job.isOpen ? "job-open" : ""}`}
				aria-pressed={isChosen}
				aria-keyshortcuts={place < 9 ? String(place + 1) : undefined}
				onClick={onFirst}
			>
				<JobWords job={job} />
				{job.isOpen && <small>{t.jobOpen}</small>}
			</button>
		</li>
	);
}
