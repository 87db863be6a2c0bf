import "./no-eval.ts";
import { z } from "zod";
import { roundLogFile } from "#shared/round/round-file.ts";
import { commandFile } from "#shared/sim/chip/command-file.ts";
import type { RoundMemory } from "./round-memory.ts";

const memory = z.strictObject({
	played: z.array(roundLogFile).max(8),
	hint: z
		.strictObject({ round: z.string(), turn: z.int().min(0), command: commandFile, text: z.string() })
		.optional(),
});

/** undefined if the text is no memory of this version: somebody edited it, or an older page wrote it. */
export function parseMemory(stored: string): RoundMemory | undefined {
	try {
		return memory.safeParse(JSON.parse(stored)).data;
	} catch {
		return undefined;
	}
}
