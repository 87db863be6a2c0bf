import { counted, fixed, number, score } from "../base/format.ts";
import type { Inside } from "../dictionary.ts";

export const roundsWords: Inside["roundsWords"] = {
	title: "Runden",
	signIn: "Melde dich an, um deine Runden zu sehen",
	none: "Noch keine Runde gespielt. Öffne eine Klasse, spiele eine Lektion, und danach steht sie hier.",
	when: "Gespielt",
	lesson: "Lektion",
	code: "Klasse",
	students: "Lernende",
	chips: "Chips",
	score: "Punkte",
	scores: (scores) => scores.map(score).join(" · "),
	unreadable: "Lässt sich nicht lesen:",

	all: "Alle Runden",
	facts: (when, code, students, seed) =>
		`${when} · Klasse ${code} · ${counted(students, "Person", "Personen")} · Startwert ${seed}`,
	chip: "Chip",
	exportLog: "Protokoll herunterladen (JSON)",
	exportTable: "Tabelle herunterladen (CSV)",
	delete: "Löschen",
	deleteTitle: "Diese Runde löschen?",
	deleteText:
		"Die Runde, ihr Protokoll und alle aufgezeichneten Namen und Befehle ihrer Klasse werden endgültig gelöscht. Andere Runden der Klasse und die Summen ihrer Antworten bleiben.",
	deleteYes: "Endgültig löschen",
	keep: "Behalten",
	coreBars: "Wo die Zeit jedes Kerns blieb",
	coreOf: (core, name) => `Kern ${core} · ${name}`,
	bot: "Bot",

	throughputTitle: "Fertige Aufgaben pro Sekunde",
	throughputSummary: (lengthS) => `Mittel über ${number(lengthS)} s. Eine Linie pro Chip.`,
	second: "Sekunden im Spiel",
	perSecond: "Aufgaben pro Sekunde",

	timelineTitle: "Was jeder Kern tat",
	timelineSummary: (share, switches) =>
		`${share} der Zeit liefen Aufgaben; dazwischen ${counted(switches, "Wechsel", "Wechsel")}. Klicke, um in der Wiedergabe dorthin zu springen.`,
	timelineHead: "Kern",
	serialRunning: "rechnet, serieller Teil",
	timelineAt: (core, activity, from, to, task) =>
		`Kern ${core}: ${activity}${task === "" ? "" : `, ${task}`}, ${from} bis ${to}`,

	replayTitle: "Wiedergabe",
	play: "Abspielen",
	pause: "Pause",
	restart: "Noch einmal abspielen",
	speed: "Tempo",
	times: (speed) => `${number(speed, 1)}×`,
	position: "Stelle in der Runde",
	positionText: (now, end) => `${now} von ${end} Sekunden`,
	earlier: "5 Sekunden zurück",
	later: "5 Sekunden vor",
	now: (lengthS) => `${fixed(lengthS, 1)} s`,
	stage: (chip) => `Zeichnung von Chip ${chip + 1} in diesem Augenblick der Wiedergabe`,
	verified: (checksum) =>
		`Geprüft: Diese Wiedergabe endet mit der Prüfsumme ${checksum}, genau wie auf dem Server.`,
	differs: (version, checksum, stored) =>
		`Genau so abspielen lässt sich diese Runde nicht: Ein anderer Stand von Version ${version} der Simulation hat sie gespielt, bis zur Prüfsumme ${stored} und nicht ${checksum}.`,
	drawingFailed: "Die Zeichnung wurde nicht geladen. Lade die Seite neu, um es noch einmal zu versuchen.",

	repeatTitle: "Was die Wiederholung geändert hat",
	repeatNote:
		"Dieselben Aufgaben und derselbe Startwert wie in der Runde davor. Anteile der Kernzeit in Prozent.",
	repeatShare: "Vorher → jetzt",
	fromTo: (before, now) => `${before} → ${now}`,

	predictionsTitle: "Vorhersagen",
	evidenceTitle: "Was alle entschieden und erklärt haben",
	evidenceNote:
		"Nur was sie selbst getan haben, zählt, nicht was ein Bot auf ihrem Platz tat. Genutzt: deutlich öfter als durch Zufall die bessere Wahl. Erklärt: die Frage dazu richtig beantwortet. Keine Noten.",
	evidencePart: {
		first: "Nur aus dem ersten Teil: Der zweite ist eine eigene Runde.",
		second: "Nur aus dem zweiten Teil: Der erste ist eine eigene Runde.",
	},
	evidenceRole: "Platz",
	evidenceRoles: { scheduler: "Scheduler", core: "Kern" },
	evidenceCommands: "Befehle",
	evidencePlayed: "Gespielt",
	concept: "Begriff",
	evidenceUsed: "Entschieden",
	evidenceExplained: "Erklärt",
	student: "Name",
	value: "Vorhersage",
	off: "Daneben um",
};

export const activityWords: Inside["activityWords"] = {
	running: "rechnet",
	spinning: "dreht sich vor einer Sperre",
	switching: "wechselt",
	waking: "wacht auf",
	idleWorkWaits: "steht still, Arbeit wartet",
	idleSerial: "steht still, serieller Teil läuft",
	idleBlocked: "steht still, alle Arbeit blockiert",
	idleNothing: "steht still, nichts mehr zu tun",
};
