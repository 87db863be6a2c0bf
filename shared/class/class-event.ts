import type { z } from "zod";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import type { classEventFile } from "./class-event-file.ts";

/**
 * Everything that ever happens to a class, in order: its state is a fold of these (`class-state.ts`).
 * `turn` is how many turns of the current round are closed. Journalled before it is told to anyone.
 */
export type ClassEvent = DeepReadonly<z.infer<typeof classEventFile>>;

/** What happened, without when. */
export type ClassFact = WithoutTurn<ClassEvent>;

/** Seat of a student: which chip of the round, and which seat on it (0 scheduler, k core k - 1). */
export type SeatPlace = Extract<ClassEvent, { type: "seated" }>["place"];

type WithoutTurn<Event> = Event extends ClassEvent ? Omit<Event, "turn"> : never;
