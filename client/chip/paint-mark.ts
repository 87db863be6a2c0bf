import { type Context, circle } from "./paint.ts";
import { COLOUR } from "./palette.ts";

/** A clock: hollow while a deadline comes near, filled once it is over. */
export function paintAlarm(
	context: Context,
	alarm: "due" | "late",
	x: number,
	y: number,
	size: number,
): void {
	const isLate = alarm === "late";
	circle(context, x, y, size / 2 - 1);
	context.fillStyle = isLate ? "#ff8a5c" : COLOUR.ink;
	context.fill();
	context.strokeStyle = isLate ? COLOUR.ink : COLOUR.yellow;
	context.lineWidth = size * 0.1;
	context.stroke();
	context.beginPath();
	context.moveTo(x, y - size * 0.26);
	context.lineTo(x, y);
	context.lineTo(x + size * 0.18, y + size * 0.12);
	context.lineCap = "round";
	context.stroke();
}

/** A wave: work that not every core can do. */
export function paintRare(context: Context, x: number, y: number, size: number): void {
	paintDisc(context, x, y, size, COLOUR.sky);
	context.lineWidth = size * 0.11;
	context.lineCap = "round";
	context.beginPath();
	context.moveTo(x - size * 0.3, y);
	context.bezierCurveTo(
		x - size * 0.12,
		y - size * 0.52,
		x + size * 0.12,
		y + size * 0.52,
		x + size * 0.3,
		y,
	);
	context.stroke();
}

/** Steps, one for each task that waits in a line for this one. */
export function paintFollowers(context: Context, count: number, x: number, y: number, size: number): void {
	paintDisc(context, x, y, size, COLOUR.yellow);
	context.lineWidth = size * 0.1;
	context.lineCap = "round";
	const stepSize = size * 0.2;
	for (let step = 0; step < count; step++) {
		const left = x + (step - count / 2) * stepSize + size * 0.03;
		context.beginPath();
		context.moveTo(left, y - size * 0.2);
		context.lineTo(left + size * 0.14, y);
		context.lineTo(left, y + size * 0.2);
		context.stroke();
	}
}

/** The triangle of a warning sign: it may crash. */
export function paintRisk(context: Context, x: number, y: number, size: number): void {
	context.beginPath();
	context.moveTo(x, y - size * 0.46);
	context.lineTo(x + size * 0.48, y + size * 0.4);
	context.lineTo(x - size * 0.48, y + size * 0.4);
	context.closePath();
	context.fillStyle = COLOUR.yellow;
	context.fill();
	context.strokeStyle = COLOUR.ink;
	context.lineJoin = "round";
	context.lineWidth = size * 0.08;
	context.stroke();
	context.lineWidth = size * 0.11;
	context.lineCap = "round";
	context.beginPath();
	context.moveTo(x, y - size * 0.12);
	context.lineTo(x, y + size * 0.1);
	context.moveTo(x, y + size * 0.25);
	context.lineTo(x, y + size * 0.26);
	context.stroke();
}

/** The dark disc of a mark, and its rim. */
function paintDisc(context: Context, x: number, y: number, size: number, rim: string): void {
	circle(context, x, y, size / 2 - 0.5);
	context.fillStyle = COLOUR.ink;
	context.fill();
	context.strokeStyle = rim;
	context.lineWidth = size * 0.08;
	context.stroke();
}
