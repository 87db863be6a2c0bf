import { escapeXml } from "./svg-text.ts";

export type PlotPoint = readonly [x: number, y: number];

export type Series = {
	readonly label: string;
	readonly colour: string;
	/** line: what theory says. dots: what the simulation gave. rings: what was measured on real machines. */
	readonly kind: "line" | "dots" | "rings";
	readonly points: readonly PlotPoint[];
};

export type Plot = {
	readonly title: string;
	readonly caption: string;
	readonly xLabel: string;
	readonly yLabel: string;
	readonly isLogX: boolean;
	readonly isLogY: boolean;
	readonly series: readonly Series[];
};

const WIDTH = 560;
const HEIGHT = 360;
const LEFT = 64;
const RIGHT = 32;
const TOP = 16;
const BOTTOM = 52;

/** The plot as an SVG element, to stand in a page. */
export function plotSvg({ title, xLabel, yLabel, isLogX, isLogY, series }: Plot): string {
	const all = series.flatMap(({ points }) => points);
	const x = createScale(
		all.map(([value]) => value),
		isLogX,
		LEFT,
		WIDTH - RIGHT,
	);
	const y = createScale(
		all.map(([, value]) => value),
		isLogY,
		HEIGHT - BOTTOM,
		TOP,
	);
	const xTicks = x.ticks.map(
		(tick) =>
			`<path d="M${x.place(tick)} ${TOP}V${HEIGHT - BOTTOM}" stroke="#2b3a63"/><text x="${x.place(tick)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${show(tick)}</text>`,
	);
	const yTicks = y.ticks.map(
		(tick) =>
			`<path d="M${LEFT} ${y.place(tick)}H${WIDTH - RIGHT}" stroke="#2b3a63"/><text x="${LEFT - 8}" y="${y.place(tick) + 4}" text-anchor="end">${show(tick)}</text>`,
	);
	const middle = (TOP + HEIGHT - BOTTOM) / 2;
	return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeXml(title)}" font-size="12" fill="#b3c1e4">
${[...xTicks, ...yTicks].join("\n")}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle" font-size="13">${escapeXml(xLabel)}</text>
<text x="16" y="${middle}" text-anchor="middle" font-size="13" transform="rotate(-90 16 ${middle})">${escapeXml(yLabel)}</text>
${series.map((each) => seriesSvg(each, x.place, y.place)).join("\n")}
</svg>`;
}

type Scale = { readonly place: (value: number) => number; readonly ticks: readonly number[] };

function seriesSvg({ kind, colour, points }: Series, x: Scale["place"], y: Scale["place"]): string {
	if (kind === "line") {
		const path = points.map(([atX, atY]) => `${x(atX)} ${y(atY)}`).join("L");
		return `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>`;
	}
	const look =
		kind === "dots" ? `r="4" fill="${colour}"` : `r="6" fill="none" stroke="${colour}" stroke-width="2"`;
	return points.map(([atX, atY]) => `<circle cx="${x(atX)}" cy="${y(atY)}" ${look}/>`).join("");
}

/** From the least to the most of `values` (linear ones from 0), between two places. */
function createScale(values: readonly number[], isLog: boolean, from: number, to: number): Scale {
	const ticks = isLog ? logTicks(Math.min(...values), Math.max(...values)) : linearTicks(Math.max(...values));
	const transform = (value: number): number => (isLog ? Math.log10(value) : value);
	const [least, most] = [transform(ticks[0] ?? 0), transform(ticks.at(-1) ?? 1)];
	return {
		ticks,
		place: (value) => Number((from + ((transform(value) - least) / (most - least)) * (to - from)).toFixed(1)),
	};
}

/** Powers of two over a few doublings, of ten over more. */
function logTicks(least: number, most: number): number[] {
	const base = most / least > 2_000 ? 10 : 2;
	const ticks: number[] = [];
	const first = Math.floor(Math.log(least) / Math.log(base) + 1e-9);
	const last = Math.ceil(Math.log(most) / Math.log(base) - 1e-9);
	for (let power = first; power <= last; power++) ticks.push(base ** power);
	return ticks;
}

function linearTicks(most: number): number[] {
	const rough = most / 5;
	const magnitude = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((size) => size >= rough) ?? rough;
	return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) => index * step);
}

function show(value: number): string {
	return value >= 1_000 ? value.toLocaleString("en-US") : String(Number(value.toPrecision(3)));
}
