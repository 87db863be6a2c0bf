import type { z } from "zod";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import type { classEventFile } from "./class-event-file.ts";

/**
 * Everything that happens to a class, in order; its state is a fold of these (`class-state.ts`). `turn`: number
 * of closed turns of the current round. An event is journalled before anyone is told of it.
 */
export type ClassEvent = DeepReadonly<z.infer<typeof classEventFile>>;

/** An event without its turn. */
export type ClassFact = WithoutTurn<ClassEvent>;

/** A student's seat: which chip of the round, and which seat on it (0 scheduler, k core k - 1). */
export type SeatPlace = Extract<ClassEvent, { type: "seated" }>["place"];

type WithoutTurn<Event> = Event extends ClassEvent ? Omit<Event, "turn"> : never;
