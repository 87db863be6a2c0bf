import type { Signal } from "#shared/sim/chip/command.ts";
import { clamp } from "../present/geometry.ts";
import type { ChipLayout } from "../present/layout.ts";
import type { FramePlan } from "./frame-plan.ts";
import { type Context, roundRect, write } from "./paint.ts";
import { COLOUR } from "./palette.ts";

/** The speech bubble of a signal: sign and word, or the sign alone where a tile is small. */
export function planSignal(signal: Signal, word: string, layout: ChipLayout): FramePlan {
	const tileWidth = Math.min(...layout.tiles.map(({ width }) => width));
	const unit = clamp(layout.unit, 0.8, 1.8);
	const height = Math.ceil(26 * unit);
	const withWord = tileWidth >= 110 * unit;
	const width = withWord ? Math.ceil(Math.min(tileWidth - 12, 132 * unit)) : Math.ceil(height * 1.3);
	const tail = Math.ceil(6 * unit);
	return {
		name: `signal-${signal}`,
		width: width + 4,
		height: height + tail + 4,
		originX: (width + 4) / 2,
		originY: (height + 4) / 2,
		paint: (context) => {
			paintBubble(context, width, height, tail);
			const size = height * 0.27;
			const middle = 2 + height / 2;
			paintSign(context, signal, withWord ? 2 + height * 0.6 : 2 + width / 2, middle, size);
			if (withWord)
				write(context, word, 2 + height * 1.08, middle, {
					size: height * 0.48,
					colour: COLOUR.ink,
					weight: 700,
					maxWidth: width - height * 1.3,
				});
		},
	};
}

function paintBubble(context: Context, width: number, height: number, tail: number): void {
	context.fillStyle = COLOUR.white;
	context.shadowColor = "rgb(0 0 0 / 50%)";
	context.shadowBlur = 4;
	roundRect(context, { x: 2, y: 2, width, height }, height / 2);
	context.fill();
	context.shadowBlur = 0;
	context.beginPath();
	context.moveTo(2 + width * 0.5 - tail, 1 + height);
	context.lineTo(2 + width * 0.5 + tail, 1 + height);
	context.lineTo(2 + width * 0.5 - tail * 0.4, 2 + height + tail);
	context.closePath();
	context.fill();
}

function paintSign(context: Context, signal: Signal, x: number, y: number, size: number): void {
	context.save();
	context.fillStyle = COLOUR.ink;
	context.strokeStyle = COLOUR.ink;
	context.lineWidth = Math.max(1.4, size * 0.3);
	context.lineCap = "round";
	context.lineJoin = "round";
	context.beginPath();
	SIGNS[signal](context, x, y, size);
	context.stroke();
	context.restore();
}

const SIGNS: Readonly<Record<Signal, (context: Context, x: number, y: number, size: number) => void>> = {
	needWork: arrowDown,
	full: lines,
	longOnes: longArrow,
	thanks: heart,
};

/** To me. */
function arrowDown(context: Context, x: number, y: number, size: number): void {
	context.moveTo(x, y - size * 0.9);
	context.lineTo(x, y + size * 0.35);
	context.moveTo(x - size * 0.6, y - size * 0.2);
	context.lineTo(x, y + size * 0.4);
	context.lineTo(x + size * 0.6, y - size * 0.2);
	context.moveTo(x - size * 0.8, y + size * 0.95);
	context.lineTo(x + size * 0.8, y + size * 0.95);
}

function lines(context: Context, x: number, y: number, size: number): void {
	for (const line of [-0.75, 0, 0.75]) {
		context.moveTo(x - size * 0.8, y + line * size);
		context.lineTo(x + size * 0.8, y + line * size);
	}
}

function longArrow(context: Context, x: number, y: number, size: number): void {
	context.moveTo(x - size, y);
	context.lineTo(x + size, y);
	for (const side of [-1, 1]) {
		context.moveTo(x + side * size * 0.5, y - size * 0.5);
		context.lineTo(x + side * size, y);
		context.lineTo(x + side * size * 0.5, y + size * 0.5);
	}
}

function heart(context: Context, x: number, y: number, size: number): void {
	context.moveTo(x, y + size * 0.85);
	context.bezierCurveTo(x - size * 1.6, y - size * 0.2, x - size * 0.7, y - size * 1.3, x, y - size * 0.35);
	context.bezierCurveTo(x + size * 0.7, y - size * 1.3, x + size * 1.6, y - size * 0.2, x, y + size * 0.85);
}
