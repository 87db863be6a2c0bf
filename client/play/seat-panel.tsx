import { useState } from "preact/hooks";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/command.ts";
import { playWords as t } from "../i18n/words.ts";
import { CoreControls } from "./core-controls.tsx";
import type { Intent } from "./intents.ts";
import { SchedulerControls } from "./scheduler-controls.tsx";
import { SeatDetails } from "./seat-details.tsx";
import type { SeatView } from "./seat-view.ts";
import "./panel.css";

type SeatPanelProps = {
	/** The clock stands still, or the line is lost: nothing that is done here would count. */
	isHeld: boolean;
	view: SeatView;
	chosen: number | undefined;
	allowed: readonly Command["type"][];
	pending: readonly PlayerCommand[];
	onIntent: (intent: Intent) => void;
	onCommand: (command: PlayerCommand) => void;
};

/** The controls of the own seat: beside the chip; on a phone at its foot, with the rest one touch away. */
export function SeatPanel({ isHeld, view, chosen, allowed, pending, onIntent, onCommand }: SeatPanelProps) {
	const [isOpen, setIsOpen] = useState(false);
	const { own } = view;
	return (
		<aside
			inert={isHeld}
			class={`panel ${own === undefined ? "panel-scheduler" : "panel-core"}`}
			aria-label={own === undefined ? t.schedulerSeat : t.yourCore}
		>
			{own === undefined ? (
				<SchedulerControls view={view} chosen={chosen} allowed={allowed} onCommand={onCommand} />
			) : (
				<CoreControls
					view={view}
					own={own}
					chosen={chosen}
					allowed={allowed}
					pending={pending}
					onIntent={onIntent}
					onCommand={onCommand}
				/>
			)}
			<button
				type="button"
				class="act panel-more"
				aria-expanded={isOpen}
				aria-controls="seat-details"
				onClick={() => setIsOpen(!isOpen)}
			>
				<b>{isOpen ? t.close : t.more}</b>
			</button>
			<div id="seat-details" class={`panel-details ${isOpen ? "panel-open" : ""}`}>
				<SeatDetails view={view} allowed={allowed} onCommand={onCommand} />
			</div>
		</aside>
	);
}
