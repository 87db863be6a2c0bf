import { describe, expect, test } from "vitest";
import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { sum } from "#shared/lib/statistics.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { advance } from "#shared/sim/advance.ts";
import { contains, overlap, type Rect } from "../../client/present/geometry.ts";
import { laneScale, pictureLane } from "../../client/present/lane.ts";
import { layoutFor, lessonChip, viewAll } from "./present-world.ts";

function grow({ x, y, width, height }: Rect, by: number): Rect {
	return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function pictureAt(
	lesson: (typeof LESSON_IDS)[number],
	cores: number,
	second: number,
	width = 1134,
	height = 708,
) {
	const chip = lessonChip(lesson, cores);
	advance(chip, second * NS_PER_PLAY_S);
	const { lane } = layoutFor(chip, width, height);
	return { chip, lane, picture: pictureLane(viewAll(chip).program, lane, laneScale(chip.scenario, lane)) };
}

describe("the program lane", () => {
	test("shows a serial part alone and the parts behind it above each other", () => {
		const { picture } = pictureAt("amdahl", 4, 4);
		const [serial, ...parts] = picture.bars;
		expect(serial?.alone).toBe(true);
		expect(serial?.part.kind).toBe("serial");
		const first = parts.filter(({ part }) => part.kind === "parallel").slice(0, 10);
		expect(first).toHaveLength(10);
		for (const bar of first) expect(bar.x).toBeGreaterThanOrEqual((serial?.x ?? 0) + (serial?.width ?? 0));
	});

	test("is serial in the same part on every number of cores", () => {
		const shares = [1, 2, 4, 8].map((cores) => {
			const widths = pictureAt("amdahl", cores, 0.5).picture.bars.map(({ width }) => width);
			return (widths[0] ?? 0) / sum(widths);
		});
		// Between bars is some room.
		for (const share of shares) expect(share).toBeCloseTo(0.1, 1);
	});

	test("keeps its bars in its field and apart", () => {
		for (const lesson of LESSON_IDS)
			for (const [width, height, cores] of [
				[1134, 708, 4],
				[1134, 708, 16],
				[480, 320, 8],
				[360, 600, 1],
			] as const) {
				const chip = lessonChip(lesson, cores);
				const { lane } = layoutFor(chip, width, height);
				const field = grow(lane.field, 0.01);
				for (let second = 1; second < 50; second += 4) {
					advance(chip, second * NS_PER_PLAY_S);
					const { bars } = pictureLane(viewAll(chip).program, lane, laneScale(chip.scenario, lane));
					const outside = bars.filter((bar) => !contains(field, bar));
					const onOthers = bars.filter((bar, index) =>
						bars.some((other, at) => at > index && overlap(bar, other)),
					);
					expect([outside, onOthers], `${lesson}, ${cores} cores, ${second} s`).toEqual([[], []]);
				}
			}
	});

	test("fills a bar by the work done", () => {
		const { chip, picture } = pictureAt("amdahl", 4, 2.2);
		const serial = picture.bars[0];
		const core = chip.cores.find(({ thread }) => thread === serial?.part.thread);
		expect(serial?.part.state).toBe("running");
		const workNs = chip.threads[serial?.part.thread ?? -1]?.workNs ?? 0;
		expect((serial?.part.fill ?? 0) * workNs).toBeCloseTo(chip.nowNs - (core?.anchorNs ?? 0), 0);
	});
});
