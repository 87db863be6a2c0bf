import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/command.ts";
import { chipLabels, playWords as t } from "../i18n/words.ts";
import { DecisionPrompt } from "./decision-prompt.tsx";
import { commandFor, type Intent, meantTask } from "./intents.ts";
import type { OwnCoreView, PeerView, SeatView } from "./seat-view.ts";
import "./controls.css";

type CoreControlsProps = {
	view: SeatView;
	own: OwnCoreView;
	chosen: number | undefined;
	allowed: readonly Command["type"][];
	pending: readonly PlayerCommand[];
	onIntent: (intent: Intent) => void;
	onCommand: (command: PlayerCommand) => void;
};

/** What a core does again and again: take, steal, yield; within the reach of a thumb. */
export function CoreControls(props: CoreControlsProps) {
	const { view, own, chosen, allowed, pending, onIntent, onCommand } = props;
	const meant = meantTask(view, chosen);
	const isChosen = meant !== undefined && meant.thread === chosen;
	return (
		<div class="seat-controls">
			<DecisionPrompt own={own} botActs={view.botActs} />
			<div class="act-row">
				<button
					type="button"
					class="act act-main"
					disabled={commandFor({ type: "take" }, view, chosen, allowed) === undefined}
					onClick={() => onIntent({ type: "take" })}
				>
					<b>{t.take}</b>
					<small>
						{meant === undefined ? t.takeNothing : isChosen ? t.takeSelected(meant.lengthS) : t.takeFirst}
					</small>
				</button>
				{allowed.includes("yield") && (
					<button
						type="button"
						class="act"
						disabled={own.stage === "idle"}
						aria-busy={pending.some((command) => command.type === "yield")}
						onClick={() => onIntent({ type: "yield" })}
					>
						<b>{t.yield}</b>
						<small>{t.yieldHow}</small>
					</button>
				)}
			</div>
			{allowed.includes("steal") && view.peers.length > 0 && (
				<StealRow
					peers={view.peers}
					pending={pending}
					onSteal={(from) => onCommand({ type: "steal", from })}
				/>
			)}
		</div>
	);
}

type StealRowProps = {
	peers: readonly PeerView[];
	pending: readonly PlayerCommand[];
	onSteal: (core: number) => void;
};

function StealRow({ peers, pending, onSteal }: StealRowProps) {
	return (
		<fieldset class="peer-row" aria-label={t.stealTitle}>
			<span class="peer-title">{t.steal}</span>
			{peers.map((peer) => (
				<button
					key={peer.core}
					type="button"
					class="peer"
					disabled={peer.waiting === 0}
					aria-busy={pending.some((command) => command.type === "steal" && command.from === peer.core)}
					title={peer.name}
					onClick={() => onSteal(peer.core)}
				>
					<b>{chipLabels.coreShort(peer.core + 1)}</b>
					<span class="sr-only">{peer.name === "" ? chipLabels.bot : peer.name},</span>
					<span class="peer-count">{peer.waiting}</span>
					<span class="sr-only">{t.waiting}</span>
				</button>
			))}
		</fieldset>
	);
}
