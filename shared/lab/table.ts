import { amdahl } from "./amdahl.ts";
import { arrivals } from "./arrivals.ts";
import { cache } from "./cache.ts";
import { deadlines } from "./deadlines.ts";
import { equal } from "./equal.ts";
import type { FamilyId, ProgramFamily } from "./family.ts";
import { inversion } from "./inversion.ts";
import { lock } from "./lock.ts";
import { messages } from "./messages.ts";
import { neighbours } from "./neighbours.ts";
import { race } from "./race.ts";
import { sharing } from "./sharing.ts";
import { streams } from "./streams.ts";

/** All kinds of program of the lab. A new one takes a file, a line here, an id, and its words in the dictionaries. */
export const FAMILIES: Readonly<Record<FamilyId, ProgramFamily>> = {
	equal,
	amdahl,
	arrivals,
	lock,
	race,
	cache,
	streams,
	neighbours,
	sharing,
	messages,
	deadlines,
	inversion,
};
