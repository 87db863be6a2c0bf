import type { PlayerCommand } from "#shared/protocol/up.ts";
import { SIGNALS } from "#shared/sim/chip.ts";
import type { Command } from "#shared/sim/command.ts";
import { signalWords, playWords as t } from "../i18n/words.ts";
import { CauseStrip } from "./cause-strip.tsx";
import type { SeatView } from "./seat-view.ts";
import { OwnQueue } from "./task-list.tsx";

type SeatDetailsProps = {
	view: SeatView;
	allowed: readonly Command["type"][];
	onCommand: (command: PlayerCommand) => void;
};

/** What a seat looks at or sets now and then: the own queue, where the time went, signals. */
export function SeatDetails({ view, allowed, onCommand }: SeatDetailsProps) {
	const { own } = view;
	return (
		<>
			{own !== undefined && (
				<OwnQueue
					tasks={own.queue}
					onMove={(thread, position) => onCommand({ type: "plan", thread, core: own.core, position })}
					onGiveBack={(thread) => onCommand({ type: "unplan", thread })}
				/>
			)}
			<CauseStrip title={own === undefined ? t.causesChip : t.causes} causes={view.causes} />
			{allowed.includes("signal") && (
				<fieldset class="signals">
					<legend>{t.signalTitle}</legend>
					{SIGNALS.map((signal) => (
						<button
							key={signal}
							type="button"
							class="signal"
							onClick={() => onCommand({ type: "signal", signal })}
						>
							{signalWords[signal]}
						</button>
					))}
				</fieldset>
			)}
		</>
	);
}
