import { at, numberAt } from "../lib/assert.ts";
import { NEVER_NS } from "../lib/units.ts";
import { NONE, type ReadonlyChip } from "../sim/chip/chip.ts";
import type { Chance } from "../sim/chip/policy.ts";
import { type Change, ORDER_CHANGES } from "./local-search.ts";
import type { Actions, Plan } from "./plan.ts";
import { type ModeSetting, modesToTry, withMode } from "./plan-modes.ts";

/** All kinds of change to plans for `chip`, which was simulated to its end, within the allowed `actions`. */
export function changesOf(chip: ReadonlyChip, actions: Actions): Change<Plan>[] {
	const all = [...actions.scheduler, ...actions.core];
	const modes = modesToTry(chip.scenario, all);
	const ways = chip.threads.filter(({ spec }) => spec.ways.length > 0).map(({ id }) => id);
	const clocks = chip.cores.some(({ spec }) => spec.points.length > 1);
	const changes: Change<Plan>[] = [
		...ORDER_CHANGES.map(
			(change): Change<Plan> =>
				(plan, chance) => {
					const order = change(plan.order, chance);
					return order === undefined ? undefined : { ...plan, order };
				},
		),
		changeCore(chip),
	];
	if (all.includes("choose") && ways.length > 0) changes.push(changeWay(chip, ways));
	if (all.includes("clock") && clocks) changes.push(changePoint(chip));
	if (modes.length > 0) changes.push(changeMode(chip, modes));
	if (all.includes("yield")) changes.push(changeYield(chip));
	if (all.includes("restart") && chip.scenario.processes.some(({ restartNs }) => restartNs > 0))
		changes.push((plan) => ({ ...plan, restarts: !plan.restarts }));
	return changes;
}

/** Moves one thread, or all of its job, to another core or to whichever is free. */
function changeCore(chip: ReadonlyChip): Change<Plan> {
	return (plan, chance) => {
		const core = chance(chip.cores.length + 1) - 1;
		return { ...plan, cores: withValue(plan.cores, someThreads(chip, chance), core) };
	};
}

function changeWay(chip: ReadonlyChip, among: readonly number[]): Change<Plan> {
	return (plan, chance) => {
		const thread = numberAt(among, chance(among.length));
		const way = chance(at(chip.threads, thread).spec.ways.length + 1);
		if (way === plan.ways[thread]) return undefined;
		return { ...plan, ways: withValue(plan.ways, [thread], way) };
	};
}

/** Changes the operating point at which one thread runs. */
function changePoint(chip: ReadonlyChip): Change<Plan> {
	return (plan, chance) => {
		const thread = chance(chip.threads.length);
		const core = chip.cores[plan.cores[thread] ?? NONE];
		if (core === undefined || core.spec.points.length < 2) return undefined;
		const point = chance(core.spec.points.length);
		if (point === plan.points[thread]) return undefined;
		return { ...plan, points: withValue(plan.points, [thread], point) };
	};
}

/** Sets one mode, for good or from the time some thread started or finished. */
function changeMode(chip: ReadonlyChip, modes: readonly (readonly ModeSetting[])[]): Change<Plan> {
	const momentsNs = chip.threads
		.flatMap(({ startNs, finishNs }) => [startNs, finishNs])
		.filter((momentNs) => momentNs < NEVER_NS);
	return (plan, chance) => {
		const settings = at(modes, chance(modes.length));
		const setting = at(settings, chance(settings.length));
		const isForGood = momentsNs.length === 0 || chance(2) === 0;
		const sinceNs = isForGood ? 0 : numberAt(momentsNs, chance(momentsNs.length));
		return { ...plan, modes: withMode(plan.modes, { ...setting, sinceNs }) };
	};
}

/** Toggles whether one thread, or all of its job, makes way while it runs. */
function changeYield(chip: ReadonlyChip): Change<Plan> {
	return (plan, chance) => {
		const threads = someThreads(chip, chance);
		const others = plan.yields.filter((id) => !threads.includes(id));
		return { ...plan, yields: others.length < plan.yields.length ? others : [...others, ...threads] };
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
