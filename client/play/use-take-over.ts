import { useEffect, useRef } from "preact/hooks";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { SeatView } from "../seat/seat-view.ts";
import type { Acts } from "./acts.ts";

/** A command takes a quarter of a second to take effect, and more over a slow line. */
const AGAIN_MS = 1_500;

/**
 * While the bot acts for a player who is here, any touch and any key takes the seat back. It is said with the seat's own
 * window, which changes nothing else.
 */
export function useTakeOver(view: SeatView | undefined, give: Acts["give"]): void {
	const botActs = view?.botActs ?? false;
	const latest = useRef({ give, windowS: 0 });
	latest.current = { give, windowS: view?.windowS ?? 0 };
	useEffect(() => {
		if (!botActs) return;
		let saidMs = Number.NEGATIVE_INFINITY;
		const takeOver = () => {
			const nowMs = performance.now();
			if (nowMs - saidMs < AGAIN_MS) return;
			saidMs = nowMs;
			latest.current.give({ type: "window", windowNs: latest.current.windowS * NS_PER_PLAY_S });
		};
		window.addEventListener("pointerdown", takeOver);
		window.addEventListener("keydown", takeOver);
		return () => {
			window.removeEventListener("pointerdown", takeOver);
			window.removeEventListener("keydown", takeOver);
		};
	}, [botActs]);
}
