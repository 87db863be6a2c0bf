import type { Entrance } from "../words.ts";

export const commonWords: Entrance["commonWords"] = {
	product: "Coretet",
	loading: "Lädt …",
	back: "Zurück",
	joinClass: "Einer Klasse beitreten",
	practice: "Allein üben",
	teach: "Unterrichten",
	rounds: "Runden",
	language: "Sprache",
	tryAgain: "Noch einmal versuchen",
	notFound: {
		title: "Hier ist nichts",
		text: "Die Adresse hat einen Tippfehler, oder die Seite ist umgezogen.",
		home: "Zur Startseite",
	},
	loadFailed: "Diese Seite wurde nicht geladen. Prüfe das Netz und versuche es noch einmal.",
	lessons: {
		"parallel-work": "Was Multiprocessing ist",
		amdahl: "Das Amdahlsche Gesetz",
		"false-sharing": "Gemeinsamer Speicher",
	},
	phases: {
		lobby: "Warteraum",
		brief: "Einführung",
		predict: "Vorhersage",
		play: "Spiel",
		explain: "Auswertung",
		ended: "Beendet",
	},
};

export const errorWords: Entrance["errorWords"] = {
	badRequest: "Der Server hat das nicht verstanden. Lade die Seite neu und versuche es noch einmal.",
	badName: "Dieser Name geht nicht. Bitte wähle einen anderen.",
	signInFailed: "Dieser Anmeldelink gilt nicht mehr. Nimm den neuesten.",
	signInNeeded: "Bitte melde dich zuerst an.",
	forbidden: "Das gehört einer anderen Lehrkraft.",
	noSuchClass: "Es gibt keine Klasse mit diesem Code. Vergleiche ihn mit der Tafel.",
	classEnded: "Diese Klasse ist beendet. Frage nach dem Code der neuen.",
	nameNotGenerated: "Diese Klasse nimmt nur erfundene Namen. Lass den Würfel einen wählen.",
	blocked: "Deine Lehrkraft hat dich aus dieser Klasse entfernt.",
	classFull: "Diese Klasse ist voll.",
	classLocked: "Diese Klasse ist gesperrt. Bitte deine Lehrkraft, sie zu öffnen.",
	noSuchRound: "Diese Runde gibt es nicht.",
	notFound: "Hier ist nichts.",
	tooLarge: "Das ist zu lang.",
	tooMany: "Zu viele Versuche. Warte ein paar Sekunden und versuche es noch einmal.",
	draining: "Der Server startet gleich neu. Versuche es in einer Minute noch einmal.",
	internal: "Auf dem Server ist etwas schiefgegangen. Versuche es noch einmal.",
	unreachable: "Der Server ist nicht erreichbar. Prüfe das Netz und versuche es noch einmal.",
	unreadable: "Diese Seite versteht die Antwort des Servers nicht. Lade sie neu.",
};
