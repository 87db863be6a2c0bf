import { counted, number } from "../format.ts";

export const practiceWords = {
	title: "Practise alone",
	lead: "You play one seat of a chip; bots play the others. No code, no account.",
	minutes: (minutes: number) => counted(minutes, "minute", "minutes"),
	start: "Start",
	startAgain: "Play again",
	starting: "Starting …",
	best: (score: number) => `Your best: ${number(score)} of 100`,
	played: (times: number) => `played ${counted(times, "time", "times")}`,
	notPlayed: "Not played yet",
	kept: "Your results stay on this device.",
	startLabel: (title: string) => `Start: ${title}`,
} as const;
