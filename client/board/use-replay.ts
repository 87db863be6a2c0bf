import { useMemo, useRef, useState } from "preact/hooks";
import { DILATION, NS_PER_MS } from "#shared/lib/units.ts";
import type { RecordedRound } from "#shared/round/recorded-round.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { useFrames } from "../ui/use-frames.ts";
import { RoundReplay } from "./round-replay.ts";

/** Machine time that passes in one real millisecond at speed 1. */
const NS_PER_REAL_MS = NS_PER_MS / DILATION;
/** The slider and the clock follow this often; the drawing follows every frame. */
const SHOW_EVERY_MS = 60;

export type ReplayControl = {
	readonly replay: RoundReplay;
	/** Where the replay is, a little behind `replay.nowNs` while playing. */
	readonly shownNs: number;
	readonly isPlaying: boolean;
	readonly speed: number;
	readonly setSpeed: (speed: number) => void;
	readonly seek: (toNs: number) => void;
	readonly toggle: () => void;
	/** Told what happens while playing. Set by whoever draws. */
	readonly listener: { current: (event: ChipEvent) => void };
};

/** A recorded round with its own clock: plays, pauses, and goes anywhere at once. */
export function useReplay(round: RecordedRound, chip: number): ReplayControl {
	const replay = useMemo(() => new RoundReplay(round, chip), [round, chip]);
	const [shownNs, setShownNs] = useState(0);
	const [isPlaying, setPlaying] = useState(false);
	const [speed, setSpeed] = useState(1);
	const listener = useRef((_: ChipEvent) => {});

	const shownMs = useRef(0);
	useFrames(isPlaying, (passedMs) => {
		replay.seek(replay.nowNs + passedMs * NS_PER_REAL_MS * speed, listener.current);
		shownMs.current += passedMs;
		const isOver = replay.nowNs >= replay.lengthNs;
		if (isOver || shownMs.current > SHOW_EVERY_MS) {
			shownMs.current = 0;
			setShownNs(replay.nowNs);
		}
		if (isOver) setPlaying(false);
	});

	function seek(toNs: number) {
		replay.seek(toNs);
		setShownNs(replay.nowNs);
	}
	return {
		replay,
		shownNs,
		isPlaying,
		speed,
		setSpeed,
		seek,
		listener,
		toggle: () => {
			if (!isPlaying && replay.nowNs >= replay.lengthNs) seek(0);
			setPlaying(!isPlaying);
		},
	};
}
