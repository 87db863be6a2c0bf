import type { Segment } from "#shared/result/timeline.ts";
import type { Activity } from "#shared/sim/chip/event.ts";

/** Share of a lane's time by activity, 0 to 1. */
export function sharesOf(lane: readonly Segment[]): ReadonlyMap<Activity, number> {
	const sumNs = new Map<Activity, number>();
	let totalNs = 0;
	for (const { activity, fromNs, toNs } of lane) {
		sumNs.set(activity, (sumNs.get(activity) ?? 0) + toNs - fromNs);
		totalNs += toNs - fromNs;
	}
	return new Map([...sumNs].map(([activity, ns]) => [activity, totalNs === 0 ? 0 : ns / totalNs]));
}

/** Over all lanes: the share of time that tasks ran, and how often a core switched. */
export function totalsOf(lanes: readonly (readonly Segment[])[]): { runningShare: number; switches: number } {
	const all = lanes.flat();
	return {
		runningShare: sharesOf(all).get("running") ?? 0,
		switches: all.filter((segment) => segment.activity === "switching").length,
	};
}
