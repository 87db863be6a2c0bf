import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { QUEUE_ORDERS } from "#shared/sim/chip/command.ts";
import { chipLabels, modeWords as m, playWords as t } from "../../i18n/words.ts";
import { type Choice, chosenTask, dealTo, dealtWays, meantTask } from "../../seat/choice.ts";
import type { CoachKey } from "../../seat/coach.ts";
import { type Dealing, viewDealing } from "../../seat/dealing.ts";
import type { PeerView, SeatView } from "../../seat/seat-view.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { CoachLine } from "./coach-line.tsx";
import { JobOrder } from "./job-order.tsx";
import { LongestQueue } from "./longest-queue.tsx";
import { ModeList } from "./mode-list.tsx";
import { PacketList } from "./packet-list.tsx";
import { WayPicker } from "./task-notes.tsx";
import { WayList } from "./way-list.tsx";
import "./controls.css";
import "./decision-prompt.css";

type SchedulerControlsProps = {
	view: SeatView;
	choice: Choice | undefined;
	allowed: readonly Command["type"][];
	/** Whether a way may go with the deal of a packet. */
	dealsWays: boolean;
	/** What is taught now, instead of what the prompt would say. */
	coach: CoachKey | undefined;
	onChoice: (choice: Choice) => void;
	onCommand: (command: PlayerCommand) => void;
};

/** What the scheduler does again and again: deal the chosen or first task or packet, and set the rule of the queue. */
export function SchedulerControls(props: SchedulerControlsProps) {
	const { view, choice, allowed, dealsWays, onChoice, onCommand } = props;
	const dealing = viewDealing(view, choice, allowed);
	const { meant, moves, packets } = dealing;
	const chooses = allowed.includes("choose");
	const deal = (core: number) => {
		const command = dealTo(view, choice, core, allowed);
		if (command !== undefined) onCommand(command);
	};
	return (
		<div class="seat-controls">
			<SchedulerPrompt {...props} dealing={dealing} />
			{chooses && (
				<WayList
					view={view}
					meant={meant}
					onChoice={onChoice}
					onWay={(thread, way) => onCommand({ type: "choose", thread, way })}
				/>
			)}
			{allowed.includes("reorder") && view.handOut !== undefined && (
				<JobOrder handOut={view.handOut} choice={choice} onChoice={onChoice} onCommand={onCommand} />
			)}
			{allowed.includes("deal") && (
				<PacketList
					packets={packets}
					countMax={chooses || dealsWays ? 2 : 4}
					meant={meant}
					onChoice={onChoice}
				/>
			)}
			{dealsWays && <DealtWay view={view} choice={choice} onChoice={onChoice} />}
			{moves && <LongestQueue peers={view.peers} choice={choice} onChoice={onChoice} />}
			{dealing.places && <Places peers={view.peers} dealing={dealing} onDeal={deal} onCommand={onCommand} />}
			{allowed.includes("order") && (
				<Segmented
					label={t.rule}
					options={QUEUE_ORDERS.map((order) => ({ value: order, text: t.rules[order] }))}
					value={view.order}
					onValue={(order) => onCommand({ type: "order", order })}
				/>
			)}
			<ModeList
				title={m.taskModes}
				modes={view.modes.filter(({ type, isOfTask }) => isOfTask && allowed.includes(type))}
				onCommand={onCommand}
			/>
		</div>
	);
}

type SchedulerPromptProps = Pick<SchedulerControlsProps, "view" | "choice" | "allowed" | "coach"> & {
	dealing: Dealing;
};

function SchedulerPrompt({ view, choice, allowed, coach, dealing }: SchedulerPromptProps) {
	const { isChosen, moves } = dealing;
	if (view.botActs)
		return (
			<div class="prompt prompt-calm">
				<p>{t.botPlays}</p>
			</div>
		);
	const hint = allowed.includes("reorder")
		? orderHintOf(view)
		: moves
			? moveHintOf(view, choice)
			: hintOf(view, choice, allowed, dealing);
	return (
		<div class={`prompt prompt-${isChosen ? "chosen" : coach === undefined ? "calm" : "coach"}`}>
			<p>{coach === undefined || (moves && isChosen) ? hint : <CoachLine mark={coach} />}</p>
		</div>
	);
}

type DealtWayProps = Pick<SchedulerControlsProps, "view" | "choice" | "onChoice">;

/** The way that goes with the deal, for all tasks of the packet. Its place is kept, so that nothing jumps. */
function DealtWay({ view, choice, onChoice }: DealtWayProps) {
	const dealt = dealtWays(view, choice);
	const [first] = dealt?.packet.tasks ?? [];
	return (
		<div class="dealt-way">
			{dealt !== undefined && first !== undefined && (
				<WayPicker
					label={m.dealtWay}
					ways={dealt.packet.ways}
					way={dealt.way}
					onWay={(way) => onChoice({ thread: choice?.thread ?? first.thread, whole: true, way })}
				/>
			)}
		</div>
	);
}

type PlacesProps = {
	peers: readonly PeerView[];
	dealing: Dealing;
	onDeal: (core: number) => void;
	onCommand: (command: PlayerCommand) => void;
};

/** Where the choice could go: the cores and, for a task that waits at a core, back to the shared queue. */
function Places({ peers, dealing: { moves, fits, hasRoom, taken }, onDeal, onCommand }: PlacesProps) {
	return (
		<fieldset class="deal" data-coach="deal">
			<legend>{moves ? t.moveTo : t.cores}</legend>
			{peers.map((peer) => (
				<DealButton
					key={peer.core}
					peer={peer}
					isFull={!hasRoom(peer)}
					disabled={!fits(peer.can) || !hasRoom(peer)}
					onDeal={onDeal}
				/>
			))}
			{taken !== undefined && (
				<button
					type="button"
					class="act deal-back"
					onClick={() => onCommand({ type: "unplan", thread: taken.thread })}
				>
					{t.takeBack}
				</button>
			)}
		</fieldset>
	);
}

function orderHintOf({ handOut }: SeatView): string {
	return handOut?.jobs.length === 0 ? t.askNothing : t.orderHow;
}

function hintOf(
	view: SeatView,
	choice: Choice | undefined,
	allowed: readonly Command["type"][],
	{ fits, hasRoom }: Dealing,
): string {
	const meant = meantTask(view, choice);
	const waits = allowed.includes("plan") && view.peers.some(({ planned }) => planned > 0);
	if (meant === undefined) return waits ? t.moveHow : t.dealNothing;
	if (!view.peers.some((peer) => fits(peer.can) && hasRoom(peer))) return t.dealFull;
	const packet = view.packets.find(({ job }) => job === meant.job);
	if (allowed.includes("deal") && (choice?.whole ?? true) && packet !== undefined)
		return m.dealPacket(packet.tasks.length, packet.lengthS);
	return meant.thread === choice?.thread ? t.dealSelected(meant.lengthS) : t.dealFirst;
}

/** Where nothing is dealt: what the chosen task is and where it waits, or how to choose one. */
function moveHintOf(view: SeatView, choice: Choice | undefined): string {
	const from = view.peers.find(({ queue }) => queue.some(({ thread }) => thread === choice?.thread));
	const chosen = chosenTask(view, choice);
	if (from !== undefined && chosen !== undefined)
		return t.moveSelected(chosen.lengthS, chipLabels.coreShort(from.core + 1));
	return view.peers.some(({ planned }) => planned > 0) ? t.moveHow : t.moveNothing;
}

type DealButtonProps = {
	peer: PeerView;
	/** Its queue has no room for what would be dealt. */
	isFull: boolean;
	disabled: boolean;
	onDeal: (core: number) => void;
};

function DealButton({ peer, isFull, disabled, onDeal }: DealButtonProps) {
	const { core, name, kind, planned, loadS } = peer;
	return (
		<button type="button" class="act deal-core" disabled={disabled} onClick={() => onDeal(core)}>
			<b>
				{chipLabels.coreShort(core + 1)}
				{kind !== "" && <span class="deal-kind">{kind}</span>}
			</b>
			<span class="sr-only">{name === "" ? chipLabels.bot : name},</span>
			<small aria-hidden="true">{isFull ? m.full : m.load(planned, loadS)}</small>
			<span class="sr-only">
				{m.loadSpoken(planned, loadS)}
				{isFull && `, ${m.full}`}
			</span>
		</button>
	);
}
