import { useEffect, useState } from "preact/hooks";
import type { Phase } from "#shared/class/phase.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { Down } from "#shared/protocol/down.ts";
import type { RoundLog } from "#shared/round/round.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { sayNews } from "../board/say-news.ts";
import { allRefusalWords, lateWords, playWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import type { StreamFrame, TurnStream } from "../net/turn-stream.ts";
import { createNewsMemory, type NewsMemory, nextNews } from "../present/chip-news.ts";
import { viewMachine } from "../present/machine-view.ts";
import { createPromptGate, mayPrompt } from "../seat/prompt-gate.ts";
import { playCue } from "./sound.ts";

/** No news of the chip is shown before this time, because players are still learning the controls. */
const QUIET_NS = 10 * NS_PER_PLAY_S;

/** A sentence that disappears by itself, or with its phase and its round. `count` distinguishes two equal ones. */
export type Notice = {
	readonly text: string;
	readonly look: "info" | "bad";
	readonly count: number;
	readonly phase: Phase | undefined;
	readonly round: string | undefined;
};

type Tell = (text: string, look: Notice["look"]) => void;

/**
 * What this player must know right now, with its sound: refusals, news of the chip, and that the bot has played. Also
 * returns a function that dismisses it.
 */
export function useNotices(session: ClientSession): readonly [Notice | undefined, () => void] {
	const [notice, setNotice] = useState<Notice>();
	useEffect(() => {
		let count = 0;
		const tell: Tell = (text, look) => {
			count += 1;
			const { phase, round } = session.room.get() ?? {};
			setNotice({ text, look, count, phase, round });
		};
		const stopRoom = session.room.subscribe((room) =>
			setNotice((before) => (before !== undefined && isOf(before, room) ? before : undefined)),
		);
		const stopRefusals = session.onRefusal(({ of, reason }) => {
			if (isOver(of, session.room.get()?.phase)) return;
			playCue("refused");
			const isLate = reason === "notNow" && (of === "predict" || of === "answer");
			tell(isLate ? lateWords[of] : allRefusalWords[reason], "bad");
		});
		const stopFrames = session.onFrame(watchFrames(session, tell));
		return () => {
			stopRoom();
			stopRefusals();
			stopFrames();
		};
	}, [session]);
	return [notice, () => setNotice(undefined)];
}

/**
 * Whether the notice is of what the class does now. Nothing that was said about a phase is of use in the next one, nor
 * what was said of a round where another follows it at once, as a second part does.
 */
export function isOf(
	{ phase, round }: Pick<Notice, "phase" | "round">,
	room: Pick<RoomSnapshot, "phase" | "round"> | undefined,
): boolean {
	return phase === room?.phase && round === room?.round;
}

/** Whether the refusal is of an act in a round that has ended since: nothing is to be done about it. */
export function isOver(of: Down["refused"]["of"], phase: Phase | undefined): boolean {
	return (of === "command" || of === "hint") && phase !== "play";
}

type Watched = Pick<TurnStream, "id" | "chip" | "log">;

/** Listens to the frames of a class's rounds, each of which has its own news. */
export function watchFrames(
	session: Pick<ClientSession, "me" | "room">,
	tell: Tell,
): (frame: StreamFrame, stream: Watched) => void {
	let round = "";
	let news: NewsMemory | undefined;
	let gate = createPromptGate();
	return ({ events, applied }, stream) => {
		const me = session.me;
		// The last round may still be stepped when the class has gone on to the next.
		if (me === undefined || session.room.get()?.round !== stream.id) return;
		if (round !== stream.id) {
			round = stream.id;
			news = undefined;
			gate = createPromptGate();
		}
		const chip = stream.chip(me.chip);
		if (chip !== undefined && chip.nowNs > QUIET_NS) {
			news ??= createNewsMemory(viewMachine(chip));
			tellNews(chip, news, tell);
		}
		for (const { event } of events) {
			const isPrompt = event.type === "decisionOpened" && event.seat === me.seat;
			if (!isPrompt || mayPrompt(gate, event.untilNs, performance.now())) playCueOf(event, me.seat);
			if (event.type === "refused" && event.seat === me.seat) tell(allRefusalWords[event.reason], "bad");
		}
		for (const { chip, seat, turn, command } of applied) {
			if (chip !== me.chip || seat !== me.seat || command.type !== "drive") continue;
			if (command.driver === "person" && wasPerson(stream.log, chip, seat, turn)) tell(t.botPlayed, "info");
		}
	};
}

function tellNews(chip: ReadonlyChip, news: NewsMemory, tell: Tell): void {
	const next = nextNews(news, viewMachine(chip), chip.nowNs / NS_PER_PLAY_S);
	if (next === undefined) return;
	tell(sayNews(next), next.type === "overloaded" ? "bad" : "info");
	if (next.type === "overloaded" || next.type === "coming") playCue("alarm");
}

/** Whether a person drove this seat before `turn`, so that they are coming back and not arriving for the first time. */
function wasPerson(log: RoundLog, chip: number, seat: number, turn: number): boolean {
	if (log.header.chips[chip]?.seats[seat]?.driver === "person") return true;
	return log.commands.some(
		({ command, ...stamp }) =>
			command.type === "drive" &&
			command.driver === "person" &&
			stamp.chip === chip &&
			stamp.seat === seat &&
			stamp.turn < turn,
	);
}

function playCueOf(event: ChipEvent, seat: number): void {
	if (event.type === "decisionOpened" && event.seat === seat) playCue("decision");
	else if (event.type === "refused" && event.seat === seat) playCue("refused");
	else if (event.type === "stopped" && event.core === seat - 1 && event.why === "done") playCue("done");
	else if (event.type === "signalled" && event.seat !== seat) playCue("signal");
}
