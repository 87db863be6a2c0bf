import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import { fixed, number, percent } from "../i18n/base/format.ts";
import { labWords as t } from "../i18n/words.ts";
import type { Measures } from "./measures.ts";

/** One figure of every side: its text, and what the second side's is of the first's, where that says anything. */
export type FigureRow = {
	readonly label: string;
	readonly texts: readonly string[];
	readonly ratio: number | undefined;
};

type Figure = {
	readonly label: string;
	/** undefined where the side has none, or none yet. */
	readonly value: (of: Measures) => number | undefined;
	readonly text: (value: number, of: Measures) => string;
	/** false where a ratio would say nothing. */
	readonly hasRatio?: false;
};

/** Energy is counted in pJ. */
const PJ_PER_MJ = 1_000_000_000;

/** The figures that at least one side has. */
export function figureRows(measures: readonly Measures[]): FigureRow[] {
	return figuresOf(measures).flatMap(({ label, value, text, hasRatio = true }) => {
		const values = measures.map(value);
		if (values.every((one) => one === undefined)) return [];
		const [first, second] = values;
		const isRatio = hasRatio && first !== undefined && second !== undefined && first !== 0;
		const texts = measures.map((of, side) => {
			const own = values[side];
			return own === undefined ? t.notYet : text(own, of);
		});
		return [{ label, texts, ratio: isRatio ? second / first : undefined }];
	});
}

const seconds = (ns: number): string => `${fixed(ns / NS_PER_PLAY_S, 2)} s`;
const twoDecimals = (value: number): string => fixed(value, 2);

function millijoule(pj: number): string {
	return t.millijoule(pj / PJ_PER_MJ);
}

function figuresOf(measures: readonly Measures[]): Figure[] {
	return [...speed(measures), ...service(), ...losses(), ...energy()];
}

function speed(measures: readonly Measures[]): Figure[] {
	const m = t.measures;
	const groups = [...new Set(measures.flatMap(({ rates }) => rates.map(({ name }) => name)))];
	return [
		{ label: m.time, value: ({ timeNs }) => timeNs, text: seconds },
		{ label: m.rate, value: ({ rate }) => rate, text: twoDecimals },
		...groups.map((name) => ({
			label: t.rateOf(name),
			value: ({ rates }: Measures) => rates.find((group) => group.name === name)?.rate,
			text: twoDecimals,
		})),
	];
}

function service(): Figure[] {
	const m = t.measures;
	return [
		{
			label: m.tasks,
			value: ({ tasksDone }) => (tasksDone === 0 ? undefined : tasksDone),
			text: (count) => number(count),
		},
		{ label: m.turnaround, value: ({ meanTurnaroundNs }) => meanTurnaroundNs, text: seconds },
		{
			label: m.response,
			value: ({ meanResponseNs, tasksDone }) => (tasksDone === 0 ? undefined : meanResponseNs),
			text: seconds,
		},
	];
}

function losses(): Figure[] {
	const m = t.measures;
	return [
		{
			label: m.useful,
			value: ({ usefulShare }) => usefulShare,
			text: (share) => percent(share, 1),
			hasRatio: false,
		},
		{
			label: m.deadlines,
			value: ({ deadlines }) => deadlines?.missed,
			text: (missed, { deadlines }) => t.ofMany(missed, deadlines?.all ?? 0),
			hasRatio: false,
		},
		{
			label: m.lost,
			value: ({ updates }) => updates?.lost,
			text: (lost, { updates }) => t.ofMany(lost, updates?.all ?? 0),
			hasRatio: false,
		},
	];
}

function energy(): Figure[] {
	const m = t.measures;
	return [
		{ label: m.energy, value: ({ energyPj }) => energyPj, text: millijoule },
		{
			label: m.perWork,
			value: ({ energyPj, workNs }) => (workNs === 0 ? undefined : energyPj / (workNs / NS_PER_PLAY_S)),
			text: millijoule,
		},
		{ label: m.checksum, value: ({ checksum }) => checksum, text: showChecksum, hasRatio: false },
	];
}
