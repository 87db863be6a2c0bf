import { number, seconds } from "../base/format.ts";
import type { Inside } from "../dictionary.ts";
import { refusalWords } from "./chip.ts";

export const playWords: Inside["playWords"] = {
	title: "Spielen",
	connecting: "Sucht deinen Platz …",
	replaying: "Holt die Klasse ein …",
	reconnecting: "Die Verbindung ist weg. Neuer Versuch …",
	botPlayed: "Willkommen zurück. Dein Bot hat für dich gespielt.",
	botPlays: "Dein Bot spielt. Berühre irgendetwas, um zu übernehmen.",
	botFor: (name) => `${name} (Bot)`,

	lobbyTitle: (name) => `Du bist dabei, ${name}`,
	lobbyText: "Warte, bis deine Lehrkraft beginnt. Lass diese Seite offen.",
	lobbyPractice: "Alle anderen sind Bots. Beginne, wenn du so weit bist.",
	lobbyWho: (count) => `${number(count)} von euch ${count === 1 ? "ist" : "sind"} da`,
	you: "du",
	away: "weg",
	seatsTitle: "Die zwei Arten von Plätzen",
	schedulerSeat: "Scheduler",
	schedulerText:
		"Verteilt Aufgaben aus der gemeinsamen Warteschlange an die Kerne, verschiebt wartende und legt die Reihenfolge fest.",
	coreSeat: "Kern",
	coreText:
		"Führt Aufgaben aus. Plant die nächsten voraus, damit er nie stillsteht, und holt sich Arbeit von Nachbarn.",
	seatYours: (seat, chip) => `Du bist ${seat} von Chip ${chip}.`,
	seatSoon: "Du bekommst deinen Platz, wenn die erste Lektion beginnt.",
	scheduler: "der Scheduler",
	core: (core) => `Kern ${core}`,

	waitBrief: "Deine Lehrkraft beginnt, wenn alle das gelesen haben.",
	waitPlay: "Das Spiel beginnt, wenn deine Lehrkraft es sagt.",
	noSeat: "Du bekommst in der nächsten Runde einen Platz. Sieh bis dahin zu.",

	paused: "Pause",
	pausedText: "Die Uhr steht. Nichts geht verloren.",
	endedTitle: "Die Stunde ist zu Ende",
	endedText: "Danke fürs Mitspielen.",
	endedHome: "Zur Startseite",

	part: (part, side) => (part === 0 ? `Erstes Spiel: ${side}` : `Zweites Spiel: ${side}`),
	round: (round) => `Runde ${round}`,
	dilation: "1 s hier = 1 ms auf einem echten Chip",
	timeLeft: "Restzeit",
	jobsDone: (jobs) => (jobs === 1 ? "Job fertig" : "Jobs fertig"),
	tasksDone: (tasks) => (tasks === 1 ? "Aufgabe fertig" : "Aufgaben fertig"),
	speedup: "ein Kern",
	busy: "Auslastung",
	code: "Klassencode",
	soundOn: "Ton an",
	soundOff: "Ton aus",
	help: "Hilfe",
	settings: "Deine Bedenkzeit",
	windowS: (lengthS) => `${number(lengthS, 1)} s`,
	close: "Schließen",
	more: "Mehr",

	yourCore: "Dein Kern",
	running: (left) => `Rechnet. Noch ${left}.`,
	switching: "Wechselt zur nächsten Aufgabe.",
	free: "Dein Kern ist frei: Wähle eine Aufgabe",
	freeCountdown: "bis dein Bot wählt",
	freeAsk: "Dein Kern ist frei: Verlange einen Stapel",
	freeAskCountdown: "bis dein Bot einen verlangt",
	idleSerial: "Wartet: Ein serieller Teil läuft auf einem anderen Kern.",
	idleNothing: "Gerade gibt es nichts zu tun.",
	idleBlocked: "Wartet: Noch kann keine Aufgabe beginnen.",
	idleWorkWaits: "Steht still, obwohl Arbeit wartet.",
	spinning: "Dreht sich: Jemand anders hat die Sperre.",

	myQueue: "Deine nächsten Aufgaben",
	myQueueEmpty: "Nichts geplant. Plane voraus: Eine geplante Aufgabe beginnt ohne Warten.",
	sending: "wird gesendet",
	notReady: "noch nicht bereit",
	earlier: "Früher",
	later: "Später",
	giveBack: "Zurückgeben",
	task: (lengthS) => `Aufgabe von ${seconds(lengthS)}`,
	serial: (lengthS) => `Serieller Teil von ${seconds(lengthS)}`,

	take: "Nehmen",
	takeSelected: (lengthS) => `die mit ${seconds(lengthS)}`,
	takeFirst: "die vorderste",
	takeNothing: "nichts da",
	takeUnfit: "nichts, was dein Kern kann",
	steal: "Stehlen",
	stealTitle: "Von welchem Kern stehlen?",
	candidateSpoken: "bringt dir eine Aufgabe von",
	candidateNone: "nichts",
	candidateWarm: "warm",
	candidateLoads: (lengthS) => `lädt ${seconds(lengthS)}`,
	yield: "Abgeben",
	yieldHow: "zurücklegen",
	signalTitle: "Sag es deinem Chip",

	cores: "An einen Kern geben",
	dealFirst: "Die vorderste Aufgabe geht an den Kern, den du wählst.",
	dealSelected: (lengthS) => `Die Aufgabe von ${seconds(lengthS)} geht an den Kern, den du wählst.`,
	moveTo: "Zu einem Kern verschieben",
	moveSelected: (lengthS, from) =>
		`Die Aufgabe von ${seconds(lengthS)} bei ${from} geht an den Kern, den du wählst.`,
	moveNothing: "Gerade wartet bei keinem Kern eine Aufgabe.",
	moveHow: "Wähle eine wartende Aufgabe, dann ihren neuen Kern.",
	waitsAt: (core) => `Wartet bei ${core}`,
	takeBack: "Zurück in die gemeinsame Warteschlange",
	dealNothing: "Die gemeinsame Warteschlange ist leer: Gleich kommen Aufgaben.",
	rule: "Reihenfolge der gemeinsamen Warteschlange",
	rules: { arrival: "Wie sie kommen", longestFirst: "Längste zuerst", shortestFirst: "Kürzeste zuerst" },

	ask: "Einen Stapel verlangen",
	askHow: "Wähle, wie viele Stücke dein nächster Stapel hat.",
	askFor: (count, job) => `${number(count)} Stück von ${job}`,
	askNothing: "Kein Auftrag wartet. Gleich kommen neue.",
	askedAhead: "Verlangt: Dein Stapel ist unterwegs.",
	askedEnough: "Dein nächster Stapel wartet bei deinem Kern.",
	misfit: (times) => `dauert auf deinem Kern ${number(times)}-mal so lange`,
	jobOrder: "Reihenfolge der Aufträge",
	jobOpen: "jetzt",
	orderHow: "Kerne bekommen Stapel vom ersten Auftrag jeder Art. Tippe einen an, damit er zuerst kommt.",
	myBatchesEmpty: "Hier wartet kein Stapel. Verlange voraus: Dann beginnt der nächste ohne Warten.",

	causes: "Wo deine Zeit blieb",
	causesChip: "Wo die Zeit der Kerne blieb",
	causesNone: "Noch nichts.",

	helpTitle: "Was du tun kannst",
	helpTouch: "Tippen oder ziehen: Wähle eine Aufgabe, dann den Kern oder die Warteschlange, wohin sie soll.",
	keys: {
		core: [
			["1 – 9", "diese Aufgabe aus der gemeinsamen in deine Warteschlange legen"],
			["T", "die gewählte oder die vorderste Aufgabe nehmen"],
			["J / K", "die nächste oder die vorige Aufgabe wählen"],
			["S", "vom Nachbarn mit der meisten Arbeit stehlen"],
			["Y", "abgeben: deine Aufgabe zurück in deine Warteschlange legen"],
			["U", "deine letzte geplante Aufgabe zurückgeben"],
			["+ / −", "die gewählte Aufgabe früher oder später"],
			["W", "deine nächste Aufgabe auf andere Weise"],
			["1 – 8", "wo man Stapel verlangt: diese Größe verlangen, deine Art zuerst"],
		],
		scheduler: [
			["1 – 9", "die gewählte Aufgabe an diesen Kern geben oder verschieben, sonst die vorderste geben"],
			["1 – 9", "wo Aufträge der Reihe nach warten: diesen zum ersten seiner Art machen"],
			["J / K", "die nächste oder die vorige Aufgabe wählen"],
			["U", "die gewählte Aufgabe von ihrem Kern zurückholen"],
			["O", "die Reihenfolge der gemeinsamen Warteschlange ändern"],
			["Esc", "die Auswahl aufheben"],
		],
		both: [
			["N F L G", "Signale: brauche Arbeit, bin voll, die langen, danke"],
			["H", "ein Tipp, wenn du allein übst"],
			["M", "Ton an oder aus"],
			["?", "diese Hilfe"],
		],
	},

	next: "Weiter",
	start: "Start",
	pause: "Pause",
	resume: "Weiter",
	skip: "Runde beenden",
	repeat: "Noch einmal, gleicher Startwert",
	newSeed: "Neuer Startwert",
	end: "Ende",
};

export const debugWords: Inside["debugWords"] = {
	title: "Debug",
	tick: "Tick",
	checksum: "Prüfsumme",
	roundTrip: "Umlaufzeit",
	pending: "unterwegs",
	behind: "im Rückstand",
};

/** Why something that a player wanted changed nothing. */
export const allRefusalWords: Inside["allRefusalWords"] = {
	...refusalWords,
	malformed: "Der Server hat das nicht verstanden. Lade die Seite neu, wenn es wieder passiert.",
	badName: "Dieser Name geht nicht.",
	stale: "Das kam zu spät: Dein Bildschirm war im Rückstand.",
	notNow: "Das geht gerade nicht.",
	notAllowed: "Das gibt es in dieser Lektion nicht.",
	alreadyAnswered: "Diese Frage hast du schon beantwortet; die erste Antwort zählt.",
	tooMany: "Das war zu viel auf einmal. Mach etwas langsamer.",
};

export const lateWords: Inside["lateWords"] = {
	predict: "Zu spät: Die Klasse spielt schon, diese Vorhersage zählt nicht mehr.",
	answer: "Zu spät: Die Klasse ist weiter, diese Antwort zählt nicht mehr.",
};

/** Why this page is out of the class, and what can be done about it. */
export const goneWords: Inside["goneWords"] = {
	ended: {
		title: "Die Stunde ist zu Ende",
		text: "Danke fürs Mitspielen.",
		act: "Zur Startseite",
	},
	elsewhere: {
		title: "Du spielst jetzt woanders",
		text: "Dieser Platz ist in einem anderen Tab oder auf einem anderen Gerät offen.",
		act: "Stattdessen hier spielen",
	},
	reload: {
		title: "Es gibt ein neueres Coretet",
		text: "Lade diese Seite neu, um weiterzumachen. Dein Platz bleibt dir.",
		act: "Neu laden",
	},
	silent: {
		title: "Du warst eine Weile weg",
		text: "Dein Bot spielt für dich, bis du wieder da bist.",
		act: "Zurückkommen",
	},
	removed: {
		title: "Du bist nicht mehr in dieser Klasse",
		text: "Deine Lehrkraft hat dich entfernt. Mit einem anderen Namen kannst du wieder beitreten.",
		act: "Wieder beitreten",
	},
	blocked: {
		title: "Du bist nicht mehr in dieser Klasse",
		text: "Deine Lehrkraft hat dich entfernt. Sprich mit ihr, wenn du zurückkommen möchtest.",
		act: "Zur Startseite",
	},
	noSeat: {
		title: "Du hast hier noch keinen Platz",
		text: "Tritt mit dem Code und einem Namen bei.",
		act: "Beitreten",
	},
	refused: { title: "Das geht nicht", text: "", act: "Zur Startseite" },
};
