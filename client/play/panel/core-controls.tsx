import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { seconds } from "../../i18n/base/format.ts";
import { chipLabels, modeWords as m, playWords as t } from "../../i18n/words.ts";
import { type Choice, choosableTask, meantTask } from "../../seat/choice.ts";
import type { CoachKey } from "../../seat/coach.ts";
import { commandFor, type Intent } from "../../seat/intents.ts";
import { takesUndealt } from "../../seat/keys.ts";
import { isFull } from "../../seat/open-act.ts";
import type { OwnCoreView, PeerView, SeatView } from "../../seat/seat-view.ts";
import type { TaskView } from "../../seat/task-view.ts";
import { AskList } from "./ask-list.tsx";
import { DecisionPrompt } from "./decision-prompt.tsx";
import { dueWords, hasItems, itemWords } from "./item-words.ts";
import { WayPicker } from "./task-notes.tsx";
import "./controls.css";

type CoreControlsProps = {
	view: SeatView;
	own: OwnCoreView;
	choice: Choice | undefined;
	allowed: readonly Command["type"][];
	pending: readonly PlayerCommand[];
	/** What is taught now. Shown unless something more urgent is. */
	coach: CoachKey | undefined;
	onIntent: (intent: Intent) => void;
	onCommand: (command: PlayerCommand) => void;
};

/** What a core does again and again: take, steal, yield. Within reach of a thumb. */
export function CoreControls(props: CoreControlsProps) {
	const { view, own, choice, allowed, pending, coach, onCommand } = props;
	const takes = takesUndealt(view, allowed);
	const yields = allowed.includes("yield");
	const chooses = allowed.includes("choose");
	return (
		<div class="seat-controls">
			<DecisionPrompt view={view} own={own} allowed={allowed} coach={coach} />
			{(takes || yields) && (
				<div class="act-row">
					{takes && <TakeButton {...props} />}
					{yields && <YieldButton {...props} />}
				</div>
			)}
			{allowed.includes("steal") && view.peers.length > 0 && (
				<StealRow
					peers={view.peers}
					isFull={isFull(view)}
					pending={pending}
					onSteal={(from) => onCommand({ type: "steal", from })}
				/>
			)}
			{allowed.includes("ask") && view.handOut !== undefined && (
				<AskList handOut={view.handOut} onCommand={onCommand} />
			)}
			{chooses && <NextWay task={choosableTask(view, choice)} onCommand={onCommand} />}
		</div>
	);
}

function TakeButton({ view, choice, allowed, onIntent }: CoreControlsProps) {
	const meant = meantTask(view, choice);
	const nothing = view.shared.length > 0 ? t.takeUnfit : t.takeNothing;
	const full = isFull(view);
	return (
		<button
			type="button"
			class="act act-main"
			data-coach="take"
			disabled={full || commandFor({ type: "take" }, view, choice, allowed) === undefined}
			onClick={() => onIntent({ type: "take" })}
		>
			<b>{t.take}</b>
			<small>
				{meant === undefined
					? nothing
					: full
						? t.takeFull
						: takeWords(meant, meant.thread === choice?.thread)}
			</small>
		</button>
	);
}

function YieldButton({ own, pending, onIntent }: CoreControlsProps) {
	return (
		<button
			type="button"
			class="act"
			disabled={own.activity === "idle"}
			aria-busy={pending.some((command) => command.type === "yield")}
			onClick={() => onIntent({ type: "yield" })}
		>
			<b>{t.yield}</b>
			<small>{t.yieldHow}</small>
		</button>
	);
}

type NextWayProps = { task: TaskView | undefined; onCommand: (command: PlayerCommand) => void };

/** The ways of the next task that has a choice of them. */
function NextWay({ task, onCommand }: NextWayProps) {
	return (
		<div class="next-way">
			{task === undefined ? (
				<p class="muted">{m.noWay}</p>
			) : (
				<>
					<p>{m.nextWay(task.lengthS, task.data)}</p>
					<WayPicker
						ways={task.ways}
						way={task.way}
						onWay={(way) => onCommand({ type: "choose", thread: task.thread, way })}
					/>
				</>
			)}
		</div>
	);
}

function takeWords(meant: TaskView, isChosen: boolean): string {
	if (hasItems(meant)) return `${meant.data ?? ""} ${itemWords(meant)}`;
	const which = isChosen ? t.takeSelected(meant.lengthS) : t.takeFirst;
	return [which, dueWords(meant)].filter(Boolean).join(" · ");
}

type StealRowProps = {
	peers: readonly PeerView[];
	/** The player's own queue has no room for a stolen task. */
	isFull: boolean;
	pending: readonly PlayerCommand[];
	onSteal: (core: number) => void;
};

function StealRow({ peers, isFull: full, pending, onSteal }: StealRowProps) {
	return (
		<fieldset class="peer-row" aria-label={t.stealTitle} data-coach="steal">
			<span class="peer-title">{t.steal}</span>
			{peers.map((peer) => (
				<button
					key={peer.core}
					type="button"
					class="peer"
					disabled={full || peer.stealCandidate === undefined}
					aria-busy={pending.some((command) => command.type === "steal" && command.from === peer.core)}
					title={peer.name}
					onClick={() => onSteal(peer.core)}
				>
					<span>
						<b>{chipLabels.coreShort(peer.core + 1)}</b>
						<span class="sr-only">{peer.name === "" ? chipLabels.bot : peer.name},</span>
						<small aria-hidden="true">{m.load(peer.waiting, peer.loadS)}</small>
						<span class="sr-only">{m.loadSpoken(peer.waiting, peer.loadS)},</span>
					</span>
					<StealCandidate candidate={peer.stealCandidate} />
				</button>
			))}
		</fieldset>
	);
}

/** What a steal would bring: how long the task is, which data it needs, and what loading them costs here. */
function StealCandidate({ candidate }: { candidate: PeerView["stealCandidate"] }) {
	if (candidate === undefined) return <span class="peer-candidate">{t.candidateNone}</span>;
	const { lengthS, data, loadsS } = candidate;
	const isWarm = loadsS !== undefined && loadsS < WARM_S;
	return (
		<span class="peer-candidate">
			<span class="sr-only">{t.candidateSpoken}</span>
			<span>
				{seconds(lengthS)}
				{data !== undefined && <span class="task-data">{data}</span>}
			</span>
			{loadsS !== undefined && (
				<small class={isWarm ? "candidate-warm" : ""}>
					{isWarm ? t.candidateWarm : t.candidateLoads(loadsS)}
				</small>
			)}
		</span>
	);
}

/** Shorter loading times count as none, in seconds of play. */
const WARM_S = 0.05;
