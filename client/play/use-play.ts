import { useState } from "preact/hooks";
import type { Lesson } from "#shared/lessons/lesson.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot, StudentSnapshot } from "../net/room-snapshot.ts";
import { type Acts, actsOf } from "./acts.ts";
import { useHint } from "./use-hint.ts";
import { type Picking, usePicking } from "./use-picking.ts";
import { type OwnSeat, useSeat } from "./use-seat.ts";
import { useSound } from "./use-sound.ts";

/** A student who has a seat in a round. */
export type Seated = {
	readonly session: ClientSession;
	readonly room: RoomSnapshot;
	readonly me: StudentSnapshot;
	readonly lesson: Lesson;
	/** The student controls the clock and may ask for hints, as in a practice. */
	readonly steers: boolean;
};

/** The seat as it is shown and played right now. */
export type SeatPlay = Seated & {
	readonly allowed: readonly Command["type"][];
	/** Whether this seat chooses the way of a whole packet with its deal. */
	readonly dealsWays: boolean;
	/** undefined while the round is being replayed. */
	readonly seat: OwnSeat | undefined;
	readonly picking: Picking;
	readonly acts: Acts;
	readonly hint: string | undefined;
	/** undefined if this player gets no hints. */
	readonly askHint: (() => void) | undefined;
	readonly sounds: boolean;
	readonly toggleSound: () => void;
	readonly helps: boolean;
	readonly showHelp: (helps: boolean) => void;
};

export function usePlay(seated: Seated): SeatPlay {
	const { session, room, me, lesson, steers } = seated;
	const picking = usePicking();
	const seat = useSeat(session, picking.choice?.thread);
	const allowed = lesson.actions[me.seat === 0 ? "scheduler" : "core"];
	const hinting = { session, lesson, allowed, taken: me.hints, explained: room.explained };
	const [hint, pressHint] = useHint(hinting);
	const [sounds, toggleSound] = useSound();
	const [helps, showHelp] = useState(false);
	const dealsWays = me.seat === 0 && lesson.actions.dealsWays === true;
	const askHint = steers ? pressHint : undefined;
	const acts = actsOf({
		session,
		isPaused: room.paused,
		allowed,
		dealsWays,
		picking,
		onHelp: () => showHelp(true),
		onSound: toggleSound,
		onHint: askHint,
	});
	return {
		...seated,
		allowed,
		dealsWays,
		seat,
		picking,
		acts,
		hint,
		askHint,
		sounds,
		toggleSound,
		helps,
		showHelp,
	};
}
