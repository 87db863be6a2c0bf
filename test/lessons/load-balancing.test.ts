import { expect, test } from "vitest";
import { meanWait } from "#shared/analysis/queueing.ts";
import { loadBalancing } from "#shared/lessons/load-balancing.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { reloadNs } from "#shared/policies/parts/reload.ts";
import { openSimulation } from "#shared/result/simulate-players.ts";
import { advance } from "#shared/sim/advance.ts";
import { loadBalancing as german } from "../../client/i18n/de/lesson-load-balancing.ts";
import { loadBalancing as english } from "../../client/i18n/en/lesson-load-balancing.ts";

const LOAD = 0.8;
const CORES = 4;

test("the prediction's two figures are those of M/M/1 and M/M/4 at that load", () => {
	const apart = 1 + meanWait(1, LOAD);
	const together = 1 + meanWait(CORES, CORES * LOAD);
	expect(loadBalancing.prediction.truth).toBe(together);
	for (const [text, point] of [
		[english, "."],
		[german, ","],
	] as const) {
		const written = (value: number) => value.toFixed(2).replace(".", point);
		expect(text.predict).toContain(written(apart));
		expect(text.predictWhy).toContain(written(apart));
		expect(text.predictWhy).toContain(written(together));
	}
});

test("elsewhere a waiting task loads its data for up to the 0.7 s that the brief says", () => {
	const setup = { cores: CORES, seed: 1, level: "standard", side: 0 } as const;
	const chip = openSimulation(loadBalancing, setup, loadBalancing.policies.expert, 0.9);
	let mostNs = 0;
	for (let seconds = 1; seconds <= 60; seconds++) {
		advance(chip, seconds * NS_PER_PLAY_S);
		for (const thread of chip.threads)
			for (const { id } of chip.cores)
				if (thread.state === "ready" && thread.queue >= 0 && thread.queue !== id)
					mostNs = Math.max(mostNs, reloadNs(chip, id, thread));
	}
	const mostS = (mostNs / NS_PER_PLAY_S).toFixed(1);
	expect(english.brief.join(" ")).toContain(`up to ${mostS} s`);
	expect(german.brief.join(" ")).toContain(`bis zu ${mostS.replace(".", ",")} s`);
});
