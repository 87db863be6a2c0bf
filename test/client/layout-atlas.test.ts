import { expect, test } from "vitest";
import { planAtlas } from "../../client/chip/atlas-plan.ts";
import { packShelves } from "../../client/chip/pack-shelves.ts";
import { chipLabels } from "../../client/i18n/en/chip.ts";
import { createLayout } from "../../client/present/create-layout.ts";
import { overlap } from "../../client/present/geometry.ts";

/** What every graphics processor takes. */
const SIDE_PX_MAX = 4096;

test("an atlas fits into a texture that every device takes, and no picture lies on another", () => {
	for (const [width, height] of [
		[1134, 708],
		[1920, 1080],
		[360, 740],
		[480, 320],
	] as const)
		for (const cores of [1, 4, 16])
			for (const pixelRatio of [1, 1.5, 2]) {
				const layout = createLayout({
					width,
					height,
					cores,
					own: 0,
					caches: true,
					sharedQueue: true,
					runQueueMax: 8,
				});
				const atlas = packShelves(planAtlas(layout, chipLabels, 0), pixelRatio);
				const name = `${width}x${height} x ${pixelRatio}, ${cores} cores`;
				expect(Math.max(atlas.width, atlas.height), name).toBeLessThanOrEqual(SIDE_PX_MAX);
				const spots = [...atlas.spots].sort((a, b) => a.y - b.y);
				const clash = spots.find((spot, index) => {
					for (const other of spots.slice(index + 1)) {
						if (other.y >= spot.y + spot.height) return false;
						if (overlap(spot, other)) return true;
					}
					return false;
				});
				expect(clash?.plan.name, name).toBeUndefined();
			}
});

test("a picture has one name", () => {
	const layout = createLayout({
		width: 360,
		height: 740,
		cores: 4,
		own: 0,
		caches: true,
		sharedQueue: true,
		runQueueMax: 8,
	});
	const names = planAtlas(layout, chipLabels, 0).map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
});
