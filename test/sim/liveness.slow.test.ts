import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumOf } from "#shared/lib/statistics.ts";
import { NEVER_NS, NS_PER_PLAY_S, TURN_NS } from "#shared/lib/units.ts";
import { POLICIES } from "#shared/policies/table.ts";
import type { StampedCommand } from "#shared/round/round.ts";
import { advance, nextEventNs, runToEnd } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import type { Chip, ReadonlyChip } from "#shared/sim/chip/chip.ts";
import { holds } from "../setup/holds.ts";
import { chipOf } from "./builders.ts";
import { randomCommands } from "./random-commands.ts";
import { randomScenario, wildScenario } from "./random-scenario.ts";
import { runs } from "./runs.ts";

const pace = fc.constantFrom("machine" as const, "human" as const);
const policy = fc.constantFrom(...POLICIES);

/** A lone core that is looked after once a second needs that for every stretch of every thread. */
const LONG_NS = 400 * NS_PER_PLAY_S;
/** More events than pass on any of these chips without that anything gets done, before it says that it is stuck. */
const EVENTS_MAX = 40_000;
/** A chip on which so many events got something done, or that has so many threads, goes on. */
const STEPS_MAX = 1_000;
const THREADS_MAX = 300;

/** What grows as long as anything is getting done. */
function doneSoFar({ cores, threads, threadsDone, memory }: ReadonlyChip): number {
	return sumOf(cores, ({ workDoneNs }) => workDoneNs) + threadsDone + threads.length + memory.pageFaults;
}

/** When processes that have crashed will begin again. */
function restartsDue({ timers }: ReadonlyChip): string {
	return timers
		.filter(({ what }) => what === "process")
		.map(({ atNs }) => atNs)
		.join();
}

/** Follows the chip from event to event until it ends, says that it is stuck, or has gone on for long. */
function standingOf(chip: Chip): "ended" | "stuck" | "goes on" | "stands still and does not say so" {
	let [done, steps, eventsSince, crashes] = [-1, 0, 0, 0];
	while (steps < STEPS_MAX && chip.threads.length < THREADS_MAX) {
		const nextNs = nextEventNs(chip);
		if (chip.finished) return "ended";
		if (nextNs === NEVER_NS) return chip.isStuck ? "stuck" : "stands still and does not say so";
		if (eventsSince++ > EVENTS_MAX) return "stands still and does not say so";
		const due = restartsDue(chip);
		advance(chip, nextNs);
		// What crashes before it has worked goes on for ever, and gets nothing done.
		if (restartsDue(chip) !== due) crashes++;
		if (doneSoFar(chip) + crashes <= done) continue;
		done = doneSoFar(chip) + crashes;
		eventsSince = 0;
		steps++;
	}
	return "goes on";
}

function playCommands(chip: Chip, commands: readonly StampedCommand[]): void {
	for (const { turn, seat, command } of commands) {
		advance(chip, turn * TURN_NS);
		applyCommand(chip, seat, command);
	}
}

describe("liveness", () => {
	test("[S5] bots get all the work done, at either pace and under every policy", () => {
		holds(
			"liveness",
			fc.property(randomScenario, fc.nat(), policy, pace, (made, seed, policy, pace) => {
				const chip = chipOf(made, { seed, pace, policy });
				if (pace === "machine") runToEnd(chip);
				else advance(chip, LONG_NS);
				expect(chip.threads.map(({ state }) => state)).toEqual(chip.threads.map(() => "done"));
				expect([chip.finished, chip.alive, chip.ready]).toEqual([true, 0, 0]);
			}),
			runs(200),
		);
	});

	test("[S3] so they do in the seats of people who never answer", () => {
		holds(
			"liveness with silent people",
			fc.property(
				randomScenario,
				fc.nat(),
				policy,
				fc.subarray([1, 2, 3, 4, 5]),
				(made, seed, policy, people) => {
					const chip = chipOf(made, { seed, pace: "human", policy, people });
					advance(chip, 2 * LONG_NS);
					expect([chip.finished, chip.alive, chip.ready]).toEqual([true, 0, 0]);
				},
			),
			runs(100),
		);
	});

	test("[T9] whatever a scenario says, its chip ends, goes on, or is stuck and says so", () => {
		holds(
			"standstill of wild scenarios",
			fc.property(wildScenario, fc.nat(), policy, pace, (made, seed, policy, pace) => {
				const chip = chipOf({ ...made, end: { type: "done" } }, { seed, pace, policy });
				expect(standingOf(chip)).not.toBe("stands still and does not say so");
			}),
			runs(150),
		);
	});

	test("[T9] and whatever people do before they fall silent", () => {
		holds(
			"standstill after people",
			fc.property(wildScenario, fc.nat(), policy, randomCommands, (made, seed, policy, commands) => {
				const people = made.machine.cores.map((_, core) => core);
				const chip = chipOf({ ...made, end: { type: "done" } }, { seed, policy, pace: "human", people });
				playCommands(chip, commands);
				expect(standingOf(chip)).not.toBe("stands still and does not say so");
			}),
			runs(60),
		);
	});
});
