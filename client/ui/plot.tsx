import { useEffect, useRef } from "preact/hooks";
import type uPlot from "uplot";
import { textScale } from "./plot-looks.ts";
import "./plot.css";

/** Everything that uPlot wants but the size, which follows the page. */
export type PlotOptions = Omit<uPlot.Options, "width" | "height">;

type PlotProps = { options: PlotOptions; data: uPlot.AlignedData; heightPx: number };

/**
 * A uPlot chart as wide as its place. Its code is loaded when the first one is shown. Keep `options` the
 * same object between renders, because a new one makes the chart anew; new `data` only moves its lines.
 */
export function Plot({ options, data, heightPx }: PlotProps) {
	const place = useRef<HTMLDivElement>(null);
	const drawn = useRef<uPlot | undefined>(undefined);
	const newest = useRef(data);
	newest.current = data;
	const height = Math.round(heightPx * textScale());
	useEffect(() => {
		const element = place.current;
		if (element === null) return;
		let gone = false;
		const watcher = new ResizeObserver(() => drawn.current?.setSize({ width: element.clientWidth, height }));
		async function draw(into: HTMLElement) {
			const { default: UPlot } = await import("./uplot.ts");
			// Measured when drawn: axis labels must not be laid out in the fallback font.
			await document.fonts.ready;
			if (gone) return;
			drawn.current = new UPlot({ ...options, width: into.clientWidth, height }, newest.current, into);
			watcher.observe(into);
		}
		void draw(element);
		return () => {
			gone = true;
			watcher.disconnect();
			drawn.current?.destroy();
			drawn.current = undefined;
		};
	}, [options, height]);
	useEffect(() => {
		drawn.current?.setData(data);
	}, [data]);
	return <div ref={place} class="plot" style={{ minHeight: `${height}px` }} />;
}
