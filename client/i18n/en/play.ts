import type { Refusal } from "#shared/protocol/down.ts";
import type { GoneReason } from "../../net/connection-state.ts";
import { counted, number, seconds } from "../base/format.ts";
import { refusalWords } from "./chip.ts";

export const playWords = {
	title: "Play",
	connecting: "Finding your seat …",
	replaying: "Catching up with the class …",
	reconnecting: "The connection is lost. Trying again …",
	botPlayed: "Welcome back. Your bot played for you.",
	botPlays: "Your bot is playing. Touch anything to take over.",
	botFor: (name: string) => `${name} (bot)`,

	lobbyTitle: (name: string) => `You are in, ${name}`,
	lobbyText: "Wait for your teacher to start. Keep this page open.",
	lobbyPractice: "Everyone else is a bot. Start when you are ready.",
	lobbyWho: (count: number) => `${counted(count, "student", "students")} here`,
	you: "you",
	away: "away",
	seatsTitle: "The two kinds of seats",
	schedulerSeat: "Scheduler",
	schedulerText:
		"Deals tasks from the shared queue to the cores, moves waiting ones on, and says in which order the queue stands.",
	coreSeat: "Core",
	coreText:
		"Runs tasks. Plans its next ones ahead, so that it never stands still, and takes work from neighbours.",
	seatYours: (seat: string, chip: number) => `You are ${seat} of chip ${chip}.`,
	seatSoon: "You get your seat when the first lesson starts.",
	scheduler: "the scheduler",
	core: (core: number) => `core ${core}`,

	waitBrief: "Your teacher starts when everyone has read this.",
	waitPlay: "Play starts when your teacher says so.",
	noSeat: "You get a seat in the next round. Until then, watch.",

	paused: "Paused",
	pausedText: "The clock stands still. Nothing is lost.",
	endedTitle: "The class is over",
	endedText: "Thank you for playing.",
	endedHome: "Go to the start page",

	part: (part: 0 | 1, side: string) => (part === 0 ? `First play: ${side}` : `Second play: ${side}`),
	round: (round: number) => `Round ${round}`,
	dilation: "1 s here = 1 ms of a real chip",
	timeLeft: "Time left",
	jobsDone: (jobs: number) => (jobs === 1 ? "job done" : "jobs done"),
	tasksDone: (tasks: number) => (tasks === 1 ? "task done" : "tasks done"),
	speedup: "one core",
	busy: "cores busy",
	code: "room code",
	soundOn: "Sound on",
	soundOff: "Sound off",
	help: "Help",
	settings: "Your time to decide",
	windowS: (lengthS: number) => `${number(lengthS, 1)} s`,
	close: "Close",
	more: "More",

	yourCore: "Your core",
	running: (left: string) => `Running. ${left} left.`,
	switching: "Switching to the next task.",
	free: "Your core is free: pick a task",
	freeCountdown: "until your bot picks",
	freeAsk: "Your core is free: ask for a batch",
	freeAskCountdown: "until your bot asks",
	idleSerial: "Waiting: a serial part runs on another core.",
	idleNothing: "Nothing to do right now.",
	idleBlocked: "Waiting: no task can start yet.",
	idleWorkWaits: "Idle although work waits.",
	spinning: "Spinning: somebody else holds the lock.",

	myQueue: "Your next tasks",
	myQueueEmpty: "Nothing planned. Plan ahead: a planned task starts without waiting.",
	sending: "sending",
	notReady: "not ready yet",
	earlier: "Earlier",
	later: "Later",
	giveBack: "Give back",
	task: (lengthS: number) => `Task of ${seconds(lengthS)}`,
	serial: (lengthS: number) => `Serial part of ${seconds(lengthS)}`,

	take: "Take",
	takeSelected: (lengthS: number) => `the ${seconds(lengthS)} one`,
	takeFirst: "first in queue",
	takeNothing: "queue is empty",
	takeUnfit: "nothing that your core can do",
	steal: "Steal",
	stealTitle: "Steal from which core?",
	candidateSpoken: "gives you a task of",
	candidateNone: "nothing",
	candidateWarm: "warm",
	candidateLoads: (lengthS: number) => `loads ${seconds(lengthS)}`,
	yield: "Yield",
	yieldHow: "put task back",
	signalTitle: "Tell your chip",

	cores: "Deal to a core",
	dealFirst: "The first task goes to the core that you choose.",
	dealSelected: (lengthS: number) => `The ${seconds(lengthS)} task goes to the core that you choose.`,
	moveTo: "Move to a core",
	moveSelected: (lengthS: number, from: string) =>
		`The ${seconds(lengthS)} task of ${from} goes to the core that you choose.`,
	moveNothing: "No task waits at a core right now.",
	moveHow: "Choose a waiting task, then the core for it.",
	waitsAt: (core: string) => `Waits at ${core}`,
	takeBack: "Back to the shared queue",
	dealNothing: "The shared queue is empty: tasks arrive soon.",
	rule: "Order of the shared queue",
	rules: { arrival: "As they come", longestFirst: "Longest first", shortestFirst: "Shortest first" },

	ask: "Ask for a batch",
	askHow: "Choose how many items your next batch has.",
	askFor: (count: number, job: string) => `${counted(count, "item", "items")} of ${job}`,
	askNothing: "No job waits. The next ones come soon.",
	askedAhead: "Asked: your batch is on its way.",
	askedEnough: "Your next batch waits at your core.",
	misfit: (times: number) => `takes your core ${number(times)} times as long`,
	jobOrder: "Order of the jobs",
	jobOpen: "now",
	orderHow: "Cores get batches of the first job of each kind. Touch a job to put it first.",
	myBatchesEmpty: "No batch waits here. Ask ahead: the next one then begins without waiting.",

	causes: "Where your time went",
	causesChip: "Where the cores’ time went",
	causesNone: "Nothing yet.",

	helpTitle: "What you can do",
	helpTouch: "Touch or drag: choose a task, then the core or the queue that it shall go to.",
	keys: {
		core: [
			["1 – 9", "put that task of the shared queue into your queue"],
			["T", "take the chosen or the first task"],
			["J / K", "choose the next or the previous task"],
			["S", "steal from the neighbour with most work"],
			["Y", "yield: put your task back into your queue"],
			["U", "give your last planned task back"],
			["+ / −", "move the chosen task earlier or later"],
			["W", "another way for your next task"],
			["1 – 8", "where you ask for batches: ask for that size, your own kind first"],
		],
		scheduler: [
			["1 – 9", "deal or move the chosen task to that core, else deal the first one"],
			["1 – 9", "where jobs wait in order: put that job first of its kind"],
			["J / K", "choose the next or the previous task"],
			["U", "take the chosen task back from its core"],
			["O", "change the order of the shared queue"],
			["Esc", "undo the choice"],
		],
		both: [
			["N F L G", "signals: need work, full, long ones, thanks"],
			["H", "a hint, when you practise"],
			["M", "sound on or off"],
			["?", "this help"],
		],
	},

	next: "Next",
	start: "Start",
	pause: "Pause",
	resume: "Go on",
	skip: "Finish the round",
	repeat: "Again, same seed",
	newSeed: "New seed",
	end: "End",
} as const;

export const debugWords = {
	title: "Debug",
	tick: "tick",
	checksum: "checksum",
	roundTrip: "round trip",
	pending: "pending",
	behind: "behind",
} as const;

/** Why something that a player wanted changed nothing. */
export const allRefusalWords: Record<Refusal, string> = {
	...refusalWords,
	malformed: "The server did not understand that. Reload the page if it happens again.",
	badName: "This name cannot be used.",
	stale: "That came too late: your screen was behind.",
	notNow: "That is not possible right now.",
	notAllowed: "This lesson does not use that.",
	alreadyAnswered: "You have answered this question already; the first answer counts.",
	tooMany: "That was too much at once. Slow down a little.",
};

/** What came after its phase had closed. */
export const lateWords = {
	predict: "Too late: the class plays already, so this prediction does not count.",
	answer: "Too late: the class has moved on, so this answer does not count.",
} as const;

/** Why this page is out of the class, and what can be done about it. */
export const goneWords: Record<
	GoneReason,
	{ readonly title: string; readonly text: string; readonly act: string }
> = {
	ended: {
		title: "The class is over",
		text: "Thank you for playing.",
		act: "Go to the start page",
	},
	elsewhere: {
		title: "You play somewhere else now",
		text: "This seat is open in another tab or on another device.",
		act: "Play here instead",
	},
	reload: {
		title: "There is a newer Coretet",
		text: "Load this page again to go on. Your seat is kept.",
		act: "Load again",
	},
	silent: {
		title: "You were away for a while",
		text: "Your bot plays for you until you are back.",
		act: "Come back",
	},
	removed: {
		title: "You are out of this class",
		text: "Your teacher has removed you. You may join again with another name.",
		act: "Join again",
	},
	blocked: {
		title: "You are out of this class",
		text: "Your teacher has removed you. Talk to your teacher if you want to come back.",
		act: "Go to the start page",
	},
	noSeat: { title: "You have no seat here yet", text: "Join with the code and a name.", act: "Join" },
	refused: { title: "This does not work", text: "", act: "Go to the start page" },
};
