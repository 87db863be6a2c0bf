import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Subject } from "#shared/lab/subject.ts";
import { DILATION, NS_PER_MS } from "#shared/lib/units.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { useFrames } from "../ui/use-frames.ts";
import { advanceBench, type Bench, isOver, nextStepNs, nextTickNs, openBench } from "./bench.ts";

/** Machine time that passes in one real millisecond at speed 1. */
const NS_PER_REAL_MS = NS_PER_MS / DILATION;
/** Curves and figures follow this often; the drawing follows every frame. */
const SHOW_EVERY_MS = 120;
/** Of every frame simulating gets so much at most, and drawing the rest; nobody looks on while it hurries. */
const RUN_MS = 9;
const HURRY_MS = 40;

type SinkRef = { current: (event: ChipEvent) => void };

export type BenchControl = {
	readonly bench: Bench;
	/** Another number whenever the bench has moved and is to be shown anew. */
	readonly moved: number;
	readonly isPlaying: boolean;
	readonly isOver: boolean;
	/** Told what happens on a side. Set by who draws it. */
	readonly listeners: readonly SinkRef[];
	readonly toggle: () => void;
	readonly restart: () => void;
	readonly stepEvent: () => void;
	readonly stepTick: () => void;
	readonly toEnd: () => void;
};

type BenchPace = "paused" | "playing" | "hurrying";

/** The sides' chips under one clock. New sides begin at time 0, and go to their end at once if the old ones were there. */
export function useBench(subjects: readonly Subject[], speed: number): BenchControl {
	const [bench, openAgain] = useOpenBench(subjects);
	const [pace, setPace] = useState<BenchPace>("paused");
	const [moved, setMoved] = useState(0);
	const listeners = useMemo((): SinkRef[] => [0, 1].map(() => ({ current: () => {} })), []);
	const wasOver = useRef(false);
	const sinceShownMs = useRef(0);
	const restNs = useRef(0);

	useEffect(() => {
		if (wasOver.current && !isOver(bench)) setPace("hurrying");
	}, [bench]);

	function show() {
		sinceShownMs.current = 0;
		setMoved((count) => count + 1);
		if (!isOver(bench)) return;
		wasOver.current = true;
		setPace("paused");
	}
	const run = (toNs: number, mostMs: number) => runFor(mostMs, bench, toNs, listeners);
	useFrames(pace !== "paused", (passedMs) => {
		if (pace === "hurrying") run(Number.POSITIVE_INFINITY, HURRY_MS);
		else {
			const wantedNs = bench.nowNs + restNs.current + passedMs * NS_PER_REAL_MS * speed;
			run(Math.floor(wantedNs), RUN_MS);
			// What this device could not keep up with is let go: the clock never rushes afterwards.
			restNs.current = wantedNs - Math.floor(wantedNs);
		}
		sinceShownMs.current += passedMs;
		if (isOver(bench) || sinceShownMs.current > SHOW_EVERY_MS) show();
	});
	function step(toNs: number) {
		setPace("paused");
		run(toNs, Number.POSITIVE_INFINITY);
		show();
	}
	function restart() {
		wasOver.current = false;
		openAgain();
		setMoved((count) => count + 1);
	}
	return {
		bench,
		moved,
		isPlaying: pace !== "paused",
		isOver: isOver(bench),
		listeners,
		toggle: () => {
			if (isOver(bench)) restart();
			setPace(pace === "paused" ? "playing" : "paused");
		},
		restart,
		stepEvent: () => step(nextStepNs(bench)),
		stepTick: () => step(nextTickNs(bench)),
		toEnd: () => setPace("hurrying"),
	};
}

/** Takes at most so much real time, and gets as far as it gets. */
function runFor(mostMs: number, bench: Bench, toNs: number, listeners: readonly SinkRef[]): void {
	const untilMs = performance.now() + mostMs;
	const sink = (side: number, event: ChipEvent) => listeners[side]?.current(event);
	advanceBench(bench, toNs, sink, () => performance.now() < untilMs);
}

/** A bench at time 0 for these subjects, and how to have another one. */
function useOpenBench(subjects: readonly Subject[]): readonly [Bench, () => void] {
	const [again, setAgain] = useState<Bench>();
	const first = useMemo(() => openBench(subjects), [subjects]);
	return [again?.subjects === subjects ? again : first, () => setAgain(openBench(subjects))];
}
