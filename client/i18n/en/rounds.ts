import type { Activity } from "#shared/sim/chip/event.ts";
import { counted, fixed, number, score } from "../base/format.ts";

export const roundsWords = {
	title: "Rounds",
	signIn: "Sign in to see your rounds",
	none: "No round has been played yet. Open a class, play a lesson, and it is here afterwards.",
	when: "Played",
	lesson: "Lesson",
	code: "Class",
	students: "Students",
	chips: "Chips",
	score: "Score",
	scores: (scores: readonly (number | null)[]) => scores.map(score).join(" · "),
	unreadable: "Cannot be read:",

	all: "All rounds",
	facts: (when: string, code: string, students: number, seed: number) =>
		`${when} · class ${code} · ${counted(students, "student", "students")} · seed ${seed}`,
	chip: "Chip",
	exportLog: "Download log (JSON)",
	exportTable: "Download table (CSV)",
	delete: "Delete",
	deleteTitle: "Delete this round?",
	deleteText:
		"The round, its log, and all names and commands recorded of its class are deleted for good. Other rounds of the class and the sums of its answers stay.",
	deleteYes: "Delete for good",
	keep: "Keep it",
	coreBars: "Where each core’s time went",
	coreOf: (core: number, name: string) => `Core ${core} · ${name}`,
	bot: "bot",

	throughputTitle: "Tasks done per second",
	throughputSummary: (seconds: number) => `Mean over ${number(seconds)} s. One line per chip.`,
	second: "seconds of play",
	perSecond: "tasks per second",

	timelineTitle: "What each core did",
	timelineSummary: (share: string, switches: number) =>
		`Tasks ran ${share} of the time; ${counted(switches, "switch", "switches")} between them. Click to go there in the replay.`,
	timelineHead: "Core",
	serialRunning: "running, serial part",
	timelineAt: (core: number, activity: string, from: string, to: string, task: string) =>
		`Core ${core}: ${activity}${task === "" ? "" : `, ${task}`}, ${from} to ${to}`,

	replayTitle: "Replay",
	play: "Play",
	pause: "Pause",
	restart: "Play again",
	speed: "Speed",
	times: (speed: number) => `${number(speed, 1)}×`,
	position: "Position in the round",
	positionText: (now: string, end: string) => `${now} of ${end} seconds`,
	earlier: "5 seconds back",
	later: "5 seconds on",
	now: (seconds: number) => `${fixed(seconds, 1)} s`,
	stage: (chip: number) => `Drawing of chip ${chip + 1} at this moment of the replay`,
	verified: (checksum: string) =>
		`Verified: this replay ends with checksum ${checksum}, as the server’s did.`,
	differs: (version: number, checksum: string, stored: string) =>
		`This cannot be replayed exactly: another state of version ${version} of the simulation played it, to checksum ${stored} and not ${checksum}.`,
	drawingFailed: "The drawing did not load. Reload the page to try again.",

	repeatTitle: "What the repeat changed",
	repeatNote: "The same tasks and seed as in the round before. Shares of the core time in per cent.",
	repeatShare: "Before → now",
	fromTo: (before: string, now: string) => `${before} → ${now}`,

	predictionsTitle: "Predictions",
	evidenceTitle: "What each student decided and explained",
	evidenceNote:
		"Only what they did themselves counts, not what a bot did in their seat. Used: the better option was taken clearly more often than by chance. Explained: the question on it was answered right. No marks.",
	evidencePart: {
		first: "Of the first part alone: the second is a round of its own.",
		second: "Of the second part alone: the first is a round of its own.",
	},
	evidenceRole: "Seat",
	evidenceRoles: { scheduler: "scheduler", core: "core" },
	evidenceCommands: "Commands",
	evidencePlayed: "Played",
	concept: "Concept",
	evidenceUsed: "Decided",
	evidenceExplained: "Explained",
	student: "Student",
	value: "Prediction",
	off: "Off by",
} as const;

/** What a core does, as the timeline names it. */
export const activityWords: Record<Activity, string> = {
	running: "running",
	spinning: "spinning on a lock",
	switching: "switching",
	waking: "waking",
	idleWorkWaits: "idle, work waits",
	idleSerial: "idle, serial part runs",
	idleBlocked: "idle, all work blocked",
	idleNothing: "idle, nothing left",
};
