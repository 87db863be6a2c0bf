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
	schedulerText: "Gibt Aufgaben an die Kerne und verschiebt, was wartet.",
	coreSeat: "Kern",
	coreText:
		"Führt Aufgaben aus, eine nach der anderen, und sagt, welche aus seiner Warteschlange als Nächste läuft.",
	seatYours: (seat, where) => `Du bist ${seat} ${where}.`,
	seatSoon: "Du bekommst deinen Platz, wenn die erste Lektion beginnt.",
	scheduler: "der Scheduler",
	core: (core) => `Kern ${core}`,

	waitBrief: "Deine Lehrkraft beginnt, wenn alle das gelesen haben.",
	playsAlready:
		"Die anderen spielen schon; ein Bot hält deinen Platz. Sag, was du erwartest, dann spielst du mit.",
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
	idleSerial: "Wartet: Ein serieller Teil läuft auf einem anderen Kern.",
	idleNothing: "Gerade gibt es nichts zu tun.",
	idleBlocked: "Wartet: Noch kann keine Aufgabe beginnen.",
	idleWorkWaits: "Steht still, obwohl Arbeit wartet.",
	idleUndealt: "Ohne Arbeit: Was wartet, verteilt der Scheduler.",
	spinning: "Dreht sich: Jemand anders hat die Sperre.",

	myQueue: "Deine nächsten Aufgaben",
	myQueueEmpty: "Nichts geplant. Plane voraus: Eine geplante Aufgabe beginnt ohne Warten.",
	myQueueUndealt: "Für dich ist nichts verteilt.",
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

	causes: "Wo deine Zeit blieb",
	causesChip: "Wo die Zeit der Kerne blieb",
	causesNone: "Noch nichts.",

	helpTitle: "Was du tun kannst",
	helpTouch: "Tippen oder ziehen: Wähle eine Aufgabe, dann den Kern oder die Warteschlange, wohin sie soll.",
	keys: {
		core: {
			pick: ["1 – 9", "diese Aufgabe aus der gemeinsamen in deine Warteschlange legen"],
			take: ["T", "die gewählte oder die vorderste Aufgabe nehmen"],
			choose: ["J / K", "die nächste oder die vorige Aufgabe wählen"],
			steal: ["S", "vom Nachbarn mit der meisten Arbeit stehlen"],
			yield: ["Y", "abgeben: deine Aufgabe zurück in deine Warteschlange legen"],
			giveBack: ["U", "deine letzte geplante Aufgabe zurückgeben"],
			move: ["+ / −", "die gewählte Aufgabe früher oder später"],
			nextWay: ["W", "deine nächste Aufgabe auf andere Weise"],
		},
		scheduler: {
			pick: [
				"1 – 9",
				"die gewählte Aufgabe an diesen Kern geben oder verschieben, sonst die vorderste geben",
			],
			choose: ["J / K", "die nächste oder die vorige Aufgabe wählen"],
			giveBack: ["U", "die gewählte Aufgabe von ihrem Kern zurückholen"],
			nextOrder: ["O", "die Reihenfolge der gemeinsamen Warteschlange ändern"],
			nextWay: ["W", "was du als Nächstes gibst, auf andere Weise"],
			unchoose: ["Esc", "die Auswahl aufheben"],
		},
		signals: ["N F L G", "Signale: brauche Arbeit, bin voll, die langen, danke"],
		both: [
			["H", "ein Tipp, wenn du allein übst: drei je Runde, jeder kostet einen Stern"],
			["M", "Ton an oder aus"],
			["?", "diese Hilfe"],
		],
	},

	next: "Weiter",
	start: "Start",
	pause: "Pause",
	resume: "Weiter",
	skip: "Runde beenden",
	again: { repeat: "Noch einmal, mit dem, was du jetzt weißt", newSeed: "Eine andere Runde" },
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
	predictFirst: "Sag zuerst, was du erwartest, oder lass es aus.",
	roundOver: "Diese Runde ist vorbei: Die Klasse ist schon weiter.",
	hintTooSoon: "Tipps gibt es ab Sekunde 20. Probier erst etwas aus.",
	noHintsLeft: "Du hattest die drei Tipps dieser Runde schon.",
	alreadyAnswered: "Diese Frage hast du schon beantwortet; die erste Antwort zählt.",
	tooMany: "Das war zu viel auf einmal. Mach etwas langsamer.",
	betweenRounds: "Teams wechselt man zwischen den Runden, nicht während einer und nicht vor der ersten.",
	noSuchTeam: "Dieses Team gibt es nicht mehr.",
	teamFull: "Dieses Team ist voll: Ein Chip hat Plätze für fünf.",
	teamOfNobody: "Dann bliebe ein Team aus niemandem: Dieser Mensch hat schon ein Team für sich.",
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
