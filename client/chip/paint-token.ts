import type { TokenKind } from "../present/kinds.ts";
import { type Context, circle } from "./paint.ts";
import { COLOUR, FONT, KIND_COLOUR, KIND_DARK } from "./palette.ts";

/** Room round a token for its shadow, as a share of its diameter. */
export const TOKEN_MARGIN = 0.16;

/** A token: shape, glyph and hue say its kind; solid if it could run now, hollow and dashed if it is only announced. */
export function paintToken(
	context: Context,
	kind: TokenKind,
	x: number,
	y: number,
	size: number,
	solid: boolean,
): void {
	const radius = size / 2 - Math.max(1, size * 0.03);
	context.save();
	if (solid) paintSolid(context, kind, x, y, radius, size);
	else paintHollow(context, kind, x, y, radius, size);
	context.restore();
}

function paintSolid(
	context: Context,
	kind: TokenKind,
	x: number,
	y: number,
	radius: number,
	size: number,
): void {
	context.save();
	context.shadowColor = "rgb(0 0 0 / 55%)";
	context.shadowBlur = size * 0.12;
	context.shadowOffsetY = size * 0.05;
	shape(context, kind, x, y, radius);
	context.fillStyle = KIND_COLOUR[kind];
	context.fill();
	context.restore();
	shape(context, kind, x, y, radius);
	const shine = context.createLinearGradient(0, y - radius, 0, y + radius);
	shine.addColorStop(0, "rgb(255 255 255 / 40%)");
	shine.addColorStop(0.55, "rgb(255 255 255 / 0%)");
	context.fillStyle = shine;
	context.fill();
	context.strokeStyle = "rgb(255 255 255 / 90%)";
	context.lineWidth = Math.max(1, size * 0.045);
	context.stroke();
	glyph(context, kind, x, y, radius, "#101729");
}

function paintHollow(
	context: Context,
	kind: TokenKind,
	x: number,
	y: number,
	radius: number,
	size: number,
): void {
	shape(context, kind, x, y, radius);
	context.fillStyle = KIND_DARK[kind];
	context.globalAlpha = 0.55;
	context.fill();
	context.globalAlpha = 1;
	context.strokeStyle = KIND_COLOUR[kind];
	context.lineWidth = Math.max(1.2, size * 0.06);
	context.setLineDash([Math.max(2, size * 0.13), Math.max(1.6, size * 0.1)]);
	context.stroke();
	context.setLineDash([]);
	glyph(context, kind, x, y, radius * 0.9, KIND_COLOUR[kind]);
}

function shape(context: Context, kind: TokenKind, x: number, y: number, radius: number): void {
	if (kind === "parallel") {
		circle(context, x, y, radius);
		return;
	}
	context.beginPath();
	if (kind === "locking" || kind === "dividing") {
		const half = radius * 0.92;
		context.roundRect(x - half, y - half, half * 2, half * 2, radius * 0.28);
		return;
	}
	// The octagon of a stop sign: everybody else waits.
	for (let corner = 0; corner < 8; corner++) {
		const angle = (Math.PI / 4) * corner + Math.PI / 8;
		context.lineTo(x + Math.cos(angle) * radius * 1.06, y + Math.sin(angle) * radius * 1.06);
	}
	context.closePath();
}

function glyph(
	context: Context,
	kind: TokenKind,
	x: number,
	y: number,
	radius: number,
	colour: string,
): void {
	context.fillStyle = colour;
	context.strokeStyle = colour;
	context.lineWidth = Math.max(1.2, radius * 0.17);
	if (kind === "parallel") bolt(context, x, y, radius * 0.88);
	else if (kind === "locking") padlock(context, x, y, radius * 0.86);
	else if (kind === "dividing") parts(context, x, y, radius * 0.42);
	else one(context, x, y, radius);
}

function bolt(context: Context, x: number, y: number, size: number): void {
	context.beginPath();
	context.moveTo(x + size * 0.12, y - size * 0.66);
	context.lineTo(x - size * 0.4, y + size * 0.1);
	context.lineTo(x - size * 0.02, y + size * 0.1);
	context.lineTo(x - size * 0.14, y + size * 0.66);
	context.lineTo(x + size * 0.4, y - size * 0.12);
	context.lineTo(x + size * 0.02, y - size * 0.12);
	context.closePath();
	context.fill();
}

/** Four that were one. */
function parts(context: Context, x: number, y: number, size: number): void {
	for (const column of [-1, 1])
		for (const row of [-1, 1])
			context.fillRect(
				x + (column * 1.2 - 1) * size * 0.5 - size * 0.05,
				y + (row * 1.2 - 1) * size * 0.5 - size * 0.05,
				size,
				size,
			);
}

export function padlock(context: Context, x: number, y: number, size: number): void {
	context.beginPath();
	context.roundRect(x - size * 0.42, y - size * 0.1, size * 0.84, size * 0.6, size * 0.1);
	context.fill();
	context.beginPath();
	context.arc(x, y - size * 0.12, size * 0.26, Math.PI, 0);
	context.stroke();
}

function one(context: Context, x: number, y: number, radius: number): void {
	context.font = `800 ${radius * 1.3}px ${FONT}`;
	context.textAlign = "center";
	context.textBaseline = "middle";
	context.fillText("1", x - radius * 0.03, y + radius * 0.07);
}

/** Ring round a token that is picked. */
export function paintSelected(context: Context, x: number, y: number, size: number): void {
	context.lineWidth = Math.max(2, size * 0.09);
	context.strokeStyle = COLOUR.ink;
	circle(context, x, y, size * 0.6);
	context.stroke();
	context.strokeStyle = COLOUR.white;
	context.lineWidth = Math.max(1.6, size * 0.06);
	context.stroke();
}

/** Dots round a token whose command is on its way. */
export function paintPending(context: Context, x: number, y: number, size: number): void {
	context.fillStyle = COLOUR.white;
	for (let dot = 0; dot < 10; dot++) {
		const angle = (Math.PI / 5) * dot;
		circle(
			context,
			x + Math.cos(angle) * size * 0.6,
			y + Math.sin(angle) * size * 0.6,
			Math.max(1, size * 0.045),
		);
		context.fill();
	}
}

/** The letter of the data that a task uses. */
export function paintData(context: Context, letter: string, x: number, y: number, size: number): void {
	circle(context, x, y, size / 2 - 0.5);
	context.fillStyle = COLOUR.ink;
	context.fill();
	context.strokeStyle = COLOUR.muted;
	context.lineWidth = Math.max(0.8, size * 0.07);
	context.stroke();
	context.font = `700 ${size * 0.66}px ${FONT}`;
	context.textAlign = "center";
	context.textBaseline = "middle";
	context.fillStyle = COLOUR.text;
	context.fillText(letter, x, y + size * 0.05);
}
