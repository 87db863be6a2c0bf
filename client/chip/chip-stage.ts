import { Game, Core as PhaserCore, Scale } from "phaser";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { type ChipView, viewChip } from "../present/chip-view.ts";
import { createLayout } from "../present/create-layout.ts";
import { createDrawList } from "../present/draw-list.ts";
import type { ChipLabels } from "../present/labels.ts";
import type { ChipLayout } from "../present/layout.ts";
import { createMotion } from "../present/motion.ts";
import type { SignalView } from "../present/prefs.ts";
import { project, SIGNAL_NS } from "../present/project.ts";
import { usesOf } from "../present/scenario-uses.ts";
import { planAtlas } from "./atlas-plan.ts";
import { ChipScene } from "./chip-scene.ts";
import { chooseRenderer, type RendererChoice } from "./choose-renderer.ts";
import { createMirror, type Mirror } from "./mirror.ts";
import { paintBoard } from "./paint-board.ts";
import { FONT } from "./palette.ts";
import type { SeatName } from "./seat-name.ts";

/** `isOver`: this time is the last one that will be shown. */
export type ShownChip = {
	readonly chip: ReadonlyChip;
	readonly nowNs: number;
	readonly isOver?: boolean;
};

export type ChipStageOptions = {
	/** Filled by the stage; give it a size. Its position is made relative. */
	readonly parent: HTMLElement;
	/** The chip and the time to show, asked once per frame; undefined while there is none yet. */
	readonly source: () => ShownChip | undefined;
	/** Of seat 0, the scheduler, and of seat k, core k - 1. Asked again only by `refreshNames`. */
	readonly names: (seat: number) => SeatName;
	readonly ownSeat: number | undefined;
	/** Whose private caches are shown. */
	readonly sees: "all" | "own";
	readonly reducedMotion: boolean;
	readonly renderer?: RendererChoice;
	/** Whether there are buttons over cores and tokens; without them the drawing is one image to a screen reader. */
	readonly interactive?: boolean;
	readonly onPickThread?: (thread: number) => void;
	readonly onPickCore?: (core: number) => void;
	/** A token was dragged onto a core; `position` is the place in its queue, 0 next. */
	readonly onDropThread?: (thread: number, core: number, position: number) => void;
	/** A token was dragged back to the shared queue. */
	readonly onDropShared?: (thread: number) => void;
	readonly selected?: () => ReadonlySet<number>;
	/** Threads with a command on its way. */
	readonly pending?: () => ReadonlySet<number>;
	readonly labels: ChipLabels;
	/** Enlarges everything, as for a projector. */
	readonly zoom?: number;
	/** For many chips on one screen. */
	readonly framesPerSecond?: number;
};

export type ChipStage = {
	destroy(): void;
	/** Asks for all names again; cheap if none has changed. */
	refreshNames(): void;
	/** Shows what the chip's state does not keep: signals. */
	notice(event: ChipEvent): void;
};

const PIXEL_RATIO_MAX = 2;
/** Below this a picture that is only looked at is one of many. */
const SMALL_PIXELS = 500_000;
const NO_THREADS: ReadonlySet<number> = new Set();

/** Draws a chip into `parent` and keeps drawing it until it is destroyed. */
export async function mountChipStage(options: ChipStageOptions): Promise<ChipStage> {
	// Letters are baked, so the font must be there first.
	await Promise.all([500, 600, 700].map((weight) => document.fonts.load(`${weight} 14px ${FONT}`)));
	const { labels, ownSeat, sees, zoom = 1 } = options;
	const own = ownSeat === undefined || ownSeat === 0 ? undefined : ownSeat - 1;
	const cssRatio = Math.min(PIXEL_RATIO_MAX, window.devicePixelRatio || 1);
	const pixelRatio = cssRatio * zoom;
	const motion = createMotion();
	const list = createDrawList();
	const signals: SignalView[] = [];
	let layout: ChipLayout | undefined;
	let cores = 0;
	let caches = false;
	let sharedQueue = false;
	const remember = ({ scenario, shared }: ReadonlyChip) => {
		const nextCores = scenario.machine.cores.length;
		const nextCaches = scenario.processes.some(({ workingSetKib }) => workingSetKib > 0);
		// Once a scheduler has put something there it stays in sight.
		const nextShared = sharedQueue || usesOf(scenario).sharedQueue || shared.length > 0;
		const changed = nextCores !== cores || nextCaches !== caches || nextShared !== sharedQueue;
		cores = nextCores;
		caches = nextCaches;
		sharedQueue = nextShared;
		return changed;
	};
	const first = options.source();
	if (first !== undefined) remember(first.chip);
	let mirror: Mirror | undefined;

	const prepare = (width: number, height: number) => {
		const made = createLayout({ width, height, cores: Math.max(1, cores), own, caches, sharedQueue });
		layout = made;
		mirror?.place(made, zoom);
		return {
			paintBoard: (context: CanvasRenderingContext2D) =>
				paintBoard(context, made, { labels, names: options.names, own, sees }),
			atlas: planAtlas(made, labels, own),
		};
	};
	const frame = () => {
		const source = options.source();
		if (source === undefined) return undefined;
		if (remember(source.chip)) scene.bake();
		if (layout === undefined) return undefined;
		const view: ChipView = viewChip(source.chip, source.nowNs, { caches: sees, own });
		while (signals[0] !== undefined && source.nowNs - signals[0].sinceNs > SIGNAL_NS) signals.shift();
		const prefs = {
			own,
			reducedMotion: options.reducedMotion,
			selected: options.selected?.() ?? NO_THREADS,
			pending: options.pending?.() ?? NO_THREADS,
			signals,
			isOver: source.isOver ?? false,
		};
		project(view, motion, layout, prefs, list);
		mirror?.update(view, prefs);
		return list;
	};
	// The board is painted anew only when a name is another.
	const allNames = () => JSON.stringify(Array.from({ length: cores + 1 }, (_, seat) => options.names(seat)));
	let painted = allNames();
	const scene = new ChipScene({ pixelRatio, prepare, frame });
	const stage = await startGame(options, cssRatio, scene);
	if (options.interactive !== false) {
		mirror = createMirror({ ...options, own });
		if (layout !== undefined) mirror.place(layout, zoom);
	}
	return {
		destroy: () => {
			mirror?.destroy();
			stage.destroy();
		},
		refreshNames: () => {
			const names = allNames();
			if (names === painted) return;
			painted = names;
			scene.bakeBoard();
		},
		notice: (event) => {
			if (event.type !== "signalled") return;
			const known = signals.findIndex(({ seat }) => seat === event.seat);
			if (known >= 0) signals.splice(known, 1);
			signals.push({ seat: event.seat, signal: event.signal, sinceNs: event.atNs });
		},
	};
}

/** Resolves when the first picture can be drawn. */
function startGame(
	options: ChipStageOptions,
	cssRatio: number,
	scene: ChipScene,
): Promise<{ destroy: () => void }> {
	const { parent } = options;
	const widthPx = () => Math.max(1, Math.round(parent.clientWidth * cssRatio));
	const heightPx = () => Math.max(1, Math.round(parent.clientHeight * cssRatio));
	const isSmall = options.interactive === false && widthPx() * heightPx() < SMALL_PIXELS;
	if (getComputedStyle(parent).position === "static") parent.style.position = "relative";
	const game = new Game({
		type: chooseRenderer(options.renderer ?? "auto", isSmall),
		parent,
		banner: false,
		audio: { noAudio: true },
		backgroundColor: "#0b111e",
		// Phaser's own scaling keeps the picture in CSS pixels, which is blurred on dense screens.
		scale: { mode: Scale.NONE, width: widthPx(), height: heightPx(), zoom: 1 / cssRatio },
		render: { antialiasGL: false, powerPreference: "low-power" },
		...(options.framesPerSecond === undefined ? {} : { fps: { limit: options.framesPerSecond } }),
		// All input goes through the buttons of the mirror.
		input: { keyboard: false, mouse: false, touch: false, gamepad: false },
		scene,
	});
	game.canvas?.setAttribute("aria-hidden", "true");
	// A canvas of a new size is empty: it gets it just before it is drawn, so that nobody sees it black.
	let mayHaveNewSize = false;
	const observer = new ResizeObserver(() => {
		mayHaveNewSize = true;
	});
	game.events.on(PhaserCore.Events.PRE_STEP, () => {
		if (!mayHaveNewSize) return;
		mayHaveNewSize = false;
		if (widthPx() === game.scale.width && heightPx() === game.scale.height) return;
		game.scale.resize(widthPx(), heightPx());
		scene.bake();
	});
	return new Promise((resolve) => {
		game.events.once(PhaserCore.Events.READY, () => {
			game.canvas.setAttribute("aria-hidden", "true");
			observer.observe(parent);
			resolve({
				destroy: () => {
					observer.disconnect();
					game.destroy(true);
				},
			});
		});
	});
}
