import { CANVAS, WEBGL } from "phaser";

export type RendererChoice = "auto" | "webgl" | "canvas";

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * WebGL only where it is really accelerated; the flag for slow WebGL alone lets software renderers
 * through, on which Canvas is many times faster.
 * Browsers allow few WebGL contexts on a page, so `small` pictures, of which there may be many, do without.
 */
export function chooseRenderer(choice: RendererChoice, small: boolean): number {
	if (choice === "canvas") return CANVAS;
	if (choice === "webgl") return WEBGL;
	return !small && isAccelerated() ? WEBGL : CANVAS;
}

function isAccelerated(): boolean {
	const canvas = document.createElement("canvas");
	const context = canvas.getContext("webgl", { failIfMajorPerformanceCaveat: true });
	if (context === null) return false;
	const info = context.getExtension("WEBGL_debug_renderer_info");
	const name = String(context.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
	// Browsers allow few contexts at once: this one is given back.
	context.getExtension("WEBGL_lose_context")?.loseContext();
	return !SOFTWARE.test(name);
}
