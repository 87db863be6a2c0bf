import type { RefusalReason, Signal } from "#shared/sim/chip/command.ts";
import type { ChipLabels, TokenFacts } from "../../present/labels.ts";
import { counted, number, seconds } from "../base/format.ts";

/** Why a command did nothing, one sentence each. */
export const refusalWords: Record<RefusalReason, string> = {
	roundOver: "The round is over.",
	notYourSeat: "Another core has that task already.",
	noSuchThread: "That task is not there yet.",
	noSuchCore: "There is no such core.",
	noSuchJob: "There is no such job.",
	noSuchProcess: "There is no such program.",
	noSuchLock: "There is no such lock.",
	noSuchWay: "That task cannot be done in that way.",
	noSuchPoint: "That core has no such speed.",
	alreadyStarted: "Too late: that task has begun already.",
	alreadyRunning: "Too late: that task is already running.",
	alreadyDone: "Too late: that task is already done.",
	notPlanned: "That task is in no run queue.",
	notCrashed: "That program has not crashed.",
	queueFull: "That run queue is full.",
	queueEmpty: "The shared queue is empty.",
	noneToDeal: "No task of that job is in the shared queue.",
	nothingToSteal: "That core has nothing to take.",
	nothingRunning: "Your core runs nothing that it could put back.",
	tooMuch: "There is not that much cache left to give.",
	cannotRunThere: "That core cannot run that task.",
	notDivisible: "That task is not cut into batches.",
	notYetReady: "That job waits for another one.",
	notFirst: "Another job of that kind comes first.",
	askedEnough: "Your core has asked for as many batches as it may.",
	isMaster: "The master hands out batches and gets none.",
	batchStays: "A batch stays with the core that asked for it.",
	schedulerDeals: "The scheduler deals these.",
};

/** What the fixed signals say, as buttons and in speech bubbles. */
export const signalWords: Record<Signal, string> = {
	needWork: "Need work",
	full: "I am full",
	longOnes: "Long ones!",
	thanks: "Thanks",
};

const kinds = {
	serial: "serial part",
	parallel: "task",
	locking: "task with a lock",
	dividing: "job in batches",
} as const;

const spokenStates = {
	run: "running",
	cold: "running on a cold cache",
	bus: "waiting for the memory bus",
	sharing: "waiting for a line that others write",
	switch: "switching",
	handOut: "handing out",
	spin: "spinning on a lock",
	workWaits: "idle although work waits",
	serial: "idle while a serial part runs",
	blocked: "idle, all work is blocked",
	nothing: "idle, nothing to do",
	asleep: "asleep",
} as const;

/** Every word that the drawing of a chip shows or says. */
export const chipLabels: ChipLabels = {
	chip: "The chip",
	sharedQueue: "Shared queue",
	next: "Next",
	privateCache: "Private cache",
	program: "Program",
	scheduler: "Scheduler",
	you: "YOU",
	bot: "Bot",
	yourMove: "your move",
	jobsDone: "jobs done",
	tasksDone: "tasks done",
	empty: "empty",
	decimalMark: ".",
	coreShort: (core) => `C${core}`,
	states: {
		run: "RUN",
		cold: "COLD CACHE",
		bus: "BUS WAIT",
		sharing: "LINE TAKEN",
		switch: "SWITCH",
		handOut: "HAND OUT",
		spin: "SPIN",
		workWaits: "WORK WAITS",
		serial: "SERIAL",
		blocked: "BLOCKED",
		nothing: "NOTHING",
		asleep: "ASLEEP",
	},
	kinds,
	orders: { arrival: "as they come", longestFirst: "longest first", shortestFirst: "shortest first" },
	signals: signalWords,
	speakCore: ({ number: core, name, own, state, task, planned, decides }) => {
		const who = own ? `Core ${core}, you` : `Core ${core}, ${name}`;
		const what =
			task === undefined
				? spokenStates[state]
				: `${spokenStates[state]}: ${kinds[task.kind]} of ${seconds(task.seconds)}, ${task.percent} %`;
		const plan = planned === 0 ? "nothing planned" : `${number(planned)} planned`;
		return `${who}: ${what}, ${plan}${decides ? ", waits for a decision" : ""}`;
	},
	speakToken: (facts) =>
		`${capital(kinds[facts.kind])} of ${seconds(facts.seconds)}${facts.data === undefined ? "" : `, letter ${facts.data}`}, ${
			facts.ready ? "ready" : "not ready yet"
		}${marksOf(facts)}, ${whereOf(facts)}${facts.pending ? ", being sent" : ""}`,
	saySerialStarts: "A serial part starts.",
	sayJobDone: (done) => `${counted(done, "job", "jobs")} done.`,
	sayYouStarted: (kind, lengthS) => `You started a ${kinds[kind]} of ${seconds(lengthS)}.`,
	sayYouFinished: (lengthS) => `You finished ${seconds(lengthS)} of work.`,
	sayYourMove: "Your core is free: pick a task.",
	sayPlannedForYou: (lengthS, who) => `${who} gave you a task of ${seconds(lengthS)}.`,
	sayStolenFromYou: (lengthS, who) => `${who} took a task of ${seconds(lengthS)} from you.`,
	saySignal: (who, signal) => `${who}: ${signalWords[signal]}`,
	sayRefused: (reason) => refusalWords[reason],
	sayRoundOver: "The round is over.",
};

function marksOf({ alarm, risky, rare, followers }: TokenFacts): string {
	const deadline = alarm === undefined ? "" : alarm === "late" ? ", late" : ", due soon";
	return `${deadline}${risky ? ", may crash" : ""}${rare ? ", only some cores can do it" : ""}${followers > 0 ? `, ${followers} in a line wait for it` : ""}`;
}

function whereOf({ core, place }: TokenFacts): string {
	return core === undefined
		? `number ${place} in the shared queue`
		: `number ${place} in the queue of core ${core}`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
