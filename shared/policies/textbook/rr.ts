import type { Policy } from "../../sim/chip/policy.ts";
import { fifo } from "./fifo.ts";

/** Round robin: first in, first out, for one quantum each; then to the end of the queue. */
export const rr: Policy = { ...fifo, id: "rr", slices: true };
