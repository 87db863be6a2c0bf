import { Display, Game, Core as PhaserCore, Renderer, Scale } from "phaser";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { createChipDrawing } from "./chip-drawing.ts";
import { ChipScene } from "./chip-scene.ts";
import { chooseRenderer } from "./choose-renderer.ts";
import { FONT } from "./palette.ts";
import type { ChipStageOptions } from "./stage-options.ts";

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

/** Draws a chip into `parent` and keeps drawing it until it is destroyed. */
export async function mountChipStage(options: ChipStageOptions): Promise<ChipStage> {
	// Letters are baked, so the font must be there first.
	await Promise.all([500, 600, 700].map((weight) => document.fonts.load(`${weight} 14px ${FONT}`)));
	const cssRatio = Math.min(PIXEL_RATIO_MAX, window.devicePixelRatio || 1);
	const drawing = createChipDrawing(options, () => scene.bake());
	const scene = new ChipScene({ ...drawing, pixelRatio: cssRatio * (options.zoom ?? 1) });
	// The board is painted anew only when a name is another.
	let painted = drawing.allNames();
	const stage = await startGame(options, cssRatio, scene);
	if (options.interactive !== false) drawing.mountMirror();
	return {
		destroy: () => {
			drawing.destroy();
			stage.destroy();
		},
		refreshNames: () => {
			const names = drawing.allNames();
			if (names === painted) return;
			painted = names;
			scene.bakeBoard();
		},
		notice: drawing.notice,
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
					end(game);
				},
			});
		});
	});
}

/**
 * Ends a game, and gives back what Phaser keeps of it: a canvas in its pool, through which the whole scene stays, and the
 * WebGL context, of which browsers allow few at once on a page.
 */
function end(game: Game): void {
	const { renderer } = game;
	const { tileSprite } = game.textures;
	const gl = renderer instanceof Renderer.WebGL.WebGLRenderer ? renderer.gl : undefined;
	game.events.once(PhaserCore.Events.DESTROY, () => {
		Display.Canvas.CanvasPool.remove(tileSprite);
		// Only when the renderer has let go of it: it would take the loss for an accident.
		queueMicrotask(() => gl?.getExtension("WEBGL_lose_context")?.loseContext());
	});
	game.destroy(true);
}
