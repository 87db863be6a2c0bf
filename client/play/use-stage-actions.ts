import { useMemo, useRef } from "preact/hooks";
import type { Command } from "#shared/sim/chip/command.ts";
import type { StageActions } from "../board/stage.tsx";
import type { ClientSession } from "../net/client-session.ts";
import { type Choice, chosenTask, dealTo, nextWay, planLast, touch, wholePacket } from "../seat/choice.ts";
import type { SeatView } from "../seat/seat-view.ts";
import type { Acts } from "./acts.ts";
import type { Picking } from "./use-picking.ts";
import { readSeat } from "./use-seat.ts";

type Doing = {
	readonly session: ClientSession;
	readonly picking: Picking;
	readonly allowed: readonly Command["type"][];
	readonly acts: Acts;
};

/** What touching and dragging on the drawing means: choose a task or a packet, then where it goes. */
export function useStageActions(doing: Doing): StageActions {
	const { session } = doing;
	const current = useRef(doing);
	current.current = doing;
	return useMemo(() => {
		const viewNow = () => readSeat(session, session.stream.get())?.view;
		return {
			onPickThread: (thread) => pickThread(current.current, viewNow(), thread),
			onPickCore: (core) => pickCore(current.current, viewNow(), core),
			onDropThread: (thread, core, position) => {
				const { picking, allowed, acts } = current.current;
				const { choice } = picking;
				const view = viewNow();
				const isAlone = choice?.thread === thread && !choice.whole;
				const isShared = view?.shared.some((task) => task.thread === thread) ?? false;
				const packet = isShared && !isAlone && allowed.includes("deal");
				const command =
					packet && view !== undefined
						? dealTo(view, wholePacket(view, choice, thread), core, allowed)
						: undefined;
				acts.give(command ?? { type: "plan", thread, core, position });
			},
			onDropShared: (thread) => current.current.acts.give({ type: "unplan", thread }),
			selected: () => threadsOf(session, current.current.picking.choice),
			pending: () =>
				new Set(
					session.pending.get().flatMap(({ command }) => ("thread" in command ? [command.thread] : [])),
				),
		};
	}, [session]);
}

/** All tasks that a choice stands for. Asked once per frame. */
function threadsOf(session: ClientSession, choice: Choice | undefined): ReadonlySet<number> {
	if (choice === undefined) return NOTHING;
	const chip = session.stream.get()?.chip(session.me?.chip ?? -1);
	if (!choice.whole || chip === undefined) return new Set([choice.thread]);
	const job = chip.threads[choice.thread]?.job;
	return new Set(chip.shared.filter((thread) => chip.threads[thread]?.job === job));
}

const NOTHING: ReadonlySet<number> = new Set();

/**
 * Chooses a task. A second touch switches a task in the player's own queue to its next way, if it has one, and takes
 * a waiting task to the player's own core, which is its only possible place.
 */
function pickThread(
	{ picking: { choice, choose }, allowed, acts }: Doing,
	view: SeatView | undefined,
	thread: number,
): void {
	if (view === undefined) return;
	const isAgain = choice?.thread === thread && !choice.whole;
	if (!isAgain || view.own === undefined) {
		choose(touch(view, choice, thread, allowed.includes("deal")));
		return;
	}
	const task = chosenTask(view, choice);
	const isOwn = view.own.queue.some((own) => own.thread === thread);
	const other = isOwn && task !== undefined && allowed.includes("choose") ? nextWay(task) : undefined;
	acts.give(other ?? planLast(view, thread, view.own.core));
}

function pickCore(
	{ picking: { choice }, allowed, acts }: Doing,
	view: SeatView | undefined,
	core: number,
): void {
	if (view === undefined) return;
	if (chosenTask(view, choice) !== undefined) {
		const command = dealTo(view, choice, core, allowed);
		if (command !== undefined) acts.give(command);
	} else if (view.own !== undefined && core !== view.own.core) acts.give({ type: "steal", from: core });
}
