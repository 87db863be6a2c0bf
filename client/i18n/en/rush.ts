import { counted } from "../base/format.ts";

/** How an open round ended. */
export const rushWords = {
	ofChip: (chip: string, said: string) => `${chip} ${said}`,
	ofYours: (said: string) => `Your chip ${said}`,
	down: (at: string, wave: number) => `went down after ${at}, in wave ${wave}.`,
	heldOut: (at: string, wave: number) => `held out to the end: ${at}, up to wave ${wave}.`,
	downShort: (at: string) => `down after ${at}`,
	heldShort: "up to the end",
	podium: "Teams on this seed",
	place: (place: number) => `${place}.`,
	/** A chip that nobody played, which has no place. */
	besides: (chip: string, value: string) => `${chip}, without a place: ${value}`,
	points: (value: string) => `${value} s`,
	first: (value: string) => `The first round of this class on this seed: ${value} s is the record to beat.`,
	newClass: (value: string, before: string) =>
		`New class record on this seed: ${value} s. Before: ${before} s.`,
	ofClass: (record: string, value: string) =>
		`Class record on this seed: ${record} s. This time: ${value} s.`,
	firstOwn: (value: string) => `Your first round on this seed: ${value} s is the record to beat.`,
	newOwn: (value: string) => `Your best on this seed: ${value} s.`,
	own: (record: string, value: string) => `Your record on this seed: ${record} s. This time: ${value} s.`,
	notByHand: "No record this time: only rounds count in which bots play hardly any of people’s seats.",
	seed: (seed: string) => `Seed ${seed}.`,
	playSeed: "Same round to practise alone: a link for friends",
	backlogTitle: "Work that waited",
	backlogSummary: (limit: string) => `More than ${limit} s of it for 10 s brings a chip down.`,
	second: "second of play",
	waiting: "s of work",
	limit: "limit",
	worthTitle: (chip: string) => `What the result of ${chip} is made of`,
	parts: {
		inTime: (_: number) => "Work done in time",
		late: (count: number) => counted(count, "urgent job late", "urgent jobs late"),
		lost: (count: number) => counted(count, "update overwritten", "updates overwritten"),
	},
	sum: "Result",
	alsoLate: (late: string) => `Tasks that were not done in time: ${late}. They count as nothing.`,
} as const;
