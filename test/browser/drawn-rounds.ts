/// <reference types="vite/client" />
import { Display } from "phaser";
import type { LessonId } from "#shared/lessons/ids.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { advance } from "#shared/sim/advance.ts";
import { type ChipStage, mountChipStage } from "../../client/chip/chip-stage.ts";
import { chipLabels } from "../../client/i18n/en/chip.ts";
import { lessonChip } from "../client/present-world.ts";

let stage: ChipStage | undefined;
let context: WebGLRenderingContext | WebGL2RenderingContext | null = null;

/** Draws a chip of the lesson as it is after some seconds, in another size first; resolves when it stands still. */
export async function draw(lesson: LessonId, renderer: "webgl" | "canvas"): Promise<void> {
	const chip = lessonChip(lesson, 4);
	advance(chip, 12 * NS_PER_PLAY_S);
	const parent = document.createElement("div");
	parent.id = "drawn";
	parent.style.cssText = "width: 700px; height: 500px";
	document.body.append(parent);
	let name = "Ada";
	stage = await mountChipStage({
		parent,
		renderer,
		source: () => ({ chip, nowNs: chip.nowNs }),
		names: (seat) => ({ name: seat === 1 ? name : "", bot: seat !== 1 }),
		ownSeat: 1,
		sees: "own",
		reducedMotion: true,
		interactive: false,
		labels: chipLabels,
	});
	await frames(4);
	const canvas = parent.querySelector("canvas");
	context =
		renderer === "webgl" ? (canvas?.getContext("webgl2") ?? canvas?.getContext("webgl") ?? null) : null;
	parent.style.width = "900px";
	await frames(4);
	name = "Grace";
	stage.refreshNames();
	await frames(4);
}

/**
 * Takes the drawing away. Resolves to what Phaser keeps of canvases, those in use and all, and to whether the context
 * that it drew with, if it was one of WebGL, is still held.
 */
export async function clear(): Promise<{
	readonly used: number;
	readonly all: number;
	readonly holdsContext: boolean;
}> {
	stage?.destroy();
	stage = undefined;
	await frames(4);
	document.getElementById("drawn")?.remove();
	const { CanvasPool } = Display.Canvas;
	const used = CanvasPool.total();
	return { used, all: used + CanvasPool.free(), holdsContext: context?.isContextLost() === false };
}

async function frames(count: number): Promise<void> {
	for (let frame = 0; frame < count; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
