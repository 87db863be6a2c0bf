import { ok, type Result, refuse } from "../lib/result.ts";
import { openChip, type RoundLog } from "./round.ts";
import { type PlayedChip, playChip, type Simulation, simulation } from "./simulation.ts";

/** A round that was played, with the simulation that played it: all that it takes to play it again. */
export type RecordedRound = RoundLog & {
	readonly simulation: Simulation;
	/** Opens the chip with that index at time 0. */
	readonly open: (chip: number) => PlayedChip;
};

/** A round of the present version. Opening a chip of another version's round throws. */
export function presentRound(log: RoundLog): RecordedRound {
	return { ...log, simulation, open: (chip) => playChip(openChip(log.header, chip)) };
}

/**
 * A round of the version of its `own` simulation, which alone understands its scenarios, policies and commands. Refuses with one
 * sentence for each fault, with the path of the field.
 */
export function readRound(log: RoundLog, own: Simulation): Result<RecordedRound, readonly string[]> {
	const { seed, chips } = log.header;
	const openers = chips.map(({ scenario, seats }) => own.read({ scenario, seed, pace: "human", seats }));
	const commands = log.commands.map(({ command }) => own.readCommand(command));
	const faults = [
		...openers.flatMap((opener, chip) =>
			opener.ok ? [] : opener.reason.map((reason) => `header.chips.${chip}.${reason}`),
		),
		...commands.flatMap((command, index) => (command.ok ? [] : `commands.${index}: ${command.reason}`)),
	];
	if (faults.length > 0) return refuse(faults);
	return ok({
		...log,
		simulation: own,
		open: (chip) => {
			const opener = openers[chip];
			if (opener?.ok !== true) throw new Error(`the round has no chip ${chip}`);
			return opener.value();
		},
	});
}
