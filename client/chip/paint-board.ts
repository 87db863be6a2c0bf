import type { Rect } from "../present/geometry.ts";
import type { ChipLabels } from "../present/labels.ts";
import type { ChipLayout } from "../present/layout.ts";
import { type CountRow, countRows } from "../present/project-lane.ts";
import { type Context, circle, panel, roundRect, sizeOf, well, write } from "./paint.ts";
import { paintTile, type TileOwner } from "./paint-tile.ts";
import { COLOUR } from "./palette.ts";
import { type SeatName, shownName } from "./seat-name.ts";

export type BoardWords = {
	readonly labels: ChipLabels;
	/** Of seat 0, the scheduler, and of seat k, core k - 1. */
	readonly names: (seat: number) => SeatName;
	readonly own: number | undefined;
	/** Whose private caches are shown. */
	readonly sees: "all" | "own";
};

/** Everything that stands still: board, queue, die, rails, bases of the tiles, lane, names. */
export function paintBoard(context: Context, layout: ChipLayout, words: BoardWords): void {
	paintGround(context, layout);
	paintQueue(context, layout, words);
	paintDie(context, layout);
	layout.tiles.forEach((tile, core) => {
		paintTile(context, tile, ownerOf(words, core, false), words.labels);
	});
	paintLane(context, layout, words.labels);
	if (layout.mine !== undefined && words.own !== undefined)
		paintTile(context, layout.mine, ownerOf(words, words.own, true), words.labels);
}

function ownerOf({ names, own, sees }: BoardWords, core: number, large: boolean): TileOwner {
	return { ...names(core + 1), core, own: core === own, large, seesCache: sees === "all" || core === own };
}

function paintGround(context: Context, { width, height }: ChipLayout): void {
	const gradient = context.createLinearGradient(0, 0, 0, height);
	gradient.addColorStop(0, COLOUR.board);
	gradient.addColorStop(1, COLOUR.background);
	context.fillStyle = gradient;
	context.fillRect(0, 0, width, height);
	context.fillStyle = "rgb(120 150 220 / 10%)";
	for (let y = 12; y < height; y += 22)
		for (let x = 12; x < width; x += 22) {
			circle(context, x, y, 1);
			context.fill();
		}
}

function paintQueue(context: Context, layout: ChipLayout, { labels, names, own }: BoardWords): void {
	if (layout.queue.slots.length > 0) paintQueuePanel(context, layout, labels);
	paintScheduler(context, layout, names(0), labels, own === undefined);
}

function paintQueuePanel(context: Context, layout: ChipLayout, labels: ChipLabels): void {
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

function paintDie(context: Context, layout: ChipLayout): void {
	const { die, compact, portrait, unit } = layout;
	if (!portrait) paintPins(context, die, compact);
	panel(context, die, compact ? 10 : 16, COLOUR.dieTop, COLOUR.dieBottom, COLOUR.dieEdge, 2);
	if (portrait) return;
	circle(context, die.x + (compact ? 5 : 9), die.y + (compact ? 5 : 9), compact ? 1.4 : 2.4);
	context.fillStyle = COLOUR.gold;
	context.fill();
	const thick = compact ? 3 : 5 * unit;
	paintRails(context, layout, COLOUR.line, thick, []);
	paintRails(context, layout, COLOUR.lineBright, compact ? 0.8 : 1.2, [6, 8]);
}

function paintPins(context: Context, die: Rect, compact: boolean): void {
	const pitch = compact ? 14 : 18;
	const long = compact ? 6 : 8;
	const out = compact ? 3 : 5;
	context.fillStyle = COLOUR.gold;
	context.globalAlpha = 0.75;
	for (let x = die.x + 22; x < die.x + die.width - 22; x += pitch) {
		context.fillRect(x, die.y - out, long, out + 1);
		context.fillRect(x, die.y + die.height - 1, long, out + 1);
	}
	for (let y = die.y + 22; y < die.y + die.height - 22; y += pitch) {
		context.fillRect(die.x - out, y, out + 1, long);
		context.fillRect(die.x + die.width - 1, y, out + 1, long);
	}
	context.globalAlpha = 1;
}

/** Spine beside the queue, a rail above each row, the collector down to the program. */
function paintRails(
	context: Context,
	layout: ChipLayout,
	colour: string,
	width: number,
	dash: number[],
): void {
	const { rails, spineX, collectorX, lane, queue } = layout;
	const first = rails[0];
	const last = rails.at(-1);
	if (first === undefined || last === undefined) return;
	context.save();
	context.lineCap = "round";
	context.lineJoin = "round";
	context.strokeStyle = colour;
	context.lineWidth = width;
	context.setLineDash(dash);
	context.beginPath();
	context.moveTo(spineX, Math.min(first, queue.slots[0]?.y ?? first));
	context.lineTo(spineX, Math.max(last, queue.y + queue.height * 0.8));
	for (const y of rails) {
		context.moveTo(spineX, y);
		context.lineTo(collectorX, y);
	}
	context.moveTo(collectorX, first);
	context.lineTo(collectorX, lane.y + lane.height / 2);
	context.lineTo(lane.x + lane.width, lane.y + lane.height / 2);
	context.stroke();
	context.restore();
}

function paintLane(context: Context, layout: ChipLayout, labels: ChipLabels): void {
	const { lane, compact, unit, portrait } = layout;
	panel(context, lane, compact ? 6 : 10, "#152b3b", "#10212f", "#2f6580", compact ? 1 : 1.5);
	const pad = compact ? 6 : 14 * unit;
	const room = lane.head.width - 2 * pad;
	const size = compact ? 10 : portrait ? 11 * unit : 14 * unit;
	const caption = compact ? 9 : portrait ? 9.5 * unit : 11.5 * unit;
	write(context, labels.program, lane.x + pad, lane.y + lane.height * 0.22, {
		size,
		colour: "#d6ecf8",
		weight: 600,
		maxWidth: room,
	});
	const { jobs, tasks } = countRows(layout);
	const counts: [words: string, row: CountRow][] = [[labels.jobsDone, jobs]];
	if (tasks !== undefined) counts.push([labels.tasksDone, tasks]);
	const styleOf = ({ captionX }: CountRow) => ({
		size: caption,
		colour: "#9cc3d8",
		maxWidth: lane.x + lane.head.width - captionX - 8,
	});
	// As large as each other: the longer words decide.
	const fits = Math.min(...counts.map(([words, row]) => sizeOf(context, words, styleOf(row))));
	for (const [words, row] of counts)
		write(context, words, row.captionX, row.captionY, { ...styleOf(row), size: fits });
	const { field } = lane;
	well(
		context,
		{ x: field.x - 5, y: field.y - 4, width: field.width + 10, height: field.height + 8 },
		6,
		"#0b1722",
		"#21485c",
	);
}
