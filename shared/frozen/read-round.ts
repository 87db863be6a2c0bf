import { ok, type Result, refuse } from "../lib/result.ts";
import type { RecordedRound } from "../round/recorded-round.ts";
import type { RoundLog } from "../round/round.ts";
import type { Simulation } from "../round/simulation.ts";

/**
 * A round of the version of `simulation`, which alone understands its scenarios, policies and commands. Refuses with one
 * sentence for each fault, with the path of the field.
 */
export function readRound(log: RoundLog, simulation: Simulation): Result<RecordedRound, readonly string[]> {
	const { seed, chips } = log.header;
	const openers = chips.map(({ scenario, seats }) =>
		simulation.read({ scenario, seed, pace: "human", seats }),
	);
	const commands = log.commands.map(({ command }) => simulation.readCommand(command));
	const faults = [
		...openers.flatMap((opener, chip) =>
			opener.ok ? [] : opener.reason.map((reason) => `header.chips.${chip}.${reason}`),
		),
		...commands.flatMap((command, index) => (command.ok ? [] : `commands.${index}: ${command.reason}`)),
	];
	if (faults.length > 0) return refuse(faults);
	return ok({
		...log,
		open: (chip) => {
			const opener = openers[chip];
			if (opener?.ok !== true) throw new Error(`the round has no chip ${chip}`);
			return opener.value();
		},
	});
}
