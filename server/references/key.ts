import { createHash } from "node:crypto";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { ReferenceSearch } from "#shared/result/references.ts";
import { SCORE_FORMULA } from "#shared/result/score.ts";
import { SIM_VERSION } from "#shared/sim/version.ts";

/** Of everything that references depend on and that is data: another lesson, level, seed or chip, another key. */
export function keyOf({ lesson, scenario, seed, timeNs, held }: ReferenceSearch): string {
	const { policies, actions } = lessonById(lesson as LessonId);
	// Stored keys were made of this word for the expert policy: another one would lose what they lead to.
	const stored = Object.entries(policies).map(([role, id]) => [role === "expert" ? "insight" : role, id]);
	return createHash("sha256")
		.update(
			JSON.stringify([
				SIM_VERSION,
				SCORE_FORMULA,
				lesson,
				Object.fromEntries(stored),
				actions,
				scenario,
				seed,
				timeNs,
				held,
			]),
		)
		.digest("base64");
}
