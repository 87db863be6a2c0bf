import { useEffect, useMemo, useRef } from "preact/hooks";
import type { BlockRun } from "./run-blocks.ts";

const LOOK_MS = 100;

/**
 * Holds trials up while the class is paused or the page is hidden, and notes which trial either has
 * disturbed. `over` once the component is gone.
 */
export function useGate(isHeld: boolean): Pick<BlockRun, "ready" | "wasDisturbed" | "isOver"> {
	const state = useRef({ isHeld, isDisturbed: false, isOver: false });
	state.current.isHeld = isHeld;
	if (isHeld) state.current.isDisturbed = true;
	useEffect(() => {
		const now = state.current;
		const onHide = () => {
			if (document.hidden) now.isDisturbed = true;
		};
		now.isOver = false;
		document.addEventListener("visibilitychange", onHide);
		return () => {
			now.isOver = true;
			document.removeEventListener("visibilitychange", onHide);
		};
	}, []);
	return useMemo(() => {
		const now = state.current;
		return {
			ready: async () => {
				while ((now.isHeld || document.hidden) && !now.isOver)
					await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
				now.isDisturbed = false;
			},
			wasDisturbed: () => now.isDisturbed,
			isOver: () => now.isOver,
		};
	}, []);
}
