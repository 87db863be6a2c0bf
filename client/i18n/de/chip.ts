import type { RefusalReason } from "#shared/sim/chip/command.ts";
import type { TokenFacts } from "../../present/labels.ts";
import { counted, number, seconds } from "../base/format.ts";
import type { Inside } from "../dictionary.ts";

/** Why a command did nothing, one sentence each. */
export const refusalWords: Record<RefusalReason, string> = {
	roundOver: "Die Runde ist vorbei.",
	notYourSeat: "Diese Aufgabe hat schon ein anderer Kern.",
	noSuchThread: "Diese Aufgabe ist noch nicht da.",
	noSuchCore: "Diesen Kern gibt es nicht.",
	noSuchJob: "Diesen Auftrag gibt es nicht.",
	noSuchProcess: "Dieses Programm gibt es nicht.",
	noSuchLock: "Diese Sperre gibt es nicht.",
	noSuchWay: "So lässt sich diese Aufgabe nicht erledigen.",
	noSuchPoint: "Diese Taktstufe hat der Kern nicht.",
	alreadyStarted: "Zu spät: Diese Aufgabe hat schon begonnen.",
	alreadyRunning: "Zu spät: Diese Aufgabe läuft schon.",
	alreadyDone: "Zu spät: Diese Aufgabe ist schon fertig.",
	notPlanned: "Diese Aufgabe steht in keiner Warteschlange.",
	queueFull: "Diese Warteschlange ist voll.",
	queueEmpty: "Die gemeinsame Warteschlange ist leer.",
	notCrashed: "Dieses Programm ist nicht abgestürzt.",
	noneToDeal: "Keine Aufgabe dieses Auftrags steht in der gemeinsamen Warteschlange.",
	nothingToSteal: "Bei diesem Kern gibt es nichts zu holen.",
	nothingRunning: "Auf deinem Kern läuft nichts, was du zurücklegen könntest.",
	tooMuch: "So viel Cache ist nicht mehr frei.",
	cannotRunThere: "Auf diesem Kern kann die Aufgabe nicht laufen.",
	notDivisible: "Diese Aufgabe wird nicht in Stapel geteilt.",
	notYetReady: "Dieser Auftrag wartet noch auf einen anderen.",
	notFirst: "Ein anderer Auftrag dieser Art kommt zuerst.",
	askedEnough: "Mehr Stapel darf dein Kern noch nicht verlangen.",
	isMaster: "Der Meister teilt aus und bekommt keine Stapel.",
	batchStays: "Ein Stapel bleibt bei dem Kern, der ihn verlangt hat.",
	schedulerDeals: "Diese verteilt der Scheduler.",
};

export const signalWords: Inside["signalWords"] = {
	needWork: "Brauche Arbeit",
	full: "Bin voll",
	longOnes: "Die langen!",
	thanks: "Danke",
};

const kinds = {
	serial: "serieller Teil",
	parallel: "Aufgabe",
	locking: "Aufgabe mit Sperre",
	dividing: "Auftrag in Stapeln",
} as const;

const spokenStates = {
	run: "rechnet",
	cold: "rechnet mit kaltem Cache",
	bus: "wartet auf den Speicherbus",
	sharing: "wartet auf eine Zeile, die andere schreiben",
	switch: "wechselt",
	handOut: "verteilt",
	spin: "dreht sich vor einer Sperre",
	workWaits: "steht still, obwohl Arbeit wartet",
	serial: "steht still, während ein serieller Teil läuft",
	blocked: "steht still, alle Arbeit ist blockiert",
	nothing: "steht still, nichts zu tun",
	asleep: "schläft",
} as const;

export const chipLabels: Inside["chipLabels"] = {
	chip: "Der Chip",
	sharedQueue: "Gemeinsam",
	next: "Danach",
	privateCache: "Eigener Cache",
	program: "Programm",
	scheduler: "Scheduler",
	you: "DU",
	bot: "Bot",
	yourMove: "du bist dran",
	jobsDone: "Jobs fertig",
	tasksDone: "Aufgaben fertig",
	empty: "leer",
	decimalMark: ",",
	coreShort: (core) => `K${core}`,
	states: {
		run: "RECHNET",
		cold: "CACHE KALT",
		bus: "BUS VOLL",
		sharing: "ZEILE WEG",
		switch: "WECHSEL",
		handOut: "VERTEILT",
		spin: "SPERRE",
		workWaits: "ARBEIT DA",
		serial: "SERIELL",
		blocked: "BLOCKIERT",
		nothing: "NICHTS",
		asleep: "SCHLÄFT",
	},
	kinds,
	orders: { arrival: "wie sie kommen", longestFirst: "längste zuerst", shortestFirst: "kürzeste zuerst" },
	signals: signalWords,
	speakCore: ({ number: core, name, own, state, task, planned, decides }) => {
		const who = own ? `Kern ${core}, du` : `Kern ${core}, ${name}`;
		const what =
			task === undefined
				? spokenStates[state]
				: `${spokenStates[state]}: ${kinds[task.kind]}, ${seconds(task.seconds)}, ${task.percent} %`;
		const plan = planned === 0 ? "nichts geplant" : `${number(planned)} geplant`;
		return `${who}: ${what}, ${plan}${decides ? ", wartet auf eine Entscheidung" : ""}`;
	},
	speakToken: (facts) =>
		`${capital(kinds[facts.kind])}, ${seconds(facts.seconds)}${facts.data === undefined ? "" : `, Buchstabe ${facts.data}`}, ${
			facts.ready ? "bereit" : "noch nicht bereit"
		}${marksOf(facts)}, ${whereOf(facts)}${facts.pending ? ", wird gesendet" : ""}`,
	saySerialStarts: "Ein serieller Teil beginnt.",
	sayJobDone: (done) => `${counted(done, "Job", "Jobs")} fertig.`,
	sayYouStarted: (kind, lengthS) => `Du hast ${articled(kind)} von ${seconds(lengthS)} begonnen.`,
	sayYouFinished: (lengthS) => `Du hast ${seconds(lengthS)} Arbeit geschafft.`,
	sayYourMove: "Dein Kern ist frei: Wähle eine Aufgabe.",
	sayPlannedForYou: (lengthS, who) => `${who} hat dir eine Aufgabe von ${seconds(lengthS)} gegeben.`,
	sayStolenFromYou: (lengthS, who) => `${who} hat dir eine Aufgabe von ${seconds(lengthS)} weggenommen.`,
	saySignal: (who, signal) => `${who}: ${signalWords[signal]}`,
	sayRefused: (reason) => refusalWords[reason],
	sayRoundOver: "Die Runde ist vorbei.",
};

function marksOf({ alarm, risky, rare, followers }: TokenFacts): string {
	const deadline = alarm === undefined ? "" : alarm === "late" ? ", zu spät" : ", bald fällig";
	return `${deadline}${risky ? ", kann abstürzen" : ""}${rare ? ", nur manche Kerne können sie" : ""}${followers > 0 ? `, ${followers} in einer Reihe warten auf sie` : ""}`;
}

function whereOf({ core, place }: TokenFacts): string {
	return core === undefined
		? `Nummer ${place} in der gemeinsamen Warteschlange`
		: `Nummer ${place} in der Warteschlange von Kern ${core}`;
}

function articled(kind: keyof typeof kinds): string {
	if (kind === "serial") return "einen seriellen Teil";
	return `${kind === "dividing" ? "ein" : "eine"} ${kinds[kind]}`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
