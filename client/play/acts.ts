import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { ClientSession } from "../net/client-session.ts";
import { nextDealtWay, step } from "../seat/choice.ts";
import { commandFor, type Intent } from "../seat/intents.ts";
import type { Picking } from "./use-picking.ts";
import { readSeat } from "./use-seat.ts";

type Acting = {
	readonly session: ClientSession;
	readonly isPaused: boolean;
	readonly allowed: readonly Command["type"][];
	/** Whether this seat chooses the way of a whole packet with its deal. */
	readonly dealsWays: boolean;
	readonly picking: Picking;
	readonly onHelp: () => void;
	readonly onSound: () => void;
	/** undefined if this player gets no hints. */
	readonly onHint: (() => void) | undefined;
};

export type Acts = {
	readonly give: (command: PlayerCommand) => void;
	readonly act: (intent: Intent) => void;
};

/** Functions through which the player's seat acts: on a command, or on the intent behind a key or button. */
export function actsOf(acting: Acting): Acts {
	const { session, isPaused, allowed } = acting;
	const { choice, choose } = acting.picking;
	function give(command: PlayerCommand) {
		// While play is paused the server would only refuse.
		if (isPaused || !allowed.includes(command.type)) return;
		session.command(command);
		const isMoved = command.type === "plan" || command.type === "unplan";
		const isPlaced = command.type === "deal" || (isMoved && command.thread === choice?.thread);
		if (isPlaced) choose(undefined);
	}
	function act(intent: Intent) {
		// Decides by what the seat sees now, not by what was drawn up to a tenth of a second ago.
		const view = readSeat(session, session.stream.get())?.view;
		if (intent.type === "help") acting.onHelp();
		else if (intent.type === "sound") acting.onSound();
		else if (intent.type === "hint" && acting.onHint !== undefined) acting.onHint();
		else if (intent.type === "unchoose") choose(undefined);
		else if (view === undefined) return;
		else if (intent.type === "nextWay" && acting.dealsWays) choose(nextDealtWay(view, choice) ?? choice);
		else if (intent.type === "choose") choose(step(view, choice, intent.step, allowed.includes("deal")));
		else {
			const command = commandFor(intent, view, choice, allowed);
			if (command !== undefined) give(command);
		}
	}
	return { give, act };
}
