import { describe, expect, test } from "vitest";
import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { advance } from "#shared/sim/advance.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { planAtlas } from "../../client/chip/atlas-plan.ts";
import { chipLabels } from "../../client/i18n/en/chip.ts";
import { viewChip } from "../../client/present/chip-view.ts";
import { createDrawList, type DrawList } from "../../client/present/draw-list.ts";
import type { ChipLayout } from "../../client/present/layout.ts";
import { createMotion, type Motion } from "../../client/present/motion.ts";
import type { Prefs } from "../../client/present/prefs.ts";
import { project } from "../../client/present/project.ts";
import { layoutFor, lessonChip, QUIET, viewAll } from "./present-world.ts";

const FRAME_NS = NS_PER_PLAY_S / 60;

/** Watches from the chip's time to `toS`, a frame every `stepNs`. */
function watch(
	chip: Chip,
	motion: Motion,
	layout: ChipLayout,
	toS: number,
	list: DrawList,
	prefs = QUIET,
	stepNs = FRAME_NS,
): void {
	while (!chip.finished && chip.nowNs < toS * NS_PER_PLAY_S) {
		advance(chip, Math.min(toS * NS_PER_PLAY_S, chip.nowNs + stepNs));
		project(viewAll(chip), motion, layout, prefs, list);
	}
}

const shown = ({ sprites, count }: DrawList) => sprites.slice(0, count);

describe("a picture", () => {
	test.each(LESSON_IDS)("of %s names only pictures of the atlas and stays on the stage", (lesson) => {
		for (const [width, height, cores] of [
			[1134, 708, 4],
			[480, 320, 8],
			[360, 600, 4],
			[360, 700, 2],
			[1920, 1080, 16],
		] as const) {
			const chip = lessonChip(lesson, cores);
			const layout = layoutFor(chip, width, height);
			const frames = new Set(planAtlas(layout, chipLabels, 0).map(({ name }) => name));
			const motion = createMotion();
			const list = createDrawList();
			const prefs: Prefs = {
				...QUIET,
				selected: new Set([3]),
				pending: new Set([4, 5]),
				signals: [
					{ seat: 0, signal: "longOnes", sinceNs: 0 },
					{ seat: 1, signal: "needWork", sinceNs: 0 },
				],
			};
			for (let second = 0.5; second <= 30; second += 0.5) {
				watch(chip, motion, layout, second, list, prefs, 4 * FRAME_NS);
				const wrong = shown(list).filter(
					({ frame, x, y, alpha }) =>
						!frames.has(frame) || x < 0 || y < 0 || x > width || y > height || !(alpha >= 0 && alpha < 1.001),
				);
				expect(wrong, `${lesson}, ${width}x${height}, ${second} s`).toEqual([]);
			}
			expect(list.count).toBeGreaterThan(10);
		}
	});

	test("drawn twice is the same picture", () => {
		const chip = lessonChip("amdahl", 4);
		const layout = layoutFor(chip, 1134, 708);
		const motion = createMotion();
		const list = createDrawList();
		watch(chip, motion, layout, 9.3, list);
		const before = structuredClone(shown(list));
		project(viewAll(chip), motion, layout, QUIET, list);
		expect(shown(list)).toEqual(before);
	});

	test("does not change the chip", () => {
		const seen = lessonChip("parallel-work", 4);
		const unseen = lessonChip("parallel-work", 4);
		watch(seen, createMotion(), layoutFor(seen, 1134, 708), 8, createDrawList());
		advance(unseen, 8 * NS_PER_PLAY_S);
		expect(checksum(seen)).toBe(checksum(unseen));
	});

	test("of a late joiner is that of who was there from the start", () => {
		for (const lesson of LESSON_IDS) {
			const chip = lessonChip(lesson, 4);
			const layout = layoutFor(chip, 1134, 708);
			const early = { motion: createMotion(), list: createDrawList() };
			watch(chip, early.motion, layout, 12, early.list);
			const late = { motion: createMotion(), list: createDrawList() };
			for (let frame = 0; frame < 120; frame++) {
				advance(chip, chip.nowNs + FRAME_NS);
				project(viewAll(chip), early.motion, layout, QUIET, early.list);
				project(viewAll(chip), late.motion, layout, QUIET, late.list);
				// Half a second later nothing is under way any more that the late one has not seen start.
				if (frame > 40 && frame % 8 === 0) expect(shown(late.list)).toEqual(shown(early.list));
			}
		}
	});

	test("shows nothing on its way after a jump, and with reduced motion only fades", () => {
		const chip = lessonChip("amdahl", 4);
		const layout = layoutFor(chip, 1134, 708);
		const motion = createMotion();
		watch(chip, motion, layout, 6, createDrawList());
		advance(chip, 40 * NS_PER_PLAY_S);
		const jumped = createDrawList();
		project(viewAll(chip), motion, layout, QUIET, jumped);
		const fresh = createDrawList();
		project(viewAll(chip), createMotion(), layout, QUIET, fresh);
		expect(shown(jumped)).toEqual(shown(fresh));

		const calm: Prefs = { ...QUIET, reducedMotion: true };
		const calmMotion = createMotion();
		const list = createDrawList();
		for (let second = 40.1; second < 46; second += 0.1) {
			watch(chip, calmMotion, layout, second, list, calm);
			expectAtRest(list, layout);
		}
	});

	test("at the end of time everything stands where it is", () => {
		const chip = lessonChip("amdahl", 4);
		const layout = layoutFor(chip, 1134, 708);
		const motion = createMotion();
		const list = createDrawList();
		for (let second = 0.1; second < 12; second += 0.1) {
			watch(chip, motion, layout, second, list);
			project(viewAll(chip), motion, layout, { ...QUIET, isOver: true }, list);
			expectAtRest(list, layout);
		}
	});
});

/** Tokens on the cores are in sockets or slots of plans: none is between them. */
function expectAtRest(list: DrawList, layout: ChipLayout): void {
	const rests = new Set(
		layout.tiles.flatMap((tile) => [tile.socket, ...tile.planSlots]).map(({ x, y }) => `${x},${y}`),
	);
	for (const { frame, x, y } of shown(list))
		if (frame.startsWith("token-") && x > layout.die.x && y < layout.lane.y)
			expect(rests.has(`${x},${y}`), `${frame} at ${x},${y}`).toBe(true);
}

test("a core does not see what other cores have in their caches", () => {
	const chip = lessonChip("cache-affinity", 4);
	advance(chip, 10 * NS_PER_PLAY_S);
	const warm = viewChip(chip, chip.nowNs, { caches: "own", own: 1 }).cores.map(
		(core) => core.warm !== undefined,
	);
	expect(warm).toEqual([false, true, false, false]);
});

test("an open decision point counts down for the person whose it is", () => {
	const chip = lessonChip("amdahl", 4);
	advance(chip, 0.5 * NS_PER_PLAY_S);
	const before = viewAll(chip).cores.map(({ decision }) => decision);
	advance(chip, 1 * NS_PER_PLAY_S);
	const after = viewAll(chip).cores.map(({ decision }) => decision);
	expect(before.slice(1)).toEqual([undefined, undefined, undefined]);
	if (before[0] !== undefined && after[0] !== undefined) expect(after[0]).toBeLessThan(before[0]);
	else expect(chip.cores[0]?.activity === "idle" && chip.ready > 0).toBe(false);
});
