import { counted, number } from "../format.ts";
import type { Inside } from "../words.ts";

export const practiceWords: Inside["practiceWords"] = {
	title: "Allein üben",
	lead: "Du spielst einen Platz auf einem Chip, Bots spielen die anderen. Kein Code, kein Konto.",
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
