import { LOCK_ROWS } from "./lock-rows.ts";
import { MEMORY_ROWS } from "./memory-rows.ts";
import { OSTEP_ROWS } from "./ostep-rows.ts";
import { PARALLEL_ROWS } from "./parallel-rows.ts";
import { PROPERTY_ROWS } from "./property-rows.ts";
import { QUEUEING_ROWS } from "./queueing-rows.ts";
import type { ValidationRow } from "./row.ts";
import { SCHEDULING_ROWS } from "./scheduling-rows.ts";
import { SPEEDUP_ROWS } from "./speedup-rows.ts";
import { WORKSHEET_ROWS } from "./worksheet-rows.ts";

const NUMBERED: readonly ValidationRow[] = [
	...SPEEDUP_ROWS,
	...SCHEDULING_ROWS,
	...QUEUEING_ROWS,
	...MEMORY_ROWS,
	...LOCK_ROWS,
	...PARALLEL_ROWS,
	...PROPERTY_ROWS,
].sort((left, right) => Number(left.id) - Number(right.id));

/** The validation table, by number: what simulation and formulas must give according to the literature. */
export const ROWS: readonly ValidationRow[] = [...NUMBERED, ...OSTEP_ROWS, ...WORKSHEET_ROWS];
