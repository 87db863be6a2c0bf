import { useEffect, useState } from "preact/hooks";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { botsAlone, expertsInSeats, valueCurve } from "#shared/result/ghosts.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { presentRound, type RecordedRound } from "#shared/round/recorded-round.ts";
import type { RoundHeader, RoundLog } from "#shared/round/round.ts";
import { SIM_VERSION } from "#shared/sim/version.ts";
import type { ClientSession } from "../net/client-session.ts";
import { useStore } from "../net/use-store.ts";

/** Who the player's chip is held against on the same round: its bots alone, its own earlier play, and the expert. */
export const GHOSTS = ["bots", "earlier", "expert"] as const;
export type Ghost = (typeof GHOSTS)[number];

/** The lesson's measure by second of play: of the player's chip so far, and of each ghost to its end. */
export type Ghosts = {
	readonly own: readonly number[];
	readonly curves: Readonly<Partial<Record<Ghost, readonly number[]>>>;
};

/** What a ghost needs of the main thread at a time is a second of play: an idle moment. */
const whenIdle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 30));
const neverMind = window.cancelIdleCallback ?? window.clearTimeout;

export function useGhosts(session: ClientSession, { measure }: Lesson, chip: number): Ghosts {
	const header = useStore(session.stream)?.header;
	const earlier = useStore(session.kept.earlier);
	const [own, setOwn] = useState<readonly number[]>([]);
	const [curves, setCurves] = useState<Ghosts["curves"]>({});
	useEffect(
		() =>
			session.onFrame((_, stream) => {
				const played = stream.chip(chip);
				if (played === undefined) return;
				const second = Math.floor(played.nowNs / NS_PER_PLAY_S);
				setOwn((before) =>
					second <= before.length ? before : extend(before, second, measure.of(measureChip(played))),
				);
			}),
		[session, measure, chip],
	);
	useEffect(() => {
		if (header === undefined || header.simVersion !== SIM_VERSION) return;
		return work(roundsOf(header, earlier, chip), chip, (ghost, curve) =>
			setCurves((before) => ({ ...before, [ghost]: curve })),
		);
	}, [header, earlier, chip]);
	return { own, curves };
}

/** After a reload the seconds before it are not known any more: they stand at what is known now. */
function extend(before: readonly number[], second: number, value: number): number[] {
	return [...before, ...Array.from({ length: second - before.length }, () => value)];
}

function roundsOf(header: RoundHeader, earlier: RoundLog | undefined, chip: number) {
	const rounds: [Ghost, RecordedRound][] = [
		["bots", botsAlone(header, chip)],
		["expert", expertsInSeats(header, chip)],
	];
	if (earlier !== undefined) rounds.unshift(["earlier", presentRound(earlier)]);
	return rounds;
}

/** Works the curves out one after the other, a bit at a time. Returns a function that stops it. */
function work(
	rounds: readonly (readonly [Ghost, RecordedRound])[],
	chip: number,
	tell: (ghost: Ghost, curve: readonly number[]) => void,
): () => void {
	const waiting = [...rounds];
	let curve: ReturnType<typeof valueCurve> | undefined;
	let request = whenIdle(goOn);
	function goOn() {
		const [next] = waiting;
		if (next === undefined) return;
		curve ??= valueCurve(next[1], chip);
		const { done, value } = curve.next();
		if (done === true) {
			tell(next[0], value);
			waiting.shift();
			curve = undefined;
		}
		request = whenIdle(goOn);
	}
	return () => neverMind(request);
}
