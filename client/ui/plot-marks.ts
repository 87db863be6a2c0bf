import type uPlot from "uplot";

/** A disc with a white edge around (x, y), in canvas pixels. */
export function drawDisc({ ctx }: uPlot, x: number, y: number, colour: string, radiusPx: number): void {
	const unit = devicePixelRatio;
	ctx.beginPath();
	ctx.arc(x, y, radiusPx * unit, 0, 2 * Math.PI);
	ctx.fillStyle = colour;
	ctx.fill();
	ctx.strokeStyle = "#fff";
	ctx.lineWidth = 1.5 * unit;
	ctx.stroke();
}

/** A hollow diamond around (x, y), in canvas pixels. */
export function drawDiamond({ ctx }: uPlot, x: number, y: number, colour: string, radiusPx: number): void {
	traceDiamond(ctx, x, y, radiusPx * devicePixelRatio);
	ctx.strokeStyle = colour;
	ctx.lineWidth = 2.5 * devicePixelRatio;
	ctx.stroke();
}

/** Begins a path: a diamond around (x, y) whose corners are `size` away, in canvas pixels. */
export function traceDiamond(ctx: CanvasRenderingContext2D, x: number, y: number, size: number): void {
	ctx.beginPath();
	ctx.moveTo(x, y - size);
	ctx.lineTo(x + size, y);
	ctx.lineTo(x, y + size);
	ctx.lineTo(x - size, y);
	ctx.closePath();
}
