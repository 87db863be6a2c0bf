import type { z } from "zod";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import type { roundOutcomeFile } from "./outcome-file.ts";

/** Outcome of a round by chip, and the references of its scores. */
export type RoundOutcome = DeepReadonly<z.infer<typeof roundOutcomeFile>>;

/** Outcome of a chip in a round; everything in it comes from the simulation. */
export type ChipOutcome = RoundOutcome["chips"][number];

/** A reference value, measured on the same scenario and seed. */
export type Reference = RoundOutcome["references"][number]["naive"];

/** What of a chip's outcome depends on its round: the score, the side, and who played. */
export type OfRound = "score" | "side" | "held" | "played";
