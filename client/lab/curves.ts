import { sumOf } from "#shared/lib/statistics.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { trailingMean } from "../present/smooth.ts";
import { type Bench, type BenchSample, samplesNow } from "./bench.ts";

/** A line of a growing plot: one value per time of the plot; null where its side had ended. */
export type Curve = { readonly text: string; readonly values: readonly (number | null)[] };

/** Curves over the same times, in seconds of play. */
export type Curves = { readonly timesS: readonly number[]; readonly curves: readonly Curve[] };

/** Rates jump between two samples; the mean over so many shows the course. */
const MEAN_SAMPLES = 8;
const KIB_PER_MIB = 1_024;
/** More lines than these cannot be told apart: the rest is summed up. */
const LINES_MAX = 4;

/** Work per time of every side, in P cores without losses. */
export function workRates(bench: Bench, names: readonly string[]): Curves {
	return overTime(bench, names, (samples) => {
		const rates = samples.map(({ atNs, workNs }, index) => {
			const before = samples[index - 1];
			return before === undefined || before.atNs === atNs
				? 0
				: (workNs - before.workNs) / (atNs - before.atNs);
		});
		return [...rates.slice(0, 1), ...trailingMean(rates.slice(1), MEAN_SAMPLES)];
	});
}

/** Load of the memory bus of every side, in per cent. */
export function busLoads(bench: Bench, names: readonly string[]): Curves {
	return overTime(bench, names, (samples) => samples.map(({ busLoad }) => 100 * busLoad));
}

/** What one side has in its caches, in MiB by process: the largest few, and the others together. */
export function occupancy(bench: Bench, side: number, cache: "l3Kib" | "privateKib", others: string): Curves {
	const { groups = [] } = bench.sides[side] ?? {};
	const samples = samplesOf(bench, side);
	const last = samples.at(-1)?.[cache] ?? [];
	const largest = groups
		.map((text, group) => ({ text, group, kib: last[group] ?? 0 }))
		.filter(({ group }) => samples.some((sample) => (sample[cache][group] ?? 0) > 0))
		.sort((one, other) => other.kib - one.kib || one.group - other.group);
	const own = largest.length > LINES_MAX ? largest.slice(0, LINES_MAX - 1) : largest;
	const rest = largest.slice(own.length);
	const mibOf = (sample: BenchSample, group: number) => (sample[cache][group] ?? 0) / KIB_PER_MIB;
	const curves = own
		.sort((one, other) => one.group - other.group)
		.map(({ text, group }): Curve => ({ text, values: samples.map((sample) => mibOf(sample, group)) }));
	if (rest.length > 0)
		curves.push({
			text: others,
			values: samples.map((sample) => sumOf(rest, ({ group }) => mibOf(sample, group))),
		});
	return { timesS: samples.map(({ atNs }) => atNs / NS_PER_PLAY_S), curves };
}

/** Sides that ended keep no line: their samples run out before the others'. */
function overTime(
	bench: Bench,
	names: readonly string[],
	valuesOf: (samples: readonly BenchSample[]) => readonly number[],
): Curves {
	const all = bench.sides.map((_, side) => samplesOf(bench, side));
	const times = [...new Set(all.flat().map(({ atNs }) => atNs))].sort((one, other) => one - other);
	return {
		timesS: times.map((atNs) => atNs / NS_PER_PLAY_S),
		curves: all.map((samples, side) => {
			const values = valuesOf(samples);
			const byTime = new Map(samples.map(({ atNs }, index) => [atNs, values[index] ?? 0]));
			return { text: names[side] ?? "", values: times.map((atNs) => byTime.get(atNs) ?? null) };
		}),
	};
}

function samplesOf(bench: Bench, side: number): readonly BenchSample[] {
	const own = bench.sides[side];
	return own === undefined ? [] : samplesNow(own, bench.nowNs);
}
