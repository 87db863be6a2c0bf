import { counted, number } from "../format.ts";
import type { Inside } from "../words.ts";

export const practiceWords: Inside["practiceWords"] = {
	title: "Allein üben",
	lead: "Du spielst einen Platz auf einem Chip, Bots spielen die anderen. Kein Code, kein Konto.",
	learn: {
		"parallel-work": "Warum vier Kerne nicht viermal so schnell sind, und was Vorausplanen bringt.",
		amdahl: "Warum ein serieller Teil bleibt, egal wie viele Kerne helfen, und wo die Grenze liegt.",
	},
	minutes: (minutes) => counted(minutes, "Minute", "Minuten"),
	start: "Start",
	startAgain: "Noch einmal spielen",
	starting: "Startet …",
	best: (score) => `Dein bestes Ergebnis: ${number(score)} von 100`,
	played: (times) => `${number(times)}-mal gespielt`,
	notPlayed: "Noch nicht gespielt",
	kept: "Deine Ergebnisse bleiben auf diesem Gerät.",
	startLabel: (title) => `Start: ${title}`,
};
