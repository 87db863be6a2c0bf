import type uPlot from "uplot";
import { fontOf, INK } from "./plot-looks.ts";

/** Writes `text` into a plot around (x, y), in canvas pixels, readable over lines and grid. */
export function drawLabel(
	{ ctx }: uPlot,
	text: string,
	x: number,
	y: number,
	align: CanvasTextAlign = "center",
): void {
	ctx.font = fontOf(14 * devicePixelRatio, 600);
	ctx.textAlign = align;
	ctx.lineJoin = "round";
	ctx.lineWidth = 5 * devicePixelRatio;
	ctx.strokeStyle = INK.board;
	ctx.strokeText(text, x, y);
	ctx.fillStyle = INK.text;
	ctx.fillText(text, x, y);
}
