import { createHash } from "node:crypto";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { ReferenceSearch } from "#shared/result/references.ts";
import { SIM_VERSION } from "#shared/sim/version.ts";

/** Of everything that references depend on and that is data: another lesson, level, seed or chip, another key. */
export function keyOf({ lesson, scenario, seed, timeNs }: ReferenceSearch): string {
	const { players, actions } = lessonById(lesson as LessonId);
	return createHash("sha256")
		.update(JSON.stringify([SIM_VERSION, lesson, players, actions, scenario, seed, timeNs]))
		.digest("base64");
}
