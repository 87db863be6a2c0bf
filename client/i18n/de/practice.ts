import { counted, number } from "../base/format.ts";
import type { Inside } from "../dictionary.ts";

export const levelWords: Inside["levelWords"] = {
	starter: { name: "Einstieg", about: "Weniger Arten von Arbeit und mehr Luft: für den Anfang." },
	standard: { name: "Standard", about: "Was eine Klasse spielt." },
	expert: { name: "Profi", about: "Mehr Arten von Arbeit und weniger Luft, wenn die Idee schon sitzt." },
};

export const practiceWords: Inside["practiceWords"] = {
	title: "Allein üben",
	lead: "Du spielst einen Platz auf einem Chip, Bots spielen die anderen. Kein Code, kein Konto.",
	level: "Stufe",
	starsOf: (stars, of) => `${number(stars)} von ${counted(of, "Stern", "Sternen")}`,
	starsAt: (stars, of, level) => `${number(stars)} von ${counted(of, "Stern", "Sternen")} auf Stufe ${level}`,
	starRule: ([one = 0, two = 0, three = 0]) =>
		`Die naive Strategie erreicht 0, die beste bekannte 100. Ab ${number(one)} hast du einen Stern, ab ${number(two)} zwei, ab ${number(three)} drei.`,
	minutes: (minutes) => counted(minutes, "Minute", "Minuten"),
	start: "Start",
	startAgain: "Nochmal",
	starting: "Startet …",
	scheduler: "Scheduler",
	core: (kind) => `Kern${kind === "" ? "" : ` ${kind}`}`,
	seatLabel: (title) => `Dein Platz in ${title}`,
	seed: "Startwert",
	nextBuiltIn: (round, of) => `Nächste Runde: ${number(round)} von ${number(of)}, für alle gleich`,
	nextOwn: "Nächste Runde: eine neue, nur für dich",
	seedHint: "Dieselbe Zahl ist dieselbe Runde, für dich und deine Freunde. Leer: die nächste.",
	seedRecord: (best, times) => `Dein Rekord damit: ${best} s, ${number(times)}-mal gespielt.`,
	seedWrong: "Eine ganze Zahl bis 4294967295, oder nichts.",
	best: (score) => `Dein bestes Ergebnis: ${number(score)} von 100`,
	noScore: "Du misst dich selbst: keine Punkte",
	measured: "Fertig: Du hast dich selbst gemessen",
	played: (times) => `${number(times)}-mal gespielt`,
	notAtLevel: "Auf dieser Stufe noch nicht gespielt",
	kept: "Deine Ergebnisse bleiben auf diesem Gerät. Mit einer Datei nimmst du sie auf ein anderes mit oder hebst sie auf.",
	startLabel: (title) => `Start: ${title}`,
	keptTitle: "Deine Ergebnisse",
	save: "Als Datei speichern",
	open: "Datei öffnen",
	opened: "Die Ergebnisse der Datei sind jetzt hier; das bessere zählt.",
	openedInPart: (why) => `Was sich von dieser Datei lesen lässt, ist jetzt hier; der Rest nicht (${why}).`,
	notOurs: (why) => `Diese Datei enthält keine Ergebnisse, die diese Seite lesen kann (${why}).`,
	setAside: (why) =>
		`Einige Ergebnisse auf diesem Gerät lassen sich nicht lesen (${why}). Sie sind hier beiseitegelegt, bis du alles löschst.`,
	newer: (why) =>
		`Die Ergebnisse auf diesem Gerät lassen sich nicht lesen (${why}). Ihnen wird nichts hinzugefügt.`,
	forget: "Alle löschen",
	forgetTitle: "Deine Ergebnisse löschen?",
	forgetText: "Alle Sterne und Punkte werden endgültig von diesem Gerät gelöscht.",
	forgetYes: "Endgültig löschen",
	keep: "Behalten",
	forgotten: "Deine Ergebnisse sind gelöscht.",
	over: {
		title: "Die Übung ist zu Ende",
		text: "In der Liste steht, was du gespielt hast und was als Nächstes kommt.",
		act: "Zurück zur Übungsliste",
	},
};
