import type { Policy } from "../sim/chip/policy.ts";
import { serialFirst } from "./experts/amdahl.ts";
import {
	anyBatches,
	batches,
	fewItemsFirst,
	rightBatches,
	smallJobsFirst,
	wrongBatches,
} from "./experts/asymmetric.ts";
import { slowEnough } from "./experts/big-little.ts";
import { keepWarm } from "./experts/cache-affinity.ts";
import { sharedWithCare } from "./experts/false-sharing.ts";
import { apartInTime } from "./experts/interference.ts";
import {
	evenOut,
	firstFound,
	guessWhere,
	stayHome,
	stealLongest,
	stealLongestShortFirst,
} from "./experts/load-balancing.ts";
import { oneCorePerLock } from "./experts/locks.ts";
import { criticalPathFirst, criticalPathLast } from "./experts/parallel-work.ts";
import { isolationForTheRisky } from "./experts/processes-threads.ts";
import { rushed } from "./experts/rush-hour.ts";
import { shortFirst } from "./experts/scheduling-policy.ts";
import { whatFits } from "./experts/shared-cache.ts";
import { bigSlow, clocked, memoryToLittle, urgentToBig, urgentToLittle } from "./naive/clusters.ts";
import { always, guess, guessAtNeed, inTurn, nextWithRoom } from "./naive/dealing.ts";
import {
	dedicated,
	inheriting,
	streamsLast,
	throttled,
	urgentFirst,
	urgentYields,
} from "./naive/isolation.ts";
import { evenQueues, shortMoves } from "./naive/moving.ts";
import {
	byAlphabet,
	fixedHome,
	halfApart,
	halfHome,
	halfSafe,
	homeSafe,
	homeShorter,
	neighbourly,
	scattered,
} from "./naive/one-rule.ts";
import { longNext, makeWay, shorterOfTwo } from "./naive/ordering.ts";
import { isolateAll, isolateRisky, isolateSafe } from "./naive/processes.ts";
import { dueFirst, urgentFront } from "./naive/rushing.ts";
import { lineBeginner, longestTask, planAhead, shortestTask, waitAndSee } from "./naive/taking.ts";
import { affinity } from "./textbook/affinity.ts";
import { di } from "./textbook/di.ts";
import { eas } from "./textbook/eas.ts";
import { edf } from "./textbook/edf.ts";
import { fifo } from "./textbook/fifo.ts";
import { home } from "./textbook/home.ts";
import { list } from "./textbook/list.ts";
import { lottery } from "./textbook/lottery.ts";
import { lpt } from "./textbook/lpt.ts";
import { mlfq } from "./textbook/mlfq.ts";
import { priority } from "./textbook/priority.ts";
import { random } from "./textbook/random.ts";
import { rr } from "./textbook/rr.ts";
import { sjf } from "./textbook/sjf.ts";
import { stcf } from "./textbook/stcf.ts";
import { steal, stealEvery } from "./textbook/steal.ts";

/** Families of policies, whose names have a whole number at the end, as in `affinity:500000`. */
const FAMILIES: Readonly<Record<string, (parameter: number) => Policy>> = {
	affinity,
	di,
	steal: stealEvery,
	always,
	clocked,
	batches,
};

/** Those of the field, which know no lesson. */
export const TEXTBOOK: readonly Policy[] = [
	random,
	fifo,
	rr,
	list,
	sjf,
	stcf,
	lpt,
	priority,
	edf,
	mlfq,
	lottery,
	home,
	steal,
	affinity(500_000, "affinity"),
	di(2, "di"),
	eas,
];

/** Every policy of fixed name. A new one takes a file and a line here. */
export const POLICIES: readonly Policy[] = [
	...TEXTBOOK,
	inTurn,
	nextWithRoom,
	guess,
	guessAtNeed,
	waitAndSee,
	planAhead,
	longestTask,
	lineBeginner,
	shortestTask,
	criticalPathFirst,
	criticalPathLast,
	evenOut,
	firstFound,
	guessWhere,
	evenQueues,
	shortMoves,
	stayHome,
	stealLongest,
	stealLongestShortFirst,
	serialFirst,
	oneCorePerLock,
	keepWarm,
	whatFits,
	apartInTime,
	bigSlow,
	memoryToLittle,
	urgentToLittle,
	urgentToBig,
	urgentFirst,
	streamsLast,
	urgentYields,
	throttled,
	dedicated,
	inheriting,
	shortFirst,
	halfHome,
	fixedHome,
	scattered,
	byAlphabet,
	neighbourly,
	homeShorter,
	halfApart,
	homeSafe,
	halfSafe,
	shorterOfTwo,
	makeWay,
	longNext,
	sharedWithCare,
	isolationForTheRisky,
	isolateRisky,
	isolateAll,
	isolateSafe,
	slowEnough,
	rightBatches,
	wrongBatches,
	fewItemsFirst,
	smallJobsFirst,
	anyBatches,
	rushed,
	dueFirst,
	urgentFront,
];

/** The policy of that name, families included; undefined if there is none. */
export function findPolicy(id: string): Policy | undefined {
	const known = POLICIES.find((policy) => policy.id === id);
	if (known !== undefined) return known;
	const [, name = "", parameter = ""] = /^([a-z]+):(\d{1,9})$/.exec(id) ?? [];
	return FAMILIES[name]?.(Number(parameter));
}

/** The policy of that name. Throws if there is none; names from outside are checked where they come in. */
export function policyById(id: string): Policy {
	const policy = findPolicy(id);
	if (policy === undefined)
		throw new Error(`no policy ${id}; there are ${POLICIES.map((known) => known.id).join(", ")}`);
	return policy;
}
