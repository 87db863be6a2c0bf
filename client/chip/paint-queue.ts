import type { Rect } from "../present/geometry.ts";
import type { ChipLabels } from "../present/labels.ts";
import type { ChipLayout } from "../present/layout.ts";
import { type Context, circle, panel, roundRect, write } from "./paint.ts";
import { COLOUR } from "./palette.ts";
import { type SeatName, shownName } from "./seat-name.ts";

export type QueueWords = {
	readonly labels: ChipLabels;
	/** Of seat 0, the scheduler, and of seat k, core k - 1. */
	readonly names: (seat: number) => SeatName;
	/** The seat's core of who looks; undefined: the scheduler, or who only looks on. */
	readonly own: number | undefined;
};

/** The shared queue as it stands still: its plate and slots, where the chip has one, and who schedules. */
export function paintQueue(context: Context, layout: ChipLayout, { labels, names, own }: QueueWords): void {
	if (layout.queue.slots.length > 0) paintPlate(context, layout, labels);
	paintScheduler(context, layout, names(0), labels, own === undefined);
}

function paintPlate(context: Context, layout: ChipLayout, labels: ChipLabels): void {
	const { queue, unit, compact, portrait } = layout;
	panel(context, queue, compact ? 8 : 14, COLOUR.panelTop, COLOUR.panelBottom, COLOUR.line);
	const room = portrait ? 92 * unit : queue.width - 2 * (queue.title.x - queue.x);
	const titleSize = compact ? 11 : portrait ? 13.5 * unit : 16 * unit;
	write(context, labels.sharedQueue, queue.title.x, queue.title.y, {
		size: titleSize,
		colour: COLOUR.text,
		weight: 600,
		maxWidth: room,
	});
	if (!portrait && !compact) {
		context.strokeStyle = COLOUR.line;
		context.lineWidth = 1;
		context.beginPath();
		context.moveTo(queue.x + 12, queue.order.y + 15 * unit);
		context.lineTo(queue.x + queue.width - 12, queue.order.y + 15 * unit);
		context.stroke();
	}
	for (const slot of queue.slots) paintSlot(context, layout, slot);
}

function paintSlot(context: Context, { queue }: ChipLayout, slot: Rect): void {
	const x = queue.style === "row" ? slot.x + queue.token / 2 + slot.height * 0.12 : slot.x + slot.width / 2;
	const y = queue.style === "row" ? slot.y + slot.height / 2 : slot.y + 3 + queue.token / 2;
	context.save();
	circle(context, Math.round(x), Math.round(y), queue.token * 0.42);
	context.strokeStyle = "#263563";
	context.lineWidth = 1.2;
	context.setLineDash([3, 4]);
	context.stroke();
	context.restore();
}

/** Who plays the scheduler: a badge, the name, and the word where there is room. */
function paintScheduler(
	context: Context,
	layout: ChipLayout,
	{ name, bot }: SeatName,
	labels: ChipLabels,
	mayBeOwn: boolean,
): void {
	const { seat } = layout.queue;
	const shown = shownName({ name, bot }, labels);
	if (layout.compact) {
		write(context, shown, seat.x, seat.y + seat.height / 2, {
			size: 10,
			colour: bot ? COLOUR.dim : COLOUR.muted,
			maxWidth: seat.width,
		});
		return;
	}
	roundRect(context, seat, seat.height / 3);
	context.fillStyle = "rgb(10 16 30 / 55%)";
	context.fill();
	context.strokeStyle = COLOUR.gold;
	context.globalAlpha = mayBeOwn ? 0.9 : 0.55;
	context.lineWidth = 1.2;
	context.stroke();
	context.globalAlpha = 1;
	const middle = seat.y + seat.height / 2;
	paintConductor(context, seat.x + seat.height * 0.52, middle, seat.height * 0.26);
	const left = seat.x + seat.height;
	const room = seat.width - seat.height * 1.2;
	if (layout.portrait) {
		write(context, shown, left, middle, {
			size: seat.height * 0.5,
			colour: COLOUR.text,
			weight: 600,
			maxWidth: room,
		});
		return;
	}
	write(context, shown, left, middle - seat.height * 0.17, {
		size: seat.height * 0.44,
		colour: bot ? COLOUR.muted : COLOUR.text,
		weight: 600,
		maxWidth: room,
	});
	write(context, labels.scheduler, left, middle + seat.height * 0.24, {
		size: seat.height * 0.33,
		colour: COLOUR.gold,
		maxWidth: room,
	});
}

/** The scheduler's sign: one deals to three. */
function paintConductor(context: Context, x: number, y: number, size: number): void {
	context.strokeStyle = COLOUR.gold;
	context.fillStyle = COLOUR.gold;
	context.lineWidth = Math.max(1.2, size * 0.22);
	context.beginPath();
	for (const end of [-0.85, 0, 0.85]) {
		context.moveTo(x - size * 0.8, y);
		context.lineTo(x + size * 0.75, y + end * size);
	}
	context.stroke();
	circle(context, x - size * 0.8, y, size * 0.36);
	context.fill();
	for (const end of [-0.85, 0, 0.85]) {
		circle(context, x + size * 0.8, y + end * size, size * 0.25);
		context.fill();
	}
}
