import { useEffect, useRef } from "preact/hooks";

/** A tab that was in the background goes on where it was. */
const FRAME_MS_MAX = 100;

/** Calls `onFrame` before every picture while `isRunning`, with the real milliseconds since the one before. */
export function useFrames(isRunning: boolean, onFrame: (passedMs: number) => void): void {
	const newest = useRef(onFrame);
	newest.current = onFrame;
	useEffect(() => {
		if (!isRunning) return;
		let lastMs = performance.now();
		let request = requestAnimationFrame(frame);
		function frame(nowMs: number) {
			request = requestAnimationFrame(frame);
			const passedMs = Math.max(0, Math.min(FRAME_MS_MAX, nowMs - lastMs));
			lastMs = nowMs;
			newest.current(passedMs);
		}
		return () => cancelAnimationFrame(request);
	}, [isRunning]);
}
