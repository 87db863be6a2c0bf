import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { viewChip } from "../present/chip-view.ts";
import { createLayout } from "../present/create-layout.ts";
import { createDrawList } from "../present/draw-list.ts";
import type { ChipLayout } from "../present/layout.ts";
import { createMotion } from "../present/motion.ts";
import type { Prefs } from "../present/prefs.ts";
import { project } from "../present/project.ts";
import { planAtlas } from "./atlas-plan.ts";
import { boardNeeds, NO_NEEDS } from "./board-needs.ts";
import type { Picture } from "./chip-scene.ts";
import { createMirror, type Mirror } from "./mirror.ts";
import { paintBoard } from "./paint-board.ts";
import { createShownSignals } from "./shown-signals.ts";
import type { ChipStageOptions } from "./stage-options.ts";

/** Follows a chip from frame to frame: what is to be baked, which sprites are where, and the buttons over them. */
export type ChipDrawing = Pick<Picture, "prepare" | "frame"> & {
	readonly notice: (event: ChipEvent) => void;
	/** The same text as long as no name changes. */
	readonly allNames: () => string;
	readonly mountMirror: () => void;
	readonly destroy: () => void;
};

const NO_THREADS: ReadonlySet<number> = new Set();

/** `bake`: another layout is needed than the one that was prepared last. */
export function createChipDrawing(options: ChipStageOptions, bake: () => void): ChipDrawing {
	const { labels, names, ownSeat, sees, zoom = 1 } = options;
	const own = ownSeat === undefined || ownSeat === 0 ? undefined : ownSeat - 1;
	const motion = createMotion();
	const list = createDrawList();
	const signals = createShownSignals();
	const first = options.source();
	let needs = first === undefined ? NO_NEEDS : boardNeeds(first.chip, NO_NEEDS);
	let layout: ChipLayout | undefined;
	let mirror: Mirror | undefined;

	return {
		prepare: (width, height) => {
			const made = createLayout({ width, height, own, ...needs, cores: Math.max(1, needs.cores) });
			layout = made;
			mirror?.place(made, zoom);
			return {
				paintBoard: (context) => paintBoard(context, made, { labels, names, own, sees, kinds: needs.kinds }),
				atlas: planAtlas(made, labels, own),
			};
		},
		frame: () => {
			const shown = options.source();
			if (shown === undefined) return undefined;
			const now = boardNeeds(shown.chip, needs);
			const isOther = now !== needs;
			needs = now;
			if (isOther) bake();
			if (layout === undefined) return undefined;
			const view = viewChip(shown.chip, shown.nowNs, { caches: sees, own });
			const prefs: Prefs = {
				own,
				reducedMotion: options.reducedMotion,
				selected: options.selected?.() ?? NO_THREADS,
				pending: options.pending?.() ?? NO_THREADS,
				signals: signals.at(shown.nowNs),
				isOver: shown.isOver ?? false,
			};
			project(view, motion, layout, prefs, list);
			mirror?.update(view, prefs);
			return list;
		},
		notice: signals.notice,
		allNames: () => JSON.stringify(Array.from({ length: needs.cores + 1 }, (_, seat) => names(seat))),
		mountMirror: () => {
			mirror = createMirror({ ...options, own });
			if (layout !== undefined) mirror.place(layout, zoom);
		},
		destroy: () => mirror?.destroy(),
	};
}
