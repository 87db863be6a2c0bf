import { beforeAll, expect, test } from "vitest";
import { REFUSAL_REASONS } from "#shared/sim/chip/command.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { SIM_HASH, SIM_VERSION } from "#shared/sim/version.ts";
import type { Differences } from "./changes-of.ts";
import { COMMAND_TYPES } from "./draw-command.ts";
import { adviceOf, versionFault } from "./seal.ts";
import { differencesOfSimulation, hashSimulation, recordedCommands, SIMULATION } from "./simulation.ts";

const found: Differences[] = [];
const refused: Extract<ChipEvent, { type: "refused" }>[] = [];

beforeAll(() => {
	found.push(
		...differencesOfSimulation((event) => {
			if (event.type === "refused") refused.push(event);
		}),
	);
	// Three seconds of work, which a busy machine may stretch.
}, 120_000);

test("[P1] what was recorded goes as it did", () => {
	const changed = found.flatMap((part) => part.changed);
	expect(changed, `The simulation goes another way. ${adviceOf(SIMULATION)}`).toEqual([]);
});

test("[P1] every lesson and every policy is recorded", () => {
	const unrecorded = found.flatMap((part) => part.unrecorded);
	expect(unrecorded, "Something is not recorded yet. Run `npm run record`").toEqual([]);
});

test("[P1] the code that decides is the one that was recorded", async () => {
	const advice =
		"The code that decides has changed. If it decides as before, run `npm run record`, which replays all that is recorded; " +
		`else first: ${adviceOf(SIMULATION)}`;
	expect(`${SIM_VERSION} ${await hashSimulation()}`, advice).toBe(SIM_HASH);
	expect(versionFault(SIMULATION)).toBeUndefined();
});

test("[P1] in what is recorded every command is carried out, and is refused for every reason", () => {
	const given = Map.groupBy(recordedCommands(), (type) => type);
	const denied = Map.groupBy(refused, ({ command }): string => command.type);
	const never = [...given].filter(([type, times]) => times.length <= (denied.get(type)?.length ?? 0));
	expect([...given.keys()].toSorted()).toEqual([...COMMAND_TYPES].toSorted());
	expect(never).toEqual([]);
	const reasons = new Set(refused.map(({ reason }) => reason));
	expect(REFUSAL_REASONS.filter((reason) => !reasons.has(reason))).toEqual([]);
});
