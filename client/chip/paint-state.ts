import type { Rect } from "../present/geometry.ts";
import type { CoreState } from "../present/kinds.ts";
import { type Context, circle, roundRect, write } from "./paint.ts";
import { paintSign } from "./paint-sign.ts";
import { COLOUR, FONT, STATE_COLOUR } from "./palette.ts";

/** Border, glow and pattern of a tile in a state, to lie over its base. `rect` is the tile. */
export function paintBorder(
	context: Context,
	state: CoreState,
	rect: Rect,
	radius: number,
	own: boolean,
	unit: number,
): void {
	const colour = STATE_COLOUR[state];
	const quiet = isQuiet(state);
	paintPattern(context, state, rect, radius, own);
	context.save();
	roundRect(context, rect, radius);
	if (!quiet || own) {
		context.shadowColor = own ? COLOUR.white : colour;
		context.shadowBlur = (state === "workWaits" ? 14 : 9) * unit;
	}
	context.strokeStyle = own ? COLOUR.white : quiet ? "#53659a" : colour;
	context.lineWidth = (own ? 3.2 : state === "workWaits" ? 2.8 : 2.2) * Math.max(0.7, Math.min(1.2, unit));
	if (!own && isIdle(state) && state !== "workWaits") context.setLineDash([6 * unit, 5 * unit]);
	context.stroke();
	context.restore();
	if (own && !quiet) paintInnerEdge(context, colour, rect, radius, unit);
}

/** The own tile is white outside, so its state glows inside. */
function paintInnerEdge(context: Context, colour: string, rect: Rect, radius: number, unit: number): void {
	const inset = 4 * Math.max(0.7, unit);
	context.save();
	roundRect(
		context,
		{ x: rect.x + inset, y: rect.y + inset, width: rect.width - 2 * inset, height: rect.height - 2 * inset },
		radius - inset / 2,
	);
	context.strokeStyle = colour;
	context.lineWidth = 1.6 * Math.max(0.7, unit);
	context.stroke();
	context.restore();
}

const STRIPES: Partial<Record<CoreState, string>> = {
	switch: "rgb(240 228 66 / 9%)",
	handOut: "rgb(185 166 240 / 9%)",
	spin: "rgb(232 143 192 / 10%)",
	workWaits: "rgb(255 138 92 / 13%)",
};
const DOTS: Partial<Record<CoreState, string>> = {
	serial: "rgb(232 143 192 / 20%)",
	blocked: "rgb(127 178 255 / 20%)",
};

function paintPattern(context: Context, state: CoreState, rect: Rect, radius: number, own: boolean): void {
	const stripes = STRIPES[state];
	const dots = DOTS[state];
	if (stripes === undefined && dots === undefined && state !== "nothing") return;
	context.save();
	roundRect(context, rect, radius);
	context.clip();
	if (!own && (state === "nothing" || state === "serial" || state === "blocked")) {
		context.fillStyle = "rgb(11 17 30 / 22%)";
		context.fill();
	}
	if (stripes !== undefined) paintStripes(context, rect, stripes);
	if (dots !== undefined) paintDots(context, rect, dots);
	context.restore();
}

function paintStripes(context: Context, rect: Rect, colour: string): void {
	context.strokeStyle = colour;
	context.lineWidth = 8;
	for (let x = -rect.height; x < rect.width; x += 22) {
		context.beginPath();
		context.moveTo(rect.x + x, rect.y + rect.height);
		context.lineTo(rect.x + x + rect.height, rect.y);
		context.stroke();
	}
}

function paintDots(context: Context, rect: Rect, colour: string): void {
	context.fillStyle = colour;
	for (let y = 7; y < rect.height; y += 12)
		for (let x = 7 + (y % 24 > 11 ? 6 : 0); x < rect.width; x += 12) {
			circle(context, rect.x + x, rect.y + y, 1);
			context.fill();
		}
}

/** Sign and word of a state, filling `rect`. */
export function paintPill(context: Context, state: CoreState, word: string, rect: Rect): void {
	const colour = STATE_COLOUR[state];
	const alarming = state === "workWaits";
	const ink = alarming ? COLOUR.ink : colour;
	roundRect(context, inset(rect), rect.height / 2);
	context.fillStyle = alarming ? colour : "rgb(10 16 30 / 88%)";
	context.fill();
	context.strokeStyle = colour;
	context.lineWidth = 1.5;
	context.stroke();
	paintWords(context, word, rect, ink, (x, y, size) => paintSign(context, state, x, y, size, ink));
}

/** The pill that asks the player to act. */
export function paintMove(context: Context, word: string, rect: Rect): void {
	roundRect(context, inset(rect), rect.height / 2);
	context.fillStyle = COLOUR.white;
	context.fill();
	paintWords(context, word, rect, COLOUR.ink, (x, y, size) =>
		paintSign(context, "run", x, y, size, COLOUR.ink),
	);
}

function paintWords(
	context: Context,
	word: string,
	rect: Rect,
	ink: string,
	sign: (x: number, y: number, size: number) => void,
): void {
	const size = rect.height * 0.46;
	const signSize = rect.height * 0.23;
	context.font = `700 ${size}px ${FONT}`;
	const room = rect.width - rect.height * 1.35;
	const width = Math.min(room, context.measureText(word).width);
	const left = rect.x + (rect.width - width - rect.height * 0.62) / 2;
	const middle = rect.y + rect.height / 2;
	sign(left + signSize, middle, signSize);
	write(context, word, left + rect.height * 0.66, middle, { size, colour: ink, weight: 700, maxWidth: room });
}

function inset(rect: Rect): Rect {
	return { x: rect.x + 1, y: rect.y + 1, width: rect.width - 2, height: rect.height - 2 };
}

function isIdle(state: CoreState): boolean {
	return state === "workWaits" || state === "serial" || state === "blocked" || isQuiet(state);
}

/** Nobody loses anything by it. */
function isQuiet(state: CoreState): boolean {
	return state === "nothing" || state === "asleep";
}
