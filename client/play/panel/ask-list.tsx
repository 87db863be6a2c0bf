import type { PlayerCommand } from "#shared/protocol/up.ts";
import { number } from "../../i18n/base/format.ts";
import { playWords as t } from "../../i18n/words.ts";
import { askable, type DivisibleView, type HandOutView } from "../../seat/divisible-view.ts";
import { JobWords } from "./job-words.tsx";
import "./ask-list.css";

type AskListProps = { handOut: HandOutView; onCommand: (command: PlayerCommand) => void };

/** The jobs that a core may ask for, its own kind first, each with all sizes: one touch asks for a batch. */
export function AskList({ handOut, onCommand }: AskListProps) {
	const { sizes, room, asked } = handOut;
	const jobs = askable(handOut);
	return (
		<section class="ask-list" aria-label={t.ask} data-coach="ask">
			{jobs.length === 0 && <p class="muted small">{t.askNothing}</p>}
			{jobs.map((job, row) => (
				<fieldset key={job.thread} class="ask-job" disabled={room === 0}>
					<legend>
						<JobWords job={job} />
						{job.misfit > 1 && <small class="ask-misfit">{t.misfit(job.misfit)}</small>}
					</legend>
					<div class="ask-sizes">
						{sizes.map((size, place) => (
							<SizeButton
								key={size}
								size={size}
								job={job}
								shortcut={row * sizes.length + place + 1}
								onAsk={() => onCommand({ type: "ask", thread: job.thread, count: size })}
							/>
						))}
					</div>
				</fieldset>
			))}
			<p class="muted small ask-note">{asked > 0 ? t.askedAhead : room === 0 ? t.askedEnough : t.askHow}</p>
		</section>
	);
}

type SizeButtonProps = { size: number; job: DivisibleView; shortcut: number; onAsk: () => void };

function SizeButton({ size, job, shortcut, onAsk }: SizeButtonProps) {
	return (
		<button
			type="button"
			class="act ask-size"
			aria-label={t.askFor(size, job.letter)}
			aria-keyshortcuts={String(shortcut)}
			onClick={onAsk}
		>
			<b>{number(size)}</b>
		</button>
	);
}
