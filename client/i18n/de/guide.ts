import { counted, list, number } from "../base/format.ts";
import type { Inside } from "../dictionary.ts";

export const guideWords: Inside["guideWords"] = {
	title: (lesson) => `Für die Lehrkraft: ${lesson}`,
	link: "Leitfaden",
	print: "Drucken",
	printHint: "Ein Blatt A4.",
	working: "Die Zahlen werden berechnet …",
	failed: "Die Zahlen ließen sich nicht berechnen. Lade die Seite neu.",
	minutes: (minutes) => `${counted(minutes, "Minute", "Minuten")} von der Einführung bis zur Auswertung.`,
	chips: (cores) => `Gespielt auf Chips mit ${list(cores.map((count) => number(count)))} Kernen.`,
	sides: (sides) => `Derselbe Startwert wird auf beiden Seiten gespielt: ${sides}.`,
	idea: "Die Idee, die gewinnt",
	watchFor: "Darauf achten",
	ask: "Die Klasse fragen",
	level: "Stufe",
	scoreTitle: "Was 0 und was 100 Punkte gibt",
	scoreNote: (measure, cores) =>
		`${measure}, auf einem Chip mit ${counted(cores, "Kern", "Kernen")} und Startwert 1: 0 ist die naive Strategie, 100 die beste bekannte, beide in menschlichem Tempo.`,
	rulesTitle: "Eine Regel allein",
	rulesNote: "Die Standardrunde in menschlichem Tempo: Dringendes zuerst, sonst nur diese Regel.",
	rules: {
		"urgent-first": "Keine weitere Regel",
		throttled: "Ströme begrenzen",
		dedicated: "Ein Kern nur für die Steuerung",
		inheriting: "Die Sperre vererben lassen",
	},
	decisionsTitle: "Was zu entscheiden ist",
	decision: "Entscheidung",
	seat: "Platz",
	perMinute: "je Minute",
	cost: "falsch kostet",
	decisions: {
		deal: "Wohin ein Paket geht",
		next: "Welche Aufgabe drankommt",
		way: "Wie eine Aufgabe getan wird",
		mode: "Mit welchem Takt ein Kern läuft",
		take: "Welche Aufgabe ein Kern nimmt",
		move: "Welche wartende Aufgabe wohin verschoben wird",
		steal: "Von wem ein Kern stiehlt",
		batch: "Wie groß der Stapel ist, den ein Kern verlangt, und von welchem Auftrag",
		front: "Welcher Auftrag einer Art zuerst kommt",
	},
	seats: { scheduler: "Scheduler", core: "Kern" },
	questionsNote:
		"Jede Klasse sieht ihre eigenen Zahlen. Diese stammen aus einer Runde mit Startwert 1, die nach der naiven Strategie gespielt wird.",
	belief: (belief) => `Glaubt: ${belief}.`,
};
