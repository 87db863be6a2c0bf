import { useEffect, useRef, useState } from "preact/hooks";
import { type ChipFigures, figuresOf } from "../board/chip-figures.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { TurnStream } from "../net/turn-stream.ts";
import { type MachineView, viewMachine } from "../present/machine-view.ts";
import { createPromptGate, mayPrompt, type PromptGate } from "../seat/prompt-gate.ts";
import { namesOfChip } from "../seat/seat-names.ts";
import { type SeatView, viewSeat } from "../seat/seat-view.ts";

/** What the controls show of the player's seat and chip. Updated ten times a second, as often as anyone can read. */
export type OwnSeat = {
	readonly view: SeatView;
	readonly figures: ChipFigures;
	readonly machine: MachineView;
	/** By seat of the player's chip, the scheduler first. */
	readonly names: readonly string[];
};

const READ_MS = 100;

/** The player's seat as it is now; undefined while the round is being replayed, or without a seat. */
export function useSeat(session: ClientSession, chosen: number | undefined): OwnSeat | undefined {
	const [seat, setSeat] = useState<OwnSeat>();
	const current = useRef(chosen);
	current.current = chosen;
	useEffect(() => {
		let readMs = 0;
		let pendingRead = session.pending.get();
		const gate = createPromptGate();
		return session.onFrame((frame, stream) => {
			const nowMs = performance.now();
			const pending = session.pending.get();
			const isUrgent = pending !== pendingRead || frame.applied.length > 0;
			if (!isUrgent && nowMs - readMs < READ_MS) return;
			readMs = nowMs;
			pendingRead = pending;
			setSeat(gated(readSeat(session, stream, current.current), gate, nowMs));
		});
	}, [session]);
	return seat;
}

/** Leaves out a decision that follows too soon after the last one. */
function gated(seat: OwnSeat | undefined, gate: PromptGate, nowMs: number): OwnSeat | undefined {
	const own = seat?.view.own;
	if (seat === undefined || own?.decision === undefined) return seat;
	if (mayPrompt(gate, own.decision.untilNs, nowMs)) return seat;
	return { ...seat, view: { ...seat.view, own: { ...own, decision: undefined } } };
}

/** The player's seat at this very moment, for an action. */
export function readSeat(
	session: ClientSession,
	stream: TurnStream | undefined,
	chosen?: number,
): OwnSeat | undefined {
	const me = session.me;
	if (me === undefined || me.chip < 0 || stream === undefined) return undefined;
	const chip = stream.chip(me.chip);
	if (chip === undefined || chip.seats[me.seat] === undefined) return undefined;
	const names = namesOfChip(session.room.get()?.students ?? [], me.chip, chip.seats.length);
	const pending = session.pending.get().map(({ command }) => command);
	return {
		view: viewSeat(chip, me.seat, pending, (seat) => names[seat] ?? "", chosen),
		machine: viewMachine(chip),
		figures: figuresOf(chip),
		names,
	};
}
