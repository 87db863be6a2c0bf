import { describe, expect, test } from "vitest";
import type { LessonId } from "#shared/lessons/ids.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { advance } from "#shared/sim/advance.ts";
import { chipLabels } from "../../client/i18n/en/chip.ts";
import { describeCore, describeToken } from "../../client/present/describe.ts";
import { contains } from "../../client/present/geometry.ts";
import { dropAt, listTargets, neighbourOf, targetKey } from "../../client/present/targets.ts";
import { layoutFor, lessonChip, viewAll } from "./present-world.ts";

function scene(
	width = 1134,
	height = 708,
	own: number | undefined = 0,
	{ lesson, atS }: { readonly lesson: LessonId; readonly atS: number } = { lesson: "parallel-work", atS: 1 },
) {
	const chip = lessonChip(lesson, 4);
	advance(chip, atS * NS_PER_PLAY_S);
	const view = viewAll(chip);
	const layout = layoutFor(chip, width, height, own);
	return { chip, view, layout, targets: listTargets(view, layout, own, own ?? "all") };
}

describe("what one can point at", () => {
	test("is every core and every visible task of the shared queue, inside the stage", () => {
		const { chip, layout, targets } = scene();
		const cores = targets.filter(({ type }) => type === "core");
		expect(cores).toHaveLength(4);
		const shared = targets.filter(
			(target) => target.type === "token" && target.token.place.zone === "shared",
		);
		expect(shared).toHaveLength(Math.min(chip.shared.length, layout.queue.slots.length));
		for (const target of targets)
			expect(contains({ x: 0, y: 0, width: layout.width, height: layout.height }, target)).toBe(true);
		expect(new Set(targets.map(targetKey)).size).toBe(targets.length);
	});

	test("arrow keys go from the queue to the cores and back", () => {
		const { targets } = scene();
		const token = targets.find((target) => target.type === "token" && target.token.place.zone === "shared");
		if (token === undefined) return expect.unreachable("no task waits");
		const right = neighbourOf(targets, token, "right");
		expect(right?.type).toBe("core");
		if (right === undefined) return;
		const back = neighbourOf(targets, right, "left");
		expect(back?.type).toBe("token");
	});

	test("every target can be reached by arrow keys", () => {
		for (const [width, height, own] of [
			[1134, 708, 0],
			[360, 600, 0],
			[1134, 708, undefined],
		] as const) {
			const { targets } = scene(width, height, own);
			const seen = new Set<string>();
			const open = targets.slice(0, 1);
			for (let target = open.pop(); target !== undefined; target = open.pop()) {
				if (seen.has(targetKey(target))) continue;
				seen.add(targetKey(target));
				for (const direction of ["left", "right", "up", "down"] as const) {
					const next = neighbourOf(targets, target, direction);
					if (next !== undefined) open.push(next);
				}
			}
			expect(targets.filter((target) => !seen.has(targetKey(target))).map(targetKey)).toEqual([]);
		}
	});
});

describe("dropping a task", () => {
	test("on a socket means next, on a tile last, on the queue back", () => {
		const { view, layout } = scene();
		const tile = layout.tiles[2];
		if (tile === undefined) return expect.unreachable();
		const planned = view.cores[2]?.planned ?? 0;
		expect(dropAt(view, layout, 0, tile.socket)).toEqual({ core: 2, position: 0 });
		expect(dropAt(view, layout, 0, { x: tile.x + tile.width - 3, y: tile.y + 3 })).toEqual({
			core: 2,
			position: planned,
		});
		expect(dropAt(view, layout, 0, { x: layout.queue.x + 5, y: layout.queue.y + 5 })).toBe("shared");
		expect(dropAt(view, layout, 0, { x: layout.width - 1, y: layout.height - 1 })).toBeUndefined();
	});

	test("on a plan means the place under the pointer, but not beyond the end", () => {
		const { view, layout } = scene();
		const tile = layout.tiles[1];
		const last = tile?.planSlots.at(-1);
		const planned = view.cores[1]?.planned ?? 0;
		if (tile?.plan === undefined || last === undefined) return expect.unreachable();
		expect(dropAt(view, layout, 0, { x: last.x + 2, y: last.y })).toEqual({ core: 1, position: planned });
		expect(dropAt(view, layout, 0, { x: tile.plan.x + 1, y: last.y })).toEqual({ core: 1, position: 0 });
	});
});

describe("words", () => {
	test("say what a core and a task are", () => {
		const { view } = scene(1134, 708, 0, { lesson: "cache-affinity", atS: 3 });
		const shared = view.tokens.find(({ place }) => place.zone === "shared");
		expect(describeCore(view, 1, false, "Ada", chipLabels)).toMatch(/^Core 2, Ada: /);
		if (shared === undefined) return expect.unreachable("no task waits");
		expect(describeToken(shared, false, chipLabels)).toMatch(
			/^Task of \d\.\d\ss, letter [A-F], .*number 1 in the shared queue$/,
		);
	});
});
