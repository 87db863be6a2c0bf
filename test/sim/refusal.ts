import { expect } from "vitest";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { Command } from "#shared/sim/chip/command.ts";

/** Why the chip refuses the command, which must have changed nothing. */
export function refusal(chip: Chip, seat: number, command: Command): string {
	const before = checksum(chip);
	const result = applyCommand(chip, seat, command);
	expect(result.ok).toBe(false);
	expect(checksum(chip)).toBe(before);
	return result.ok ? "done" : result.reason;
}
