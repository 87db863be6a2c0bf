import type { Level } from "#shared/lessons/ids.ts";
import { counted, number } from "../base/format.ts";

/** How hard a round is, by its name, and for whom that is. */
export const levelWords: Record<Level, { name: string; about: string }> = {
	starter: { name: "Starter", about: "Fewer kinds of work and more slack: to begin with." },
	standard: { name: "Standard", about: "What a class plays." },
	expert: { name: "Expert", about: "More kinds of work and less slack, for who has the idea already." },
};

export const practiceWords = {
	title: "Practise alone",
	lead: "You play one seat of a chip, bots play the others. No code, no account.",
	level: "Level",
	starsOf: (stars: number, of: number) => `${number(stars)} of ${counted(of, "star", "stars")}`,
	starsAt: (stars: number, of: number, level: string) =>
		`${number(stars)} of ${counted(of, "star", "stars")} at level ${level}`,
	starRule: ([one = 0, two = 0, three = 0]: readonly number[]) =>
		`The naive policy scores 0, the best known 100. From ${number(one)} you have one star, from ${number(two)} two, from ${number(three)} three.`,
	minutes: (minutes: number) => counted(minutes, "minute", "minutes"),
	start: "Start",
	startAgain: "Again",
	starting: "Starting …",
	scheduler: "Scheduler",
	core: (kind: string) => `Core${kind === "" ? "" : ` ${kind}`}`,
	seatLabel: (title: string) => `Your seat in ${title}`,
	seed: "Seed",
	nextBuiltIn: (round: number, of: number) =>
		`Next round: ${number(round)} of ${number(of)}, the same for everyone`,
	nextOwn: "Next round: a new one, only for you",
	seedHint: "The same number is the same round, for you and your friends. Empty: the next one.",
	seedRecord: (best: string, times: number) =>
		`Your record on it: ${best} s, played ${counted(times, "time", "times")}.`,
	seedWrong: "A whole number of up to 4294967295, or nothing.",
	best: (score: number) => `Your best: ${number(score)} of 100`,
	noScore: "You measure yourself: no score",
	measured: "Done: you measured yourself",
	played: (times: number) => `played ${counted(times, "time", "times")}`,
	notAtLevel: "Not played at this level yet",
	kept: "Your results stay on this device. A file takes them to another one, or keeps them safe.",
	startLabel: (title: string) => `Start: ${title}`,
	keptTitle: "Your results",
	save: "Save as a file",
	open: "Open a file",
	opened: "The results of the file are here now; the better one counts.",
	openedInPart: (why: string) => `What can be read of this file is here now; the rest cannot (${why}).`,
	notOurs: (why: string) => `This file holds no results that this page can read (${why}).`,
	setAside: (why: string) =>
		`Some results on this device cannot be read (${why}). They are set aside here until you delete all.`,
	newer: (why: string) => `The results on this device cannot be read (${why}). Nothing is added to them.`,
	forget: "Delete all",
	forgetTitle: "Delete your results?",
	forgetText: "All stars and scores are deleted from this device for good.",
	forgetYes: "Delete for good",
	keep: "Keep them",
	forgotten: "Your results are deleted.",
	over: {
		title: "This practice is over",
		text: "The list says what you have played, and what comes next.",
		act: "Back to the practice list",
	},
} as const;
