import type { z } from "zod";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import type { roundOutcomeFile } from "./outcome-file.ts";

/** What came of a round, by chip, and what its scores are held against. */
export type RoundOutcome = DeepReadonly<z.infer<typeof roundOutcomeFile>>;

/** What a chip did in a round; all from the simulation, nothing else. */
export type ChipOutcome = RoundOutcome["chips"][number];

/** A reference that the round is held against, measured on the same scenario and seed. */
export type Reference = RoundOutcome["references"][number]["naive"];
