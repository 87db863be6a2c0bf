import { useEffect, useRef } from "preact/hooks";
import type uPlot from "uplot";
import { textScale } from "./plot-looks.ts";
import "./plot.css";

/** Everything that uPlot wants but the size, which follows the page. */
export type PlotOptions = Omit<uPlot.Options, "width" | "height">;

type PlotProps = { options: PlotOptions; data: uPlot.AlignedData; heightPx: number };

/**
 * A uPlot chart as wide as its place. Its code is loaded when the first one is shown. Keep `options`
 * and `data` the same objects between renders: a new one draws the chart anew.
 */
export function Plot({ options, data, heightPx }: PlotProps) {
	const place = useRef<HTMLDivElement>(null);
	const height = Math.round(heightPx * textScale());
	useEffect(() => {
		const element = place.current;
		if (element === null) return;
		let chart: uPlot | undefined;
		let gone = false;
		const watcher = new ResizeObserver(() => chart?.setSize({ width: element.clientWidth, height }));
		async function draw(into: HTMLElement) {
			const { default: UPlot } = await import("./uplot.ts");
			// Measured when drawn: axis labels must not be laid out in the fallback font.
			await document.fonts.ready;
			if (gone) return;
			chart = new UPlot({ ...options, width: into.clientWidth, height }, data, into);
			watcher.observe(into);
		}
		void draw(element);
		return () => {
			gone = true;
			watcher.disconnect();
			chart?.destroy();
		};
	}, [options, data, height]);
	return <div ref={place} class="plot" style={{ minHeight: `${height}px` }} />;
}
