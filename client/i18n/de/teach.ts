import { counted, fixed, list, number, percent } from "../base/format.ts";
import type { Inside } from "../dictionary.ts";

export const teachWords: Inside["teachWords"] = {
	title: "Unterrichten",
	roundsLink: "Runden und Hausaufgaben",
};

export const signInWords: Inside["signInWords"] = {
	lead: "Öffne den Anmeldelink, den der Server beim Start ausgegeben hat. Er gilt einmal und meldet diesen Browser an.",
	how: "Du kannst den Link hier nicht öffnen? Tippe oder füge das Token ein, den Teil nach „#token=“.",
	token: "Anmeldetoken",
	submit: "Anmelden",
	busy: "Meldet an …",
	missing: "Tippe das Token des Anmeldelinks ein.",
	again: "Kein Link zur Hand? Starte den Server neu: Jeder Start gibt einen neuen aus.",
};

export const openWords: Inside["openWords"] = {
	title: "Eine Klasse öffnen",
	lead: "Nimm einen fertigen Plan, oder wähle die Lektionen und ihre Reihenfolge. Alle treten mit einem Code bei.",
	plans: "Fertige Pläne",
	firstLook: "Erster Blick",
	session: (form, session, of) =>
		`${form === "short" ? "Kurzer Kurs" : "Ganzer Kurs"}${of === 1 ? "" : `, ${session} von ${of}`}`,
	switchTitle: "In jeder Lektion",
	switches: {
		secondPlay: {
			name: "Zweites Spiel",
			about: "Noch einmal mit dem, was man weiß. In einer Lektion mit zwei Seiten ist das der zweite Teil.",
		},
		discussion: {
			name: "Gespräch",
			about: "Vor dem Spiel sprechen alle über ihre Vorhersagen und dürfen sich neu festlegen.",
		},
		ownDecisions: {
			name: "Eigene Entscheidungen",
			about: "Nach dem Spiel sehen alle eigene Momente und Entscheidungen.",
		},
	},
	level: "Stufe",
	include: (title) => `${title} spielen`,
	earlier: (title) => `${title} nach vorn`,
	later: (title) => `${title} nach hinten`,
	minutes: (minutes) => `${number(minutes)} min`,
	total: (minutes, settle) =>
		`Etwa ${counted(minutes, "Minute", "Minuten")}, davon ${number(settle)} fürs Beitreten.`,
	fits: (period) => `Passt in ${number(period)} Minuten.`,
	fitsNone: (period) => `Länger als ${number(period)} Minuten.`,
	submit: "Klasse öffnen",
	busy: "Öffnet …",
	none: "Wähle mindestens eine Lektion.",
};

export const planWords: Inside["planWords"] = {
	title: "Plan",
	lessons: "Lektionen des Plans",
	planned: (title, from, to) => `${title}: Minute ${from} bis ${to}`,
	now: (minutes, total) => `Minute ${number(minutes)} von ${number(total)}`,
	onTime: () => "im Plan",
	ahead: (minutes) => `${counted(minutes, "Minute", "Minuten")} vor dem Plan`,
	behind: (minutes) => `${counted(minutes, "Minute", "Minuten")} hinter dem Plan`,
};

export const classesWords: Inside["classesWords"] = {
	title: "Offene Klassen",
	none: "Keine Klasse ist offen.",
	students: (count) => counted(count, "Person", "Personen"),
	go: "Zum Pult",
};

export const deskWords: Inside["deskWords"] = {
	title: (code) => `Pult ${code}`,
	back: "Alle Klassen",
	joinAt: "Beitreten unter",
	code: "Klassencode",
	qr: (address) => `QR-Code, der zu ${address} führt`,
	projector: "Beamer öffnen",
	phases: "Phasen",
	lessonOf: (index, count) => `Lektion ${index + 1} von ${number(count)}`,
	timeLeft: "übrig",
	pausedNow: "Pause",
	controls: "Die Klasse steuern",
	students: "Lernende",
	studentCount: (count) => counted(count, "Person", "Personen"),
	noStudents: "Noch ist niemand da. Zeige den Code.",
	waiting: "Wartet auf einen Platz",
	scheduler: "Scheduler",
	core: (core) => `Kern ${core}`,
	presence: { away: "weg", silent: "Bot spielt", undecided: "ohne Vorhersage" },
	chips: "Chips",
	busy: "Kerne aktiv",
	done: "Aufgaben fertig",
	jobs: "Jobs fertig",
	speedup: "× ein Kern",
	committed: "festgelegt",
	bots: (count) => counted(count, "Bot", "Bots"),
	onlyBots: (count) => `Nur Bots: ${number(count)}`,
	manage: "Umbenennen oder entfernen",
	newName: "Anderer Name",
	rename: "Umbenennen",
	keep: "Abbrechen",
	remove: "Entfernen",
	removeAndBlock: "Entfernen und aussperren",
	removeText:
		"Wer entfernt wird, kann mit dem Code wieder beitreten. Wer ausgesperrt wird, kommt mit diesem Platz und diesem Namen nicht zurück; sperre die Klasse, damit niemand Neues hereinkommt.",
	hints: "Wo Hilfe nötig ist",
	noHints: "Gerade braucht niemand Hilfe.",
	locked: "Die Klasse ist gesperrt: Niemand Neues kann beitreten.",
	connecting: "Verbindet mit der Klasse …",
	reconnecting: "Die Verbindung ist weg. Neuer Versuch …",
	endTitle: "Diese Klasse beenden?",
	endText: "Alle werden verabschiedet, und der Code gilt nicht mehr. Gespielte Runden bleiben erhalten.",
	endYes: "Klasse beenden",
	endNo: "Weitermachen",
	ended: "Diese Klasse ist beendet. Ihre Runden bleiben erhalten.",
	gone: {
		ended: "Diese Klasse ist beendet. Ihre Runden bleiben erhalten.",
		elsewhere: "Dieses Pult ist in einem anderen Tab offen.",
		reload: "Auf dem Server läuft eine neuere Version. Lade diese Seite neu.",
		removed: "Dieses Pult ist nicht verbunden.",
		blocked: "Dieses Pult ist nicht verbunden.",
		silent: "Der Server hat zu lange nichts gehört.",
		noSeat: "Dieses Pult ist nicht verbunden.",
	},
	signInFirst: "Melde dich an, um dieses Pult zu sehen",
	comeBack: "Wieder verbinden",
	reload: "Neu laden",
};

export const nextStepWords: Inside["nextStepWords"] = {
	lobby: "Lektion beginnen",
	brief: "Vorhersagen sammeln",
	predict: "Spiel starten",
	play: "Auswerten",
	explain: "Nächste Lektion",
	ended: "",
};

export const steerWords: Inside["steerWords"] = {
	next: "Weiter",
	pause: "Pause",
	resume: "Fortsetzen",
	skip: "Lektion überspringen",
	repeat: "Noch einmal, mit dem, was ihr wisst",
	newSeed: "Eine andere Runde",
	end: "Klasse beenden",
	lock: "Sperren",
	unlock: "Öffnen",
	generateNames: "Nur erfundene Namen",
	freeNames: "Eigene Namen erlauben",
	ask: "Klasse fragen",
	askNoMore: "Nicht mehr fragen",
};

export const steerHints: Inside["steerHints"] = {
	ask: "Sechs Fragen, freiwillig und ohne Namen: Was hat die Klasse gelernt?",
	pause: "Hält die Uhr für alle an.",
	skip: "Geht zur nächsten Lektion, ohne diese zu beenden.",
	repeat: "Dieselben Aufgaben und derselbe Startwert noch einmal, auf denselben Plätzen.",
	newSeed: "Die Lektion noch einmal mit anderen Aufgaben, auf denselben Plätzen.",
	lock: "Niemand Neues kann beitreten.",
	generateNames: "Wer ab jetzt beitritt, bekommt einen Namen vom Würfel.",
};

export const hintWords: Inside["hintWords"] = {
	silent: (names) =>
		`${list(names)} ${names.length === 1 ? "antwortet" : "antworten"} nicht; ein Bot spielt bis zur nächsten Berührung.`,
	away: (names, plays) =>
		`${list(names)} ${names.length === 1 ? "ist" : "sind"} weg${plays ? "; ein Bot spielt" : ""}.`,
	workWaits: (chip, share) =>
		`${chip}: Kerne stehen ${percent(share)} der Zeit still, obwohl Arbeit wartet. Plant voraus.`,
	oneBusy: (chip, core) =>
		`${chip}: Kern ${core} hat eine lange Warteschlange, andere haben keine. Verschiebt etwas davon.`,
	overloaded: (chip, leftS) => `${chip}: Es wartet zu viel Arbeit; in ${fixed(leftS, 0)} s fällt er aus.`,
	coming: (name, leftS) => `Als Nächstes: ${name} in ${fixed(leftS, 0)} s.`,
	switching: (chip, share) => `${chip}: ${percent(share)} der Zeit gehen für Wechsel drauf.`,
	predict: (missing) =>
		`${counted(missing, "Person hat", "Personen haben")} sich noch nicht auf eine Zahl festgelegt.`,
	predictLate: (missing) =>
		`${counted(missing, "Person hat", "Personen haben")} noch nichts vorhergesagt; bis dahin spielt ein Bot.`,
};
