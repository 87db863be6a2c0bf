import { describe, expect, test } from "vitest";
import { createLayout } from "../../client/present/create-layout.ts";
import { contains, overlap, type Rect } from "../../client/present/geometry.ts";
import type { ChipLayout } from "../../client/present/layout.ts";
import { RING_OUTER, type TileLayout } from "../../client/present/layout-tile.ts";

/** Stages inside 1366x768, 1920x1080 and phones; chips among many on a projector. */
const SIZES = [
	[1134, 708],
	[1366, 768],
	[1560, 1000],
	[1920, 1080],
	[900, 520],
	[600, 420],
	[480, 320],
	[420, 300],
	[360, 740],
	[360, 600],
	[390, 660],
	[768, 1024],
] as const;
const CORES = [1, 2, 3, 4, 6, 8, 12, 16];

function* layouts(): Generator<{ name: string; layout: ChipLayout; sharedQueue: boolean }> {
	for (const [width, height] of SIZES)
		for (const cores of CORES)
			for (const own of [undefined, 0])
				for (const caches of [false, true])
					for (const sharedQueue of [true, false])
						yield {
							name: `${width}x${height}, ${cores} cores, ${own === undefined ? "scheduler" : "core"}${caches ? ", caches" : ""}${sharedQueue ? "" : ", no queue"}`,
							layout: createLayout({ width, height, cores, own, caches, sharedQueue, runQueueMax: 8 }),
							sharedQueue,
						};
}

/** Names of pairs that lie on each other. */
function clashes(rects: readonly (readonly [string, Rect])[]): string[] {
	return rects.flatMap(([name, rect], index) =>
		rects
			.slice(index + 1)
			.filter(([, other]) => overlap(shrink(rect), shrink(other)))
			.map(([other]) => `${name} on ${other}`),
	);
}

/** Edges may touch, and half pixels are rounded. */
function shrink({ x, y, width, height }: Rect): Rect {
	return { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
}

function outside(outer: Rect, rects: readonly (readonly [string, Rect])[]): string[] {
	return rects.filter(([, rect]) => !contains(outer, shrink(rect))).map(([name]) => name);
}

function squareAround({ x, y }: { x: number; y: number }, radius: number): Rect {
	return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

function partsOf(tile: TileLayout): [string, Rect][] {
	const parts: [string, Rect][] = [
		["header", tile.header],
		["socket", squareAround(tile.socket, tile.socketRadius * RING_OUTER)],
	];
	if (tile.pill !== undefined) parts.push(["pill", tile.pill]);
	if (tile.cache !== undefined) parts.push(["cache", tile.cache]);
	if (tile.plan !== undefined) parts.push(["plan", tile.plan]);
	else
		tile.planSlots.forEach((slot, index) => {
			parts.push([`slot ${index}`, squareAround(slot, tile.planToken / 2)]);
		});
	return parts;
}

describe("everything has its place", () => {
	test("panels and tiles lie inside the stage and not on each other", () => {
		for (const { name, layout } of layouts()) {
			const stage = { x: 0, y: 0, width: layout.width, height: layout.height };
			const panels: [string, Rect][] = [
				["queue", layout.queue],
				["die", layout.die],
			];
			if (layout.mine !== undefined) panels.push(["mine", layout.mine]);
			expect(outside(stage, panels), name).toEqual([]);
			expect(clashes(panels), name).toEqual([]);
			const onDie: [string, Rect][] = [["lane", layout.lane]];
			layout.tiles.forEach((tile, core) => {
				onDie.push([`tile ${core}`, tile]);
			});
			expect(outside(layout.die, onDie), name).toEqual([]);
			expect(clashes(onDie), name).toEqual([]);
		}
	});

	test("the parts of a tile lie inside it and not on each other", () => {
		for (const { name, layout } of layouts())
			for (const tile of [...layout.tiles, ...(layout.mine === undefined ? [] : [layout.mine])]) {
				const parts = partsOf(tile);
				expect(outside(tile, parts), `${name}, ${tile.detail}`).toEqual([]);
				expect(clashes(parts), `${name}, ${tile.detail} ${tile.width}x${tile.height}`).toEqual([]);
				for (const slot of tile.planSlots)
					expect(contains(tile, squareAround(slot, tile.planToken / 2 - 1)), `${name}, slot`).toBe(true);
				const slots = tile.planSlots.map(
					(slot, at) => [`${at}`, squareAround(slot, tile.planToken / 2)] as const,
				);
				expect(clashes(slots), `${name}, slots of ${tile.detail}`).toEqual([]);
				expect(tile.socketRadius, name).toBeGreaterThanOrEqual(4);
			}
	});

	test("slots of the shared queue lie inside it, under its words, and not on each other", () => {
		for (const { name, layout, sharedQueue } of layouts()) {
			const { queue } = layout;
			const slots = queue.slots.map((slot, index) => [`slot ${index}`, slot] as const);
			if (!sharedQueue) {
				expect(slots, name).toEqual([]);
				continue;
			}
			expect(slots.length, name).toBeGreaterThanOrEqual(3);
			expect(outside(queue, slots), name).toEqual([]);
			expect(clashes([...slots, ["seat", queue.seat]]), name).toEqual([]);
			expect(queue.slots[0]?.y, name).toBeGreaterThan(queue.title.y);
		}
	});

	test("the program has a field inside its lane", () => {
		for (const { name, layout } of layouts()) {
			const { lane } = layout;
			expect(
				outside(lane, [
					["field", lane.field],
					["head", lane.head],
				]),
				name,
			).toEqual([]);
			expect(
				clashes([
					["field", lane.field],
					["head", lane.head],
				]),
				name,
			).toEqual([]);
			expect(lane.pitch, name).toBeGreaterThan(3);
		}
	});
});

test("fingers find what they need on a phone", () => {
	for (const height of [560, 600, 740]) {
		const { queue, mine } = createLayout({
			width: 360,
			height,
			cores: 4,
			own: 1,
			caches: true,
			sharedQueue: true,
			runQueueMax: 8,
		});
		for (const slot of queue.slots) expect(Math.min(slot.width, slot.height)).toBeGreaterThanOrEqual(44);
		const [first, second] = mine?.planSlots ?? [];
		expect((second?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThanOrEqual(44);
	}
});

test("the own core is large on a phone, and only there", () => {
	expect(
		createLayout({
			width: 360,
			height: 740,
			cores: 4,
			own: 2,
			caches: true,
			sharedQueue: true,
			runQueueMax: 8,
		}).mine?.detail,
	).toBe("full");
	expect(
		createLayout({
			width: 1134,
			height: 708,
			cores: 4,
			own: 2,
			caches: true,
			sharedQueue: true,
			runQueueMax: 8,
		}).mine,
	).toBeUndefined();
	expect(
		createLayout({
			width: 360,
			height: 740,
			cores: 4,
			own: undefined,
			caches: true,
			sharedQueue: true,
			runQueueMax: 8,
		}).mine,
	).toBeUndefined();
});

test("a plan has no more slots than players may queue, wherever it is drawn", () => {
	for (const [width, height] of SIZES)
		for (const runQueueMax of [1, 2, 16]) {
			const options = { width, height, cores: 4, own: 0, caches: true, sharedQueue: true };
			const { tiles, mine } = createLayout({ ...options, runQueueMax });
			const usual = createLayout({ ...options, runQueueMax: 8 });
			for (const [place, { planSlots }] of [...tiles, ...(mine === undefined ? [] : [mine])].entries())
				expect(planSlots).toEqual(
					[...usual.tiles, ...(usual.mine === undefined ? [] : [usual.mine])][place]?.planSlots.slice(
						0,
						runQueueMax,
					),
				);
		}
});

test("the same stage is laid out the same", () => {
	const options = {
		width: 1134,
		height: 708,
		cores: 8,
		own: 3,
		caches: true,
		sharedQueue: true,
		runQueueMax: 8,
	};
	expect(createLayout(options)).toEqual(createLayout(options));
});

test("a stage without size does not break", () => {
	expect(
		createLayout({ width: 0, height: 0, cores: 4, own: 0, caches: true, sharedQueue: true, runQueueMax: 8 })
			.tiles,
	).toHaveLength(4);
});
