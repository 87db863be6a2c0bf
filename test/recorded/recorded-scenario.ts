import fc from "fast-check";
import { z } from "zod";
import { at } from "#shared/lib/assert.ts";
import { createChance } from "#shared/lib/random.ts";
import { sum } from "#shared/lib/statistics.ts";
import { POLICIES, policyById } from "#shared/policies/table.ts";
import { commandsByTurn } from "#shared/round/replay.ts";
import type { StampedCommand } from "#shared/round/round.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { checksum, showChecksum } from "#shared/sim/chip/checksum.ts";
import type { Chip, Pace } from "#shared/sim/chip/chip.ts";
import type { EventSink } from "#shared/sim/chip/event.ts";
import type { Chance } from "#shared/sim/chip/policy.ts";
import { createChip } from "#shared/sim/create-chip.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { wildScenario } from "../sim/random-scenario.ts";
import { changesOf, type Differences, newIn } from "./changes-of.ts";
import { COMMAND_TYPES, drawCommand } from "./draw-command.ts";
import {
	fieldsOf,
	parseCommand,
	type RecordedFields,
	recordedFields,
	showCommand,
} from "./recorded-round.ts";

const recordedScenario = z.strictObject({
	scenario: z.unknown(),
	/** Of people who let their decision points run out. */
	policy: z.string(),
	/** As a round's, every "turn" being so long as `STRETCH_NS`. */
	commands: z.array(z.string()),
	/** The checksums that people come to with those commands, and that policies come to. */
	people: z.string(),
	policies: z.record(z.string(), z.string()),
});
type RecordedScenario = z.infer<typeof recordedScenario>;

export const recordedScenarios = z.strictObject({
	fields: recordedFields,
	scenarios: z.array(recordedScenario),
});
/** Scenarios of which no lesson makes use, and what comes of them: for all that a chip can do. */
export type RecordedScenarios = z.infer<typeof recordedScenarios>;

/** Each seed draws so many scenarios; together they make use of all that there is. */
const SCENARIOS = 24;
const SEEDS = [20, 27, 33];
/** Of the commands, and of the chips. */
const SEED = 20;
/** Each policy plays every twelfth scenario. */
const EACH = 12;
const PLAYERS = [...POLICIES.map(({ id }) => id), "affinity:20000", "steal:20000", "di:2"];
export const STRETCH_NS = 5_000;
const SHORTEST_NS = 100_000;
export const HORIZON_NS = 250_000;

/** Draws scenarios, with commands, and plays them. Those that are `kept` stay as they are. */
export function recordScenarios(kept?: RecordedScenarios): RecordedScenarios {
	const drawn = kept === undefined ? draw() : kept.scenarios.map((each) => read(each, kept.fields));
	return {
		fields: fieldsOf(drawn.flatMap(({ commands }) => commands.map(({ command }) => command))),
		scenarios: drawn.map((each, index) => ({
			...each,
			commands: each.commands.map(showCommand),
			people: playPeople(each),
			policies: playPolicies(each, index),
		})),
	};
}

/** What differs today from what is recorded. Events of people's play go to `sink`. */
export function differencesOfScenarios(
	{ fields, scenarios }: RecordedScenarios,
	sink?: EventSink,
): Differences {
	const found = scenarios.map((recorded, index) => {
		const each = read(recorded, fields);
		const policies = playPolicies(each, index);
		return {
			changed: [
				...(playPeople(each, sink) === recorded.people ? [] : [`people play scenario ${index} otherwise`]),
				...changesOf(policies, recorded.policies).map(
					(policy) => `${policy} plays scenario ${index} otherwise`,
				),
			],
			unrecorded: newIn(policies, recorded.policies).map((policy) => `how ${policy} plays scenario ${index}`),
		};
	});
	return {
		changed: found.flatMap(({ changed }) => changed),
		unrecorded: found.flatMap(({ unrecorded }) => unrecorded),
	};
}

type Drawn = {
	readonly scenario: Scenario;
	readonly policy: string;
	readonly commands: readonly StampedCommand[];
};

function read({ scenario, policy, commands }: RecordedScenario, fields: RecordedFields): Drawn {
	const parsed = parseScenario(scenario);
	if (!parsed.ok) throw new Error(`a recorded scenario is refused: ${parsed.reason.join("; ")}`);
	return { scenario: parsed.value, policy, commands: commands.map((line) => parseCommand(line, fields)) };
}

function draw(): Drawn[] {
	const lasting = wildScenario.filter(({ end }) => end.type === "horizon" && end.ns >= SHORTEST_NS);
	const scenarios = SEEDS.flatMap((seed) => fc.sample(lasting, { seed, numRuns: SCENARIOS }));
	return scenarios.map((scenario, index) => {
		const policy = at(POLICIES, index % POLICIES.length).id;
		return {
			scenario,
			policy,
			commands: drawCommands(scenario, policy, createChance(SEED, index)),
		};
	});
}

/** In every stretch a command, half of them of the scheduler. */
function drawCommands(scenario: Scenario, policy: string, chance: Chance): StampedCommand[] {
	const drawn: StampedCommand[] = [];
	runStretches(openChip(scenario, "human", policy, "person"), (chip, turn) => {
		const seat = chance(2) === 0 ? 0 : chance(chip.seats.length);
		const command = drawCommand(at(COMMAND_TYPES, chance(COMMAND_TYPES.length)), chip, seat, chance);
		const stamped = { turn, chip: 0, seat, command };
		drawn.push(stamped);
		return [stamped];
	});
	return drawn;
}

function playPeople({ scenario, policy, commands }: Drawn, sink?: EventSink): string {
	const byTurn = commandsByTurn({ commands });
	const chip = openChip(scenario, "human", policy, "person");
	runStretches(chip, (_chip, turn) => byTurn.get(turn) ?? [], sink);
	return showChecksum(checksum(chip));
}

/** Which policies play it depends on their names, so that a new one changes nothing of the others. */
function playPolicies({ scenario }: Drawn, index: number): Record<string, string> {
	const chosen = PLAYERS.filter((id) => (letterSum(id) + index) % EACH === 0);
	const entries = chosen.flatMap((id) =>
		(["machine", "human"] as const).map((pace) => {
			const chip = openChip(scenario, pace, id, "bot");
			advance(chip, HORIZON_NS);
			return [`${id} at ${pace} pace`, showChecksum(checksum(chip))];
		}),
	);
	return Object.fromEntries(entries);
}

function letterSum(text: string): number {
	return sum(Array.from(text, (letter) => letter.charCodeAt(0)));
}

function runStretches(
	chip: Chip,
	commandsOf: (chip: Chip, turn: number) => readonly StampedCommand[],
	sink?: EventSink,
): void {
	for (let turn = 0; turn * STRETCH_NS < HORIZON_NS && !chip.finished; turn++) {
		advance(chip, turn * STRETCH_NS, sink);
		for (const { seat, command } of commandsOf(chip, turn)) applyCommand(chip, seat, command, sink);
	}
}

function openChip(scenario: Scenario, pace: Pace, policy: string, driver: "person" | "bot"): Chip {
	const { seats, ...setup } = setupOf(scenario, pace, policy, driver);
	const seat = { ...at(seats, 0), policy: policyById(policy) };
	return createChip({ ...setup, scenario, seats: seats.map(() => seat) });
}

/** Bots decide ten times in the short time that these scenarios have. */
export function setupOf<Machine>(scenario: Machine, pace: Pace, policy: string, driver: "person" | "bot") {
	const cores = z.object({ machine: z.object({ cores: z.array(z.unknown()) }) }).parse(scenario)
		.machine.cores;
	const seat = { driver, policy, lookMeanNs: 20_000, planAhead: 2 };
	return { scenario, seed: SEED, pace, seats: Array.from({ length: cores.length + 1 }, () => seat) };
}
