import type { Rect } from "../present/geometry.ts";
import { FONT } from "./palette.ts";

export type Context = CanvasRenderingContext2D;

export function roundRect(context: Context, rect: Rect, radius: number): void {
	context.beginPath();
	context.roundRect(
		rect.x,
		rect.y,
		rect.width,
		rect.height,
		Math.min(radius, rect.width / 2, rect.height / 2),
	);
}

export function circle(context: Context, x: number, y: number, radius: number): void {
	context.beginPath();
	context.arc(x, y, radius, 0, Math.PI * 2);
}

/** A raised plate: lit from above, with a fine bright upper edge. */
export function panel(
	context: Context,
	rect: Rect,
	radius: number,
	top: string,
	bottom: string,
	edge: string,
	lineWidth = 1.5,
): void {
	const gradient = context.createLinearGradient(0, rect.y, 0, rect.y + rect.height);
	gradient.addColorStop(0, top);
	gradient.addColorStop(1, bottom);
	roundRect(context, rect, radius);
	context.fillStyle = gradient;
	context.fill();
	context.strokeStyle = edge;
	context.lineWidth = lineWidth;
	context.stroke();
}

/** A sunk field. */
export function well(context: Context, rect: Rect, radius: number, fill: string, edge: string): void {
	roundRect(context, rect, radius);
	context.fillStyle = fill;
	context.fill();
	context.strokeStyle = edge;
	context.lineWidth = 1;
	context.stroke();
}

export type TextStyle = {
	readonly size: number;
	readonly colour: string;
	readonly weight?: number;
	readonly align?: CanvasTextAlign;
	/** Longer words shrink to three quarters, then lose their end. */
	readonly maxWidth?: number;
};

/** Text whose middle is at `y`. */
export function write(context: Context, words: string, x: number, y: number, style: TextStyle): void {
	const { colour, weight = 500, align = "left", maxWidth = Number.POSITIVE_INFINITY } = style;
	const size = sizeOf(context, words, style);
	context.font = `${weight} ${size}px ${FONT}`;
	context.textAlign = align;
	context.textBaseline = "middle";
	context.fillStyle = colour;
	context.fillText(shorten(context, words, maxWidth), x, y + size * 0.04);
}

/** The size at which these words are written in that style. */
export function sizeOf(context: Context, words: string, { size, weight = 500, maxWidth }: TextStyle): number {
	if (maxWidth === undefined) return size;
	context.font = `${weight} ${size}px ${FONT}`;
	return Math.min(size, Math.max(size * 0.75, (size * maxWidth) / context.measureText(words).width));
}

function shorten(context: Context, words: string, maxWidth: number): string {
	if (context.measureText(words).width <= maxWidth + 0.5) return words;
	const letters = [...words];
	while (letters.length > 1 && context.measureText(`${letters.join("")}…`).width > maxWidth) letters.pop();
	return `${letters.join("").trimEnd()}…`;
}
