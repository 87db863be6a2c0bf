import type { CoreState } from "../present/kinds.ts";
import { type Context, circle } from "./paint.ts";
import { padlock } from "./paint-token.ts";

/** The sign of a state; about `size` in radius. */
export function paintSign(
	context: Context,
	state: CoreState,
	x: number,
	y: number,
	size: number,
	colour: string,
): void {
	context.save();
	context.fillStyle = colour;
	context.strokeStyle = colour;
	context.lineWidth = Math.max(1.3, size * 0.26);
	context.lineCap = "round";
	context.lineJoin = "round";
	SIGNS[state](context, x, y, size);
	context.restore();
}

type SignPainter = (context: Context, x: number, y: number, size: number) => void;

const SIGNS: Readonly<Record<CoreState, SignPainter>> = {
	run: triangle,
	cold: snowflake,
	bus: lanes,
	sharing: arrows,
	switch: turn,
	handOut: boxes,
	spin: (context, x, y, size) => padlock(context, x, y, size * 1.5),
	workWaits: exclamation,
	serial: hourglass,
	blocked: bars,
	nothing: emptyRing,
	asleep: moon,
};

/** Lanes with one that is full: the bus. */
function lanes(context: Context, x: number, y: number, size: number): void {
	context.beginPath();
	for (const lane of [-0.6, 0, 0.6]) {
		context.moveTo(x - size * 0.85, y + lane * size);
		context.lineTo(x + size * (lane === 0 ? 0.85 : 0.2), y + lane * size);
	}
	context.stroke();
}

/** One that becomes four. */
function boxes(context: Context, x: number, y: number, size: number): void {
	const side = size * 0.62;
	for (const column of [-1, 1])
		for (const row of [-1, 1])
			context.fillRect(x + column * size * 0.42 - side / 2, y + row * size * 0.42 - side / 2, side, side);
}

/** To and fro: a line that cores take from each other. */
function arrows(context: Context, x: number, y: number, size: number): void {
	context.beginPath();
	for (const way of [1, -1]) {
		const tip = x + way * size * 0.85;
		const height = y - way * size * 0.35;
		context.moveTo(x - way * size * 0.85, height);
		context.lineTo(tip, height);
		context.moveTo(tip - way * size * 0.4, height - size * 0.35);
		context.lineTo(tip, height);
	}
	context.stroke();
}

function moon(context: Context, x: number, y: number, size: number): void {
	context.beginPath();
	context.arc(x, y, size * 0.8, Math.PI * 0.3, Math.PI * 1.7);
	context.arc(x + size * 0.5, y, size * 0.62, Math.PI * 1.62, Math.PI * 0.38, true);
	context.closePath();
	context.fill();
}

function emptyRing(context: Context, x: number, y: number, size: number): void {
	circle(context, x, y, size * 0.72);
	context.setLineDash([size * 0.5, size * 0.5]);
	context.stroke();
}

function triangle(context: Context, x: number, y: number, size: number): void {
	context.beginPath();
	context.moveTo(x - size * 0.55, y - size * 0.75);
	context.lineTo(x + size * 0.8, y);
	context.lineTo(x - size * 0.55, y + size * 0.75);
	context.closePath();
	context.fill();
}

function snowflake(context: Context, x: number, y: number, size: number): void {
	context.beginPath();
	for (let arm = 0; arm < 3; arm++) {
		const angle = (Math.PI / 3) * arm + Math.PI / 6;
		context.moveTo(x - Math.cos(angle) * size * 0.9, y - Math.sin(angle) * size * 0.9);
		context.lineTo(x + Math.cos(angle) * size * 0.9, y + Math.sin(angle) * size * 0.9);
	}
	context.stroke();
}

function turn(context: Context, x: number, y: number, size: number): void {
	context.beginPath();
	context.arc(x, y, size * 0.62, -0.4, Math.PI * 1.35);
	context.stroke();
	context.beginPath();
	context.moveTo(x + size * 0.2, y - size * 0.55);
	context.lineTo(x + size * 0.95, y - size * 0.45);
	context.lineTo(x + size * 0.72, y + size * 0.28);
	context.closePath();
	context.fill();
}

function exclamation(context: Context, x: number, y: number, size: number): void {
	context.beginPath();
	context.moveTo(x, y - size * 0.75);
	context.lineTo(x, y + size * 0.15);
	context.stroke();
	circle(context, x, y + size * 0.72, size * 0.18);
	context.fill();
}

function hourglass(context: Context, x: number, y: number, size: number): void {
	context.beginPath();
	context.moveTo(x - size * 0.58, y - size * 0.8);
	context.lineTo(x + size * 0.58, y - size * 0.8);
	context.lineTo(x - size * 0.58, y + size * 0.8);
	context.lineTo(x + size * 0.58, y + size * 0.8);
	context.closePath();
	context.fill();
}

function bars(context: Context, x: number, y: number, size: number): void {
	for (const side of [-1, 1]) {
		context.beginPath();
		context.roundRect(
			x + side * size * 0.4 - size * 0.17,
			y - size * 0.72,
			size * 0.34,
			size * 1.44,
			size * 0.1,
		);
		context.fill();
	}
}
