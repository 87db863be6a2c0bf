import { counted } from "../base/format.ts";

export const homeworkWords = {
	title: "Homework",
	titleOf: (lesson: string) => `Homework: ${lesson}`,
	levelIs: (level: string) =>
		`Level: ${level}. You play one seat of a chip alone; bots play the others. Take about ten minutes.`,
	name: "Your name",
	nameHint:
		"Your teacher sees it with your best score, and how much of the round you played yourself. Nobody else does.",
	nameMissing: "Type a name first.",
	start: "Start",
	starting: "Starting …",

	listTitle: "Homework",
	listNote:
		"A link to one lesson with the same tasks for everybody. Students play it alone and type a name, without an account; their best round comes back here.",
	lesson: "Lesson",
	level: "Level",
	give: "Make a link",
	entry: (lesson: string, code: string) => `Homework ${code}: ${lesson}`,
	facts: (level: string, seed: number, when: string) => `${level} · seed ${seed} · given ${when}`,
	closed: (when: string) => `closed ${when}`,
	copy: "Copy link",
	copied: "The link is copied.",
	copyFailed: "This browser does not let pages copy: select the link instead.",
	close: "Close",
	delete: "Delete",
	deleteTitle: "Delete this homework?",
	deleteText: "The link stops working, and all results with their names are deleted for good.",
	deleteYes: "Delete for good",
	keep: "Keep it",
	none: "Nobody has begun yet.",
	student: "Student",
	started: "Begun",
	finished: "Finished",
	notFinished: "not finished",
	left: "left: does not count",
	onePart: "one of two parts",
	played: "Played",
	playedNote:
		"Played: the share of the round in which the student decided, and not the bot that plays on for who is away or does nothing. Below half a round does not count. Where a lesson has two parts both are needed; the figures are their means.",
	side: (name: string, value: string) => `${name}: ${value}`,
	score: "Score",
	stars: "Stars",
	hints: (hints: number) => counted(hints, "hint", "hints"),
	forgotten: "(name removed)",
} as const;
