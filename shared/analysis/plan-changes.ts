import { at, numberAt } from "../lib/assert.ts";
import { NEVER_NS } from "../lib/units.ts";
import { NONE, type ReadonlyChip } from "../sim/chip/chip.ts";
import { mayRun } from "../sim/chip/may-run.ts";
import type { Chance } from "../sim/chip/policy.ts";
import { type Change, ORDER_CHANGES } from "./local-search.ts";
import type { Actions, Plan } from "./plan.ts";
import { makesWayNs, pickedNs, placedNs, reorderedNs } from "./plan-differences.ts";
import { type ModeSetting, modesToTry, withMode } from "./plan-modes.ts";
import type { Variant } from "./plan-runs.ts";

/** All kinds of change to plans for `chip`, which was simulated to its end, within the allowed `actions`. */
export function changesOf(chip: ReadonlyChip, actions: Actions): Change<Variant>[] {
	const all = [...actions.scheduler, ...actions.core];
	const modes = modesToTry(chip.scenario, all);
	const ways = chip.threads.filter(({ spec }) => spec.ways.length > 0).map(({ id }) => id);
	const clocks = chip.cores.some(({ spec }) => spec.points.length > 1);
	const changes: Change<Variant>[] = [...ORDER_CHANGES.map(changeOrder), changeCore(chip)];
	if (all.includes("choose") && ways.length > 0) changes.push(changeWay(chip, ways));
	if (all.includes("clock") && clocks) changes.push(changePoint(chip));
	if (modes.length > 0) changes.push(changeMode(chip, modes));
	if (all.includes("yield")) changes.push(changeYield(chip));
	if (all.includes("restart") && chip.scenario.processes.some(({ restartNs }) => restartNs > 0))
		changes.push(({ plan }) => ({
			plan: { ...plan, restarts: !plan.restarts },
			change: "restarts",
			differsNs: () => 0,
		}));
	return changes;
}

/** Differs once one of the threads is picked to run. */
function fromPick(plan: Plan, ids: readonly number[], change: string): Variant {
	return { plan, change, differsNs: ({ threads }) => Math.min(...ids.map((id) => pickedNs(threads[id]))) };
}

function changeOrder(change: Change<readonly number[]>): Change<Variant> {
	return ({ plan }, chance) => {
		const order = change(plan.order, chance);
		if (order === undefined) return undefined;
		const { first, last, moved } = movedIn(plan.order, order);
		return {
			plan: { ...plan, order },
			change: `order ${first} ${last} ${moved.join()}`,
			differsNs: (chip) =>
				moved.length === 0 ? NEVER_NS : reorderedNs(plan, plan.order.slice(first, last + 1), moved, chip),
		};
	};
}

/** What one move or swap has changed: the places from `first` to `last`, and the threads that were moved. */
function movedIn(
	before: readonly number[],
	after: readonly number[],
): { readonly first: number; readonly last: number; readonly moved: readonly number[] } {
	const isChanged = (id: number, place: number): boolean => after[place] !== id;
	const [first, last] = [before.findIndex(isChanged), before.findLastIndex(isChanged)];
	const moved: number[] = [];
	if (first >= 0 && after[last] === before[first]) moved.push(numberAt(before, first));
	if (first >= 0 && after[first] === before[last]) moved.push(numberAt(before, last));
	return { first, last, moved };
}

/** Moves one thread, or all of its job, to another core or to whichever is free. */
function changeCore(chip: ReadonlyChip): Change<Variant> {
	return ({ plan }, chance) => {
		const core = chance(chip.cores.length + 1) - 1;
		const runner = chip.cores[core];
		const threads = someThreads(chip, chance).filter(
			(id) => runner === undefined || mayRun(runner, at(chip.threads, id)),
		);
		if (threads.every((id) => plan.cores[id] === core)) return undefined;
		return {
			plan: { ...plan, cores: withValue(plan.cores, threads, core) },
			change: `core ${core} ${threads.join()}`,
			differsNs: (adopted) => Math.min(...threads.map((id) => placedNs(adopted, adopted.threads[id]))),
		};
	};
}

function changeWay(chip: ReadonlyChip, among: readonly number[]): Change<Variant> {
	return ({ plan }, chance) => {
		const thread = numberAt(among, chance(among.length));
		const way = chance(at(chip.threads, thread).spec.ways.length + 1);
		if (way === plan.ways[thread]) return undefined;
		return fromPick({ ...plan, ways: withValue(plan.ways, [thread], way) }, [thread], `way ${way} ${thread}`);
	};
}

/** Changes the operating point at which one thread runs. */
function changePoint(chip: ReadonlyChip): Change<Variant> {
	return ({ plan }, chance) => {
		const thread = chance(chip.threads.length);
		const core = chip.cores[plan.cores[thread] ?? NONE];
		if (core === undefined || core.spec.points.length < 2) return undefined;
		const point = chance(core.spec.points.length);
		if (point === plan.points[thread]) return undefined;
		return fromPick(
			{ ...plan, points: withValue(plan.points, [thread], point) },
			[thread],
			`point ${point} ${thread}`,
		);
	};
}

/** Sets one mode, for good or from the time some thread started or finished. */
function changeMode(chip: ReadonlyChip, modes: readonly (readonly ModeSetting[])[]): Change<Variant> {
	const momentsNs = chip.threads
		.flatMap(({ startNs, finishNs }) => [startNs, finishNs])
		.filter((momentNs) => momentNs < NEVER_NS);
	return ({ plan }, chance) => {
		const settings = at(modes, chance(modes.length));
		const setting = at(settings, chance(settings.length));
		const isForGood = momentsNs.length === 0 || chance(2) === 0;
		const sinceNs = isForGood ? 0 : numberAt(momentsNs, chance(momentsNs.length));
		const mode = { ...setting, sinceNs };
		return {
			plan: { ...plan, modes: withMode(plan.modes, mode) },
			change: `mode ${JSON.stringify(mode)}`,
			differsNs: () => sinceNs,
		};
	};
}

/** Toggles whether one thread, or all of its job, makes way while it runs. */
function changeYield(chip: ReadonlyChip): Change<Variant> {
	return ({ plan }, chance) => {
		const threads = someThreads(chip, chance);
		const others = plan.yields.filter((id) => !threads.includes(id));
		const yields = others.length < plan.yields.length ? others : [...others, ...threads];
		return {
			plan: { ...plan, yields },
			change: `yield ${threads.join()}`,
			differsNs: (adopted) => Math.min(...threads.map((id) => makesWayNs(plan, id, adopted))),
		};
	};
}

function someThreads({ threads, jobs }: ReadonlyChip, chance: Chance): readonly number[] {
	const thread = chance(threads.length);
	return chance(2) === 0 ? [thread] : at(jobs, at(threads, thread).job).threads;
}

function withValue(values: readonly number[], ids: readonly number[], value: number): number[] {
	const changed = [...values];
	for (const id of ids) changed[id] = value;
	return changed;
}
