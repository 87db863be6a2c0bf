import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { SIGNALS, type Signal } from "#shared/sim/chip/command.ts";
import { coachWords as c, modeWords as m, signalWords, playWords as t } from "../../i18n/words.ts";
import type { SeatView } from "../../seat/seat-view.ts";
import { CauseStrip } from "./cause-strip.tsx";
import { ModeList } from "./mode-list.tsx";
import { OwnQueue } from "./task-list.tsx";

/** By seat: the last decision of a bot on the player's chip and why, in one sentence. */
export type BotLine = { readonly seat: number; readonly text: string };

type SeatDetailsProps = {
	view: SeatView;
	allowed: readonly Command["type"][];
	botLines: readonly BotLine[] | undefined;
	onCommand: (command: PlayerCommand) => void;
};

/**
 * What a player looks at or sets now and then: modes, which keep their place, the player's own queue, where the time
 * went, and signals.
 */
export function SeatDetails({ view, allowed, botLines, onCommand }: SeatDetailsProps) {
	const { own } = view;
	return (
		<>
			<ModeList
				title={own === undefined ? m.modes : m.coreModes}
				modes={view.modes.filter(({ type, isOfTask }) => !isOfTask && allowed.includes(type))}
				onCommand={onCommand}
			/>
			{own !== undefined && (
				<OwnQueue
					tasks={own.queue}
					mayTake={view.mayTake}
					mayChoose={allowed.includes("choose")}
					asks={view.handOut !== undefined}
					onMove={
						allowed.includes("plan")
							? (thread, position) => onCommand({ type: "plan", thread, core: own.core, position })
							: undefined
					}
					onGiveBack={
						allowed.includes("unplan") ? (thread) => onCommand({ type: "unplan", thread }) : undefined
					}
					onWay={(thread, way) => onCommand({ type: "choose", thread, way })}
				/>
			)}
			<CauseStrip title={own === undefined ? t.causesChip : t.causes} causes={view.causes} />
			{botLines !== undefined && <BotLines lines={botLines} />}
			{allowed.includes("signal") && <Signals onSignal={(signal) => onCommand({ type: "signal", signal })} />}
		</>
	);
}

function BotLines({ lines }: { lines: readonly BotLine[] }) {
	return (
		<section class="bot-lines" aria-label={c.bots}>
			<h2>{c.bots}</h2>
			{lines.length === 0 && <p class="muted small">{c.botsNone}</p>}
			{lines.map(({ seat, text }) => (
				<p key={seat}>{text}</p>
			))}
		</section>
	);
}

function Signals({ onSignal }: { onSignal: (signal: Signal) => void }) {
	return (
		<fieldset class="signals">
			<legend>{t.signalTitle}</legend>
			{SIGNALS.map((signal) => (
				<button key={signal} type="button" class="signal" onClick={() => onSignal(signal)}>
					{signalWords[signal]}
				</button>
			))}
		</fieldset>
	);
}
