import type { PlayerCommand } from "#shared/protocol/up.ts";
import { SIGNALS } from "#shared/sim/chip.ts";
import type { Command } from "#shared/sim/command.ts";
import { NS_PER_PLAY_S } from "#shared/sim/units.ts";
import { signalWords } from "../i18n/en/chip.ts";
import { playWords as t } from "../i18n/en/play.ts";
import { Segmented } from "../ui/segmented.tsx";
import { CauseStrip } from "./cause-strip.tsx";
import type { SeatView } from "./seat-view.ts";
import { OwnQueue } from "./task-list.tsx";

/** How long a decision point waits for its player, to choose from, in seconds of play. */
const WINDOWS_S = [2.5, 5, 10] as const;

type SeatDetailsProps = {
	view: SeatView;
	allowed: readonly Command["type"][];
	onCommand: (command: PlayerCommand) => void;
};

/** What a seat looks at or sets now and then: the own queue, signals, the window, where the time went. */
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
			{own !== undefined && allowed.includes("window") && (
				<Segmented
					label={t.settings}
					options={WINDOWS_S.map((lengthS) => ({ value: lengthS, text: t.windowS(lengthS) }))}
					value={view.windowS}
					onValue={(lengthS) => onCommand({ type: "window", windowNs: lengthS * NS_PER_PLAY_S })}
				/>
			)}
			<CauseStrip title={own === undefined ? t.causesChip : t.causes} causes={view.causes} />
		</>
	);
}
