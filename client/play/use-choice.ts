import { useMemo, useRef, useState } from "preact/hooks";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { StageActions } from "../board/stage.tsx";
import type { ClientSession } from "../net/client-session.ts";
import { type Choice, chosenTask, dealTo, nextWay, planLast, touch } from "../seat/choice.ts";
import type { SeatView } from "../seat/seat-view.ts";
import { readSeat } from "./use-seat.ts";

type Doing = {
	readonly choice: Choice | undefined;
	readonly choose: (choice: Choice | undefined) => void;
	readonly allowed: readonly Command["type"][];
	readonly give: (command: PlayerCommand) => void;
};

/** What is picked to be placed, and whether anything ever was. */
export function useChoice(): readonly [Choice | undefined, (choice: Choice | undefined) => void, boolean] {
	const [choice, setChoice] = useState<Choice>();
	const [hasChosen, setHasChosen] = useState(false);
	const choose = (next: Choice | undefined) => {
		setChoice(next);
		if (next !== undefined) setHasChosen(true);
	};
	return [choice, choose, hasChosen];
}

/** What touching and dragging on the drawing means: choose a task or a packet, then where it goes. */
export function useStageActions(session: ClientSession, doing: Doing): StageActions {
	const current = useRef(doing);
	current.current = doing;
	return useMemo(() => {
		const viewNow = () => readSeat(session, session.stream.get())?.view;
		return {
			onPickThread: (thread) => pickThread(current.current, viewNow(), thread),
			onPickCore: (core) => pickCore(current.current, viewNow(), core),
			onDropThread: (thread, core, position) => {
				const { choice, allowed, give } = current.current;
				const view = viewNow();
				const isAlone = choice?.thread === thread && !choice.whole;
				const isShared = view?.shared.some((task) => task.thread === thread) ?? false;
				const packet = isShared && !isAlone && allowed.includes("deal");
				const command =
					packet && view !== undefined ? dealTo(view, { thread, whole: true }, core, allowed) : undefined;
				give(command ?? { type: "plan", thread, core, position });
			},
			onDropShared: (thread) => current.current.give({ type: "unplan", thread }),
			selected: () => threadsOf(session, current.current.choice),
			pending: () =>
				new Set(
					session.pending.get().flatMap(({ command }) => ("thread" in command ? [command.thread] : [])),
				),
		};
	}, [session]);
}

/** All tasks that a choice stands for; asked once per frame. */
function threadsOf(session: ClientSession, choice: Choice | undefined): ReadonlySet<number> {
	if (choice === undefined) return NOTHING;
	const chip = session.stream.get()?.chip(session.me?.chip ?? -1);
	if (!choice.whole || chip === undefined) return new Set([choice.thread]);
	const job = chip.threads[choice.thread]?.job;
	return new Set(chip.shared.filter((thread) => chip.threads[thread]?.job === job));
}

const NOTHING: ReadonlySet<number> = new Set();

/** A second touch on an own task gives it its next way; on a waiting one it takes it, where there is only one place. */
function pickThread(
	{ choice, choose, allowed, give }: Doing,
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
	give(other ?? planLast(view, thread, view.own.core));
}

function pickCore({ choice, allowed, give }: Doing, view: SeatView | undefined, core: number): void {
	if (view === undefined) return;
	if (chosenTask(view, choice) !== undefined) {
		const command = dealTo(view, choice, core, allowed);
		if (command !== undefined) give(command);
	} else if (view.own !== undefined && core !== view.own.core) give({ type: "steal", from: core });
}
