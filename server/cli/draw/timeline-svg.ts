import { writeFile } from "../command/write-file.ts";
import { ACTIVITIES, columnsOf, type LaneChart, LOOKS, runsOf } from "./lanes.ts";
import { duration } from "./show.ts";
import { escapeXml } from "./svg-text.ts";

const WIDTH = 1_200;
const MARGIN = 80;
const LANE = 26;
const GAP = 4;
const TITLE = 44;
const AXIS = 34;
/** Columns per unit of width: finer than a screen shows, and yet a file of any run stays small. */
const FINENESS = 4;
const DIGIT = 9;

/** Writes the timelines of one or several chips, one below the other, as one picture. */
export function writeTimelineSvg(path: string, chips: readonly LaneChart[]): void {
	writeFile(path, timelineSvg(chips));
}

function timelineSvg(chips: readonly LaneChart[]): string {
	let top = 0;
	const parts: string[] = [];
	for (const chip of chips) {
		parts.push(chipPart(chip, top));
		top += TITLE + chip.lanes.length * LANE + AXIS;
	}
	parts.push(legendPart(top + 8));
	const height = top + 64;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Lexend, Segoe UI, sans-serif" font-size="13" fill="#eef3ff">
<rect width="${WIDTH}" height="${height}" fill="#0b111e"/>
${parts.join("\n")}
</svg>
`;
}

function chipPart({ title, lanes, lengthNs }: LaneChart, top: number): string {
	const lanesTop = top + TITLE;
	const lines = [`<text x="16" y="${top + 28}" font-size="17" font-weight="600">${escapeXml(title)}</text>`];
	lanes.forEach((lane, core) => {
		const y = lanesTop + core * LANE;
		lines.push(`<text x="${MARGIN - 10}" y="${y + 16}" text-anchor="end" fill="#b3c1e4">core ${core}</text>`);
		const columns = columnsOf(lane, lengthNs, (WIDTH - MARGIN - 20) * FINENESS);
		for (const { activity, thread, from, to } of runsOf(columns)) {
			const x = MARGIN + from / FINENESS;
			const width = (to - from) / FINENESS;
			const words = `${LOOKS[activity].words}${thread < 0 ? "" : `, task ${thread}`}`;
			// A thin edge tells tasks apart that follow each other without a gap.
			lines.push(
				`<rect x="${x}" y="${y}" width="${width > 3 ? width - 0.75 : width}" height="${LANE - GAP}" fill="${LOOKS[activity].colour}"><title>${words}</title></rect>`,
			);
			if (activity === "running" && width >= DIGIT * (String(thread).length + 1))
				lines.push(`<text x="${x + 5}" y="${y + 16}" fill="#06140f">${thread}</text>`);
		}
	});
	return [...lines, axisPart(lengthNs, lanesTop + lanes.length * LANE)].join("\n");
}

function axisPart(lengthNs: number, y: number): string {
	const width = WIDTH - MARGIN - 20;
	return [0, 1, 2, 3, 4]
		.map((quarter) => {
			const x = MARGIN + (quarter * width) / 4;
			const anchor = quarter === 0 ? "start" : quarter === 4 ? "end" : "middle";
			return `<path d="M${x} ${y}v6" stroke="#4a5f96"/><text x="${x}" y="${y + 20}" text-anchor="${anchor}" fill="#b3c1e4">${duration((quarter * lengthNs) / 4)}</text>`;
		})
		.join("\n");
}

function legendPart(top: number): string {
	return ACTIVITIES.map((activity, index) => {
		const x = 16 + (index % 4) * 290;
		const y = top + Math.floor(index / 4) * 24;
		return `<rect x="${x}" y="${y}" width="16" height="16" rx="3" fill="${LOOKS[activity].colour}" stroke="#4a5f96"/><text x="${x + 24}" y="${y + 13}">${LOOKS[activity].words}</text>`;
	}).join("\n");
}
