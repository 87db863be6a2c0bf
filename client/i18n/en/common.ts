import type { ErrorCode } from "#shared/protocol/http.ts";

/** Words that more than one surface uses. */
export const commonWords = {
	product: "Coretet",
	loading: "Loading …",
	back: "Back",
	joinClass: "Join a class",
	practice: "Practise alone",
	teach: "Teach",
	rounds: "Rounds",
	language: "Language",
	tryAgain: "Try again",
	notFound: {
		title: "There is nothing here",
		text: "The address has a typo, or the page has moved.",
		home: "Go to the start page",
	},
	loadFailed: "This page did not load. Check the network and try again.",
	lessons: {
		"parallel-work": "What multiprocessing is",
		"scheduling-policy": "Scheduling policy",
		amdahl: "Amdahl’s law",
		"cache-affinity": "Private caches",
		"shared-cache": "Shared cache and memory",
		"false-sharing": "Shared memory",
		"processes-threads": "Processes and threads",
		"big-little": "Big and little cores",
		interference: "Interference and isolation",
		brain: "The brain",
	},
	phases: {
		lobby: "Lobby",
		brief: "Brief",
		predict: "Predict",
		play: "Play",
		explain: "Explain",
		ended: "Ended",
	},
} as const;

/** One plain sentence per way in which a request fails. */
export const errorWords: Record<ErrorCode | "unreachable" | "unreadable", string> = {
	badRequest: "The server did not understand this. Reload the page and try again.",
	badName: "This name cannot be used. Please choose another one.",
	signInFailed: "This sign-in link is not valid any more. Use the newest one.",
	signInNeeded: "Please sign in first.",
	forbidden: "This belongs to another teacher.",
	noSuchClass: "There is no class with this code. Check it on the board.",
	classEnded: "This class has ended. Ask for the code of the new one.",
	nameNotGenerated: "This class takes made-up names only. Let the dice pick one.",
	blocked: "Your teacher has removed you from this class.",
	classFull: "This class is full.",
	classLocked: "This class is locked. Ask your teacher to unlock it.",
	classOpen: "End the class first, then delete its rounds.",
	noSuchRound: "There is no such round.",
	notFound: "There is nothing here.",
	tooLarge: "That is too long.",
	tooMany: "Too many tries. Wait a few seconds and try again.",
	draining: "The server is about to restart. Try again in a minute.",
	internal: "Something broke on the server. Try again.",
	unreachable: "The server cannot be reached. Check the network and try again.",
	unreadable: "The server gave an answer that this page does not understand. Reload the page.",
};
