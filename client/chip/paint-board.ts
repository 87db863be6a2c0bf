import type { Rect } from "../present/geometry.ts";
import type { ChipLabels } from "../present/labels.ts";
import type { ChipLayout } from "../present/layout.ts";
import { type CountRow, countRows } from "../present/project-lane.ts";
import { type Context, circle, panel, sizeOf, well, write } from "./paint.ts";
import { paintQueue, type QueueWords } from "./paint-queue.ts";
import { paintTile } from "./paint-tile.ts";
import type { TileOwner } from "./paint-tile-header.ts";
import { COLOUR } from "./palette.ts";

export type BoardWords = QueueWords & {
	/** Whose private caches are shown. */
	readonly sees: "all" | "own";
	/** Letters of the kinds of all cores; "" where they are all of one kind. */
	readonly kinds: string;
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

function ownerOf({ names, own, sees, kinds }: BoardWords, core: number, large: boolean): TileOwner {
	const isOwn = core === own;
	return {
		...names(core + 1),
		core,
		kind: kinds[core] ?? "",
		own: isOwn,
		large,
		seesCache: sees === "all" || isOwn,
	};
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
