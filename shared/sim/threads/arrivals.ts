import { at, idAt, numberAt } from "../../lib/assert.ts";
import { nextState } from "../../lib/random.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { type Chip, NONE, type ReadonlyChip, type Thread } from "../chip/chip.ts";
import { factorOf, wholeNs } from "../chip/draw.ts";
import type { EventSink } from "../chip/event.ts";
import type { Job } from "../chip/job-state.ts";
import { BY_ITSELF, createJob } from "../chip/jobs.ts";
import { setTimer } from "../chip/timers.ts";
import type { Spread } from "../scenario/spread.ts";

/** Starts the chains, processes and clients of the scenario, at time 0. */
export function beginArrivals(chip: Chip, sink: EventSink | undefined): void {
	chip.scenario.arrivals.forEach((arrival, index) => {
		if (arrival.type === "chain") extendChain(chip, index, [], sink);
		else if (arrival.type === "process") waitFor(chip, index, arrival.gapNs, arrival.gaps);
		else if (arrival.type === "clients")
			for (let client = 0; client < arrival.clients; client++)
				waitFor(chip, index, arrival.thinkNs, arrival.thinking);
	});
}

/** Creates the timed jobs that are due at `chip.nowNs`. */
export function admitArrivals(chip: Chip, sink: EventSink | undefined): void {
	const { arrivals } = chip.scenario;
	while (chip.nextArrival < chip.timed.length) {
		const arrival = at(arrivals, idAt(chip.timed, chip.nextArrival));
		if (arrival.type !== "at" || arrival.atNs > chip.nowNs) break;
		chip.nextArrival++;
		createJob(chip, arrival.job, BY_ITSELF, sink);
	}
}

/** When the next timed arrival is due; NEVER_NS if none is left. */
export function nextArrivalNs(chip: ReadonlyChip): number {
	const index = chip.timed[chip.nextArrival];
	const arrival = index === undefined ? undefined : chip.scenario.arrivals[index];
	return arrival?.type === "at" ? arrival.atNs : NEVER_NS;
}

/** Creates the next job of a process, or of a client that has finished thinking. */
export function bringJob(chip: Chip, index: number, sink: EventSink | undefined): void {
	const arrival = at(chip.scenario.arrivals, index);
	if (arrival.type !== "process" && arrival.type !== "clients") return;
	const scale = factorOf(drawState(chip, index), arrival.work);
	if (arrival.type === "process") {
		chip.arrivalLeft[index] = numberAt(chip.arrivalLeft, index) - 1;
		if (numberAt(chip.arrivalLeft, index) > 0) waitFor(chip, index, arrival.gapNs, arrival.gaps);
	}
	const client = arrival.type === "clients" ? index : NONE;
	createJob(chip, arrival.job, { chain: NONE, client, after: BY_ITSELF.after, scale }, sink);
}

/** The client whose job is done starts thinking again. */
export function releaseClient(chip: Chip, job: Job): void {
	if (job.client === NONE) return;
	const arrival = at(chip.scenario.arrivals, job.client);
	if (arrival.type === "clients") waitFor(chip, job.client, arrival.thinkNs, arrival.thinking);
}

/** Creates the next job of a chain; its threads wait for `after`. */
export function extendChain(
	chip: Chip,
	chain: number,
	after: readonly Thread[],
	sink: EventSink | undefined,
): void {
	const arrival = at(chip.scenario.arrivals, chain);
	if (arrival.type !== "chain") return;
	const started = numberAt(chip.chainStarted, chain);
	chip.chainStarted[chain] = started + 1;
	createJob(
		chip,
		numberAt(arrival.jobs, started % arrival.jobs.length),
		{ chain, client: NONE, after, scale: 1 },
		sink,
	);
}

function waitFor(chip: Chip, index: number, meanNs: number, spread: Spread): void {
	const ns = spread === "fixed" ? meanNs : wholeNs(meanNs * factorOf(drawState(chip, index), spread));
	setTimer(chip, chip.nowNs + ns, "arrival", index);
}

function drawState(chip: Chip, index: number): number {
	const state = nextState(numberAt(chip.arrivalRandom, index));
	chip.arrivalRandom[index] = state;
	return state;
}
