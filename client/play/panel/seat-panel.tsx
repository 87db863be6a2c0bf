import { useState } from "preact/hooks";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { playWords as t } from "../../i18n/words.ts";
import type { Choice } from "../../seat/choice.ts";
import type { CoachKey } from "../../seat/coach.ts";
import type { Intent } from "../../seat/intents.ts";
import type { SeatView } from "../../seat/seat-view.ts";
import { CoreControls } from "./core-controls.tsx";
import { SchedulerControls } from "./scheduler-controls.tsx";
import { type BotLine, SeatDetails } from "./seat-details.tsx";
import "./panel.css";

type SeatPanelProps = {
	/** Play is paused or the line is lost, so that nothing done here would count. */
	isHeld: boolean;
	view: SeatView;
	choice: Choice | undefined;
	allowed: readonly Command["type"][];
	/** Whether a scheduler chooses the way of a whole packet with its deal. */
	dealsWays: boolean;
	pending: readonly PlayerCommand[];
	/** What the controls teach now. */
	coach: CoachKey | undefined;
	/** What the bots have decided and why, in a practice. */
	botLines: readonly BotLine[] | undefined;
	onIntent: (intent: Intent) => void;
	onChoice: (choice: Choice) => void;
	onCommand: (command: PlayerCommand) => void;
};

/** The controls of the player's seat: beside the chip; on a phone at its foot, with the rest one touch away. */
export function SeatPanel(props: SeatPanelProps) {
	const {
		isHeld,
		view,
		choice,
		allowed,
		dealsWays,
		pending,
		coach,
		botLines,
		onIntent,
		onChoice,
		onCommand,
	} = props;
	const [isOpen, setIsOpen] = useState(false);
	const { own } = view;
	return (
		<aside
			inert={isHeld}
			class={`panel ${own === undefined ? "panel-scheduler" : "panel-core"}`}
			data-teaches={coach}
			aria-label={own === undefined ? t.schedulerSeat : t.yourCore}
		>
			{own === undefined ? (
				<SchedulerControls
					view={view}
					choice={choice}
					allowed={allowed}
					dealsWays={dealsWays}
					coach={coach}
					onChoice={onChoice}
					onCommand={onCommand}
				/>
			) : (
				<CoreControls
					view={view}
					own={own}
					choice={choice}
					allowed={allowed}
					pending={pending}
					coach={coach}
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
				<SeatDetails view={view} allowed={allowed} botLines={botLines} onCommand={onCommand} />
			</div>
		</aside>
	);
}
