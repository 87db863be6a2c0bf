import { LOCK_ROWS } from "#shared/validation/lock-rows.ts";
import { MEMORY_ROWS } from "#shared/validation/memory-rows.ts";
import { OSTEP_ROWS } from "#shared/validation/ostep-rows.ts";
import { PARALLEL_ROWS } from "#shared/validation/parallel-rows.ts";
import { PROPERTY_ROWS } from "#shared/validation/property-rows.ts";
import { QUEUEING_ROWS } from "#shared/validation/queueing-rows.ts";
import type { RowResult, ValidationRow } from "#shared/validation/row.ts";
import { SCHEDULING_ROWS } from "#shared/validation/scheduling-rows.ts";
import { SPEEDUP_ROWS } from "#shared/validation/speedup-rows.ts";
import { WORKSHEET_ROWS } from "#shared/validation/worksheet-rows.ts";
import { type Plot, plotSvg } from "../draw/svg-plot.ts";
import { escapeXml } from "../draw/svg-text.ts";
import { bandwidthPlot, ownCachePlot, switchPlot } from "./memory-plots.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { delegationPlot, lockPlot, quantumPlot, queueingPlot, speedupPlot } from "./scheduling-plots.ts";

type Family = {
	readonly name: string;
	readonly rows: readonly ValidationRow[];
	readonly plots: readonly (() => Plot)[];
};

const FAMILIES: readonly Family[] = [
	{ name: "Speed-up", rows: SPEEDUP_ROWS, plots: [speedupPlot] },
	{ name: "Scheduling", rows: SCHEDULING_ROWS, plots: [quantumPlot] },
	{ name: "Queueing", rows: QUEUEING_ROWS, plots: [queueingPlot] },
	{ name: "Caches, memory bus, switches", rows: MEMORY_ROWS, plots: [bandwidthPlot, switchPlot] },
	{ name: "Locks", rows: LOCK_ROWS, plots: [lockPlot] },
	{ name: "Messages, energy, crashes, races", rows: PARALLEL_ROWS, plots: [delegationPlot] },
	{ name: "The multiprocessor exercise of OSTEP", rows: OSTEP_ROWS, plots: [ownCachePlot] },
	{ name: "Worksheets of textbooks", rows: WORKSHEET_ROWS, plots: [] },
	{ name: "What always holds", rows: PROPERTY_ROWS, plots: [] },
];

/** The validation table as one page that needs nothing else: rows by family, each family with its plots. */
export function validationPage(results: readonly RowResult[], say: (done: string) => void): string {
	const held = results.filter(({ ok }) => ok).length;
	const known = new Set(FAMILIES.flatMap(({ rows }) => rows.map(({ id }) => id)));
	const others = results.filter(({ id }) => !known.has(id));
	const sections = FAMILIES.map(({ name, rows, plots }) => {
		const ids = new Set(rows.map(({ id }) => id));
		say(name);
		return section(
			name,
			results.filter(({ id }) => ids.has(id)),
			plots.map((create) => create()),
		);
	});
	if (others.length > 0) sections.push(section("More", others, []));
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Coretet: is the machine true?</title>
<style>${PAGE_STYLE}</style>
<h1>Is the machine true?</h1>
<p>Everything that a class plays on comes from one simulation of a multicore chip. Here it is held against the literature: each row is a set-up with a known answer, run through the same file format, parser and simulation as anything else. <em>Scenario</em>: simulated. <em>Formula</em>: computed. <em>Property</em>: must hold on many runs.</p>
<p class="sum"><strong>${held} of ${results.length}</strong> rows hold.${held === results.length ? "" : " Those that do not are shown with the reason, not bent."}</p>
<p class="made">Made by <code>npm run --silent sim -- validate --page shared/validation/validation.html</code>; a test holds it equal to what that gives today.</p>
${sections.join("\n")}
</html>
`;
}

function section(name: string, results: readonly RowResult[], plots: readonly Plot[]): string {
	return `<section>
<h2>${name}</h2>
${plots.length === 0 ? "" : `<div class="plots">${plots.map(figure).join("\n")}</div>`}
<div class="scroll"><table>
<thead><tr><th>Row</th><th>What</th><th>Expected</th><th>Got</th><th>Tolerance</th><th>Holds</th><th>Source</th></tr></thead>
<tbody>
${results.map(rowHtml).join("\n")}
</tbody>
</table></div>
</section>`;
}

function rowHtml({ id, kind, what, expected, got, tolerance, ok, source, shortfall }: RowResult): string {
	const reason =
		shortfall === undefined ? "" : `<p class="reason">Why it does not: ${escapeXml(shortfall)}.</p>`;
	const verdict = ok ? "✓ holds" : "✗ does not";
	return `<tr class="${ok ? "holds" : "fails"}"><td>${id}</td><td>${escapeXml(what)} <span class="kind">${kind}</span>${reason}</td><td>${list(expected)}</td><td>${list(got)}</td><td>${escapeXml(tolerance)}</td><td>${verdict}</td><td>${escapeXml(source)}</td></tr>`;
}

function figure(plot: Plot): string {
	const legend = plot.series
		.filter(({ label }) => label !== "")
		.map(({ label, colour }) => `<li><i style="background:${colour}"></i>${escapeXml(label)}</li>`);
	return `<figure><h3>${escapeXml(plot.title)}</h3>${plotSvg(plot)}<ul>${legend.join("")}</ul><figcaption>${escapeXml(plot.caption)}</figcaption></figure>`;
}

/** What is closer to 0 than this only shows how times are rounded, and would change with every refinement. */
const NOISE = 1e-5;

/** Five digits: more would only show how doubles are rounded. */
function list(values: readonly number[]): string {
	return values
		.map((value) =>
			value !== 0 && Math.abs(value) < NOISE ? "&lt; 0.00001" : String(Number(value.toPrecision(5))),
		)
		.join(", ");
}
