import type { PlayerCommand } from "#shared/protocol/up.ts";
import { QUEUE_ORDERS } from "#shared/sim/chip.ts";
import type { Command } from "#shared/sim/command.ts";
import { chipLabels, playWords as t } from "../i18n/words.ts";
import { Segmented } from "../ui/segmented.tsx";
import { dealTo, meantTask } from "./intents.ts";
import type { SeatView } from "./seat-view.ts";
import "./controls.css";
import "./decision-prompt.css";

type SchedulerControlsProps = {
	view: SeatView;
	chosen: number | undefined;
	allowed: readonly Command["type"][];
	onCommand: (command: PlayerCommand) => void;
};

/** What the scheduler does again and again: deal the chosen or the first task, and set the queue's rule. */
export function SchedulerControls({ view, chosen, allowed, onCommand }: SchedulerControlsProps) {
	const meant = meantTask(view, chosen);
	const isChosen = meant !== undefined && meant.thread === chosen;
	const deal = (core: number) => {
		const command = dealTo(view, chosen, core);
		if (command !== undefined) onCommand(command);
	};
	const hint = meant === undefined ? t.dealNothing : isChosen ? t.dealSelected(meant.lengthS) : t.dealFirst;
	return (
		<div class="seat-controls">
			<div class={`prompt ${isChosen ? "prompt-chosen" : "prompt-calm"}`}>
				<p>{hint}</p>
			</div>
			{allowed.includes("plan") && (
				<fieldset class="deal">
					<legend>{t.cores}</legend>
					{view.peers.map((peer) => (
						<button
							key={peer.core}
							type="button"
							class={`act deal-core ${peer.planned === 0 ? "deal-hungry" : ""}`}
							disabled={meant === undefined}
							onClick={() => deal(peer.core)}
						>
							<b>{chipLabels.coreShort(peer.core + 1)}</b>
							<span class="sr-only">{peer.name === "" ? chipLabels.bot : peer.name},</span>
							<small>{t.planned(peer.planned)}</small>
						</button>
					))}
				</fieldset>
			)}
			{allowed.includes("order") && (
				<Segmented
					label={t.rule}
					options={QUEUE_ORDERS.map((order) => ({ value: order, text: t.rules[order] }))}
					value={view.order}
					onValue={(order) => onCommand({ type: "order", order })}
				/>
			)}
		</div>
	);
}
