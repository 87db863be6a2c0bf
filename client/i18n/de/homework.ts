import { counted } from "../base/format.ts";
import type { Inside } from "../dictionary.ts";

export const homeworkWords: Inside["homeworkWords"] = {
	title: "Hausaufgabe",
	titleOf: (lesson) => `Hausaufgabe: ${lesson}`,
	levelIs: (level) =>
		`Stufe: ${level}. Du spielst allein einen Platz auf einem Chip, Bots spielen die anderen. Nimm dir etwa zehn Minuten.`,
	name: "Dein Name",
	nameHint:
		"Deine Lehrkraft sieht ihn mit deinem besten Ergebnis und wie viel der Runde du selbst gespielt hast. Sonst niemand.",
	nameMissing: "Tippe zuerst einen Namen.",
	start: "Start",
	starting: "Startet …",

	listTitle: "Hausaufgaben",
	listNote:
		"Ein Link zu einer Lektion, mit denselben Aufgaben für alle. Gespielt wird allein unter einem getippten Namen, ohne Konto; die beste Runde kommt hierher zurück.",
	lesson: "Lektion",
	level: "Stufe",
	give: "Link erstellen",
	entry: (lesson, code) => `Hausaufgabe ${code}: ${lesson}`,
	facts: (level, seed, when) => `${level} · Startwert ${seed} · gegeben ${when}`,
	closed: (when) => `geschlossen ${when}`,
	copy: "Link kopieren",
	copied: "Der Link ist kopiert.",
	copyFailed: "Dieser Browser lässt Seiten nicht kopieren: Markiere den Link selbst.",
	close: "Schließen",
	delete: "Löschen",
	deleteTitle: "Diese Hausaufgabe löschen?",
	deleteText: "Der Link gilt nicht mehr, und alle Ergebnisse mit ihren Namen werden endgültig gelöscht.",
	deleteYes: "Endgültig löschen",
	keep: "Behalten",
	none: "Noch hat niemand angefangen.",
	student: "Person",
	started: "Angefangen",
	finished: "Fertig",
	notFinished: "nicht fertig",
	left: "abgebrochen: zählt nicht",
	onePart: "einer von zwei Teilen",
	played: "Gespielt",
	playedNote:
		"Gespielt: der Anteil der Runde, in dem die Person selbst entschieden hat und nicht der Bot, der weiterspielt, wenn jemand weg ist oder nichts tut. Unter der Hälfte zählt eine Runde nicht. Hat eine Lektion zwei Teile, braucht es beide; gezeigt sind ihre Mittelwerte.",
	side: (name, value) => `${name}: ${value}`,
	score: "Punkte",
	stars: "Sterne",
	hints: (hints) => counted(hints, "Tipp", "Tipps"),
	forgotten: "(Name entfernt)",
};
