import { useEffect, useState } from "preact/hooks";
import type { LessonId, Level } from "#shared/lessons/ids.ts";
import { recallProgress } from "../progress/kept-progress.ts";
import { recordOf, type SeedRecord } from "../progress/progress.ts";

/** What this device has kept of the seed, this round counted; undefined where nobody practised it here. */
export function useSeedRecord(
	lesson: LessonId,
	level: Level | undefined,
	seed: number,
): SeedRecord | undefined {
	const [record, setRecord] = useState<SeedRecord>();
	useEffect(() => {
		// The round itself is kept once the whole page is there.
		const timer = setTimeout(() => {
			if (level !== undefined) setRecord(recordOf(recallProgress()[lesson], level, seed));
		});
		return () => clearTimeout(timer);
	}, [lesson, level, seed]);
	return record;
}
