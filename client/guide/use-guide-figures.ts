import { useEffect, useState } from "preact/hooks";
import { isPlayed } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import type { GuideFigures } from "#shared/result/guide-figures.ts";

/** The lesson's figures once they are worked out; "failed" if they could not be. An experiment has none. */
export function useGuideFigures(lesson: Lesson): GuideFigures | undefined | "failed" {
	const [figures, setFigures] = useState<GuideFigures | "failed">();
	useEffect(() => {
		if (!isPlayed(lesson)) return;
		const worker = new Worker(new URL("./guide-worker.ts", import.meta.url), { type: "module" });
		worker.onmessage = ({ data }: MessageEvent<GuideFigures>) => setFigures(data);
		worker.onerror = () => setFigures("failed");
		worker.postMessage(lesson.id);
		return () => worker.terminate();
	}, [lesson]);
	return figures;
}
