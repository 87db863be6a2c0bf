import type { Phase } from "#shared/class/phase.ts";
import type { PlanSwitches } from "#shared/lessons/plan-switches.ts";
import type { SteerAction } from "#shared/protocol/up.ts";
import { counted, fixed, list, number, percent } from "../base/format.ts";

export const teachWords = {
	title: "Teach",
	roundsLink: "Rounds and homework",
} as const;

export const signInWords = {
	lead: "Open the sign-in link that the server printed when it started. It works once and signs in this browser.",
	how: "Cannot open the link here? Type or paste the token, the part after “#token=”.",
	token: "Sign-in token",
	submit: "Sign in",
	busy: "Signing in …",
	missing: "Type the token of the sign-in link.",
	again: "No link at hand? Start the server again: every start prints a new one.",
} as const;

export const openWords = {
	title: "Open a class",
	lead: "Take a ready plan, or choose the lessons and their order. Everybody joins with one code.",
	plans: "Ready plans",
	firstLook: "First look",
	session: (form: "short" | "full", session: number, of: number) =>
		`${form === "short" ? "Short course" : "Full course"}${of === 1 ? "" : `, ${session} of ${of}`}`,
	switchTitle: "In every lesson",
	switches: {
		secondPlay: {
			name: "Second play",
			about: "Once more with what one knows. In a lesson with two sides this is its second part.",
		},
		discussion: {
			name: "Discussion",
			about: "Before play students talk about their predictions, and may commit again.",
		},
		ownDecisions: {
			name: "Own decisions",
			about: "After play students look at moments and decisions of their own.",
		},
	} satisfies Record<keyof PlanSwitches, { name: string; about: string }>,
	level: "Level",
	include: (title: string) => `Play ${title}`,
	earlier: (title: string) => `Move ${title} earlier`,
	later: (title: string) => `Move ${title} later`,
	minutes: (minutes: number) => `${number(minutes)} min`,
	total: (minutes: number, settle: number) =>
		`About ${counted(minutes, "minute", "minutes")}, ${number(settle)} of them for coming in.`,
	fits: (period: number) => `Fits ${number(period)} minutes.`,
	fitsNone: (period: number) => `Longer than ${number(period)} minutes.`,
	submit: "Open class",
	busy: "Opening …",
	none: "Choose one lesson at least.",
} as const;

/** How far a class is into its plan. */
export const planWords = {
	title: "Plan",
	lessons: "Lessons of the plan",
	planned: (title: string, from: number, to: number) => `${title}: minutes ${from} to ${to}`,
	now: (minutes: number, total: number) => `Minute ${number(minutes)} of ${number(total)}`,
	onTime: (_: number) => "on time",
	ahead: (minutes: number) => `${counted(minutes, "minute", "minutes")} ahead of the plan`,
	behind: (minutes: number) => `${counted(minutes, "minute", "minutes")} behind the plan`,
} as const;

export const classesWords = {
	title: "Open classes",
	none: "No class is open.",
	students: (count: number) => counted(count, "student", "students"),
	go: "Go to desk",
} as const;

export const deskWords = {
	title: (code: string) => `Desk ${code}`,
	back: "All classes",
	joinAt: "Join at",
	code: "Class code",
	qr: (address: string) => `QR code that leads to ${address}`,
	projector: "Open projector",
	phases: "Phases",
	lessonOf: (index: number, count: number) => `Lesson ${index + 1} of ${number(count)}`,
	timeLeft: "left",
	pausedNow: "Paused",
	controls: "Control the class",
	students: "Students",
	studentCount: (count: number) => counted(count, "student", "students"),
	noStudents: "Nobody has joined yet. Show the code.",
	waiting: "Waiting for a seat",
	scheduler: "Scheduler",
	core: (core: number) => `Core ${core}`,
	presence: { away: "away", silent: "bot plays", undecided: "has not predicted" },
	chips: "Chips",
	busy: "cores busy",
	done: "tasks done",
	jobs: "jobs done",
	speedup: "times one core",
	committed: "committed",
	bots: (count: number) => counted(count, "bot", "bots"),
	onlyBots: (count: number) => `Only bots: ${number(count)}`,
	manage: "Rename or remove",
	newName: "Another name",
	rename: "Rename",
	keep: "Cancel",
	remove: "Remove",
	removeAndBlock: "Remove and block",
	removeText:
		"Who is removed may join again with the code. Who is blocked cannot come back with this seat or this name; lock the class to keep out everybody new.",
	hints: "What needs help",
	noHints: "Nothing to help with just now.",
	locked: "The class is locked: nobody new can join.",
	connecting: "Connecting to the class …",
	reconnecting: "The connection was lost. Trying again …",
	endTitle: "End this class?",
	endText: "Everybody is sent away, and the code stops working. Rounds that were played are kept.",
	endYes: "End class",
	endNo: "Keep going",
	ended: "This class has ended. Its rounds are kept.",
	gone: {
		ended: "This class has ended. Its rounds are kept.",
		elsewhere: "This desk is open in another tab.",
		reload: "The server runs a newer version. Reload this page.",
		removed: "This desk is not connected.",
		blocked: "This desk is not connected.",
		silent: "The server heard nothing for too long.",
		noSeat: "This desk is not connected.",
	},
	signInFirst: "Sign in to see this desk",
	comeBack: "Connect again",
	reload: "Reload",
} as const;

/** What the one next step is called, by the phase that it leaves. */
export const nextStepWords: Record<Phase, string> = {
	lobby: "Start the lesson",
	brief: "Collect predictions",
	predict: "Start play",
	play: "End and explain",
	explain: "Next lesson",
	ended: "",
};

export const steerWords: Record<SteerAction, string> = {
	next: "Next",
	pause: "Pause",
	resume: "Resume",
	skip: "Skip lesson",
	repeat: "Play again with what you know",
	newSeed: "Another round",
	end: "End class",
	lock: "Lock",
	unlock: "Unlock",
	generateNames: "Made-up names only",
	freeNames: "Allow own names",
	ask: "Ask the class",
	askNoMore: "Stop asking",
};

/** What a button of the desk does, where its word is too short to say it. */
export const steerHints: Partial<Record<SteerAction, string>> = {
	ask: "Six questions, optional and without names: what has the class learned?",
	pause: "Stops the clock for everybody.",
	skip: "Goes on to the next lesson without finishing this one.",
	repeat: "The same tasks and seed once more, in the same seats.",
	newSeed: "The lesson once more with other tasks, in the same seats.",
	lock: "Nobody new can join.",
	generateNames: "Who joins from now on gets a name from the dice.",
};

/** One plain sentence each; the desk shows five at most, the most pressing first. */
export const hintWords = {
	silent: (names: readonly string[]) =>
		`${list(names)} ${names.length === 1 ? "does" : "do"} not answer; a bot plays until they touch the screen.`,
	away: (names: readonly string[], plays: boolean) =>
		`${list(names)} ${names.length === 1 ? "is" : "are"} away${plays ? "; a bot plays" : ""}.`,
	workWaits: (chip: string, share: number) =>
		`${chip}: cores idle ${percent(share)} of the time although work waits. Plan ahead.`,
	oneBusy: (chip: string, core: number) =>
		`${chip}: core ${core} has a long queue while others have none. Move some of it.`,
	overloaded: (chip: string, leftS: number) =>
		`${chip}: too much work waits; it goes down in ${fixed(leftS, 0)} s.`,
	coming: (name: string, leftS: number) => `Next: ${name} in ${fixed(leftS, 0)} s.`,
	switching: (chip: string, share: number) => `${chip}: ${percent(share)} of the time goes into switching.`,
	predict: (missing: number) =>
		`${counted(missing, "student has", "students have")} not committed to a number yet.`,
	predictLate: (missing: number) =>
		`${counted(missing, "student has", "students have")} not predicted yet; a bot plays until then.`,
} as const;
