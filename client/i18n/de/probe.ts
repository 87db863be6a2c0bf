import { PROBE_FACTS } from "#shared/lessons/probe.ts";
import { counted, list, number, percent } from "../base/format.ts";
import type { BeliefWords, ProbeTexts } from "../base/probe-texts.ts";
import type { Inside } from "../dictionary.ts";

const { amdahl, locality, race, ipc, heterogeneity, isolation } = PROBE_FACTS;

export const probeTexts: ProbeTexts = {
	amdahl: {
		name: "Amdahlsches Gesetz",
		ask: `${percent(amdahl.parallelShare)} eines Programms können parallel laufen. Wievielmal so schnell ist es auf ${amdahl.cores} Kernen wie auf einem?`,
		choice: ([times = 0]) => `${number(times, 1)}-mal`,
	},
	locality: {
		name: "Lokalität",
		ask: `Ein Kern führt vier Aufgaben in der Reihenfolge ${locality.tasks.join(", ")} aus. Jede rechnet ${locality.workMs}\u00a0ms. Davor müssen die Daten ihres Buchstabens ${locality.loadMs}\u00a0ms lang geladen werden, außer wenn die Aufgabe direkt davor sie schon benutzt hat. Wie lange dauert alles zusammen?`,
		choice: ([lengthMs = 0]) => `${number(lengthMs)}\u00a0ms`,
	},
	race: {
		name: "Wettlauf",
		ask: `Ein Zähler steht auf 0. Alle ${race.threads} Threads lesen ihn, zählen 1 dazu und schreiben ihn zurück, gleichzeitig und ohne Sperre. Was kann er danach zeigen?`,
		choice: (values) =>
			values.length === 1 ? `immer ${list(values.map(String))}` : list(values.map(String), "or"),
	},
	ipc: {
		name: "Nachrichten",
		ask: `Eine Nachricht zwischen zwei Prozessen kostet ${ipc.fixedUs}\u00a0µs und dazu ${ipc.perKilobyteUs}\u00a0µs pro kB. Wie lange brauchen ${ipc.messages} Nachrichten von 1\u00a0kB?`,
		choice: ([lengthUs = 0]) => `${number(lengthUs)}\u00a0µs`,
	},
	heterogeneity: {
		name: "Ungleiche Kerne",
		ask: `Ein schneller Kern schafft ${heterogeneity.speeds[0]} Aufgaben pro Sekunde, zwei langsame schaffen je ${heterogeneity.speeds[1]}. Wann können ${heterogeneity.tasks} gleiche Aufgaben frühestens alle fertig sein?`,
		choice: ([lengthS = 0]) => `nach ${counted(lengthS, "Sekunde", "Sekunden")}`,
	},
	isolation: {
		name: "Isolation",
		ask: `Acht Jobs laufen als Threads: je ${isolation.threadsEach} in ${isolation.processes} Prozessen. Ein Thread stürzt ab. Wie viele der anderen sieben laufen weiter?`,
		choice: ([left = 0]) => (left === 0 ? "keiner" : number(left)),
	},
};

export const beliefWords: BeliefWords = {
	everyCoreCounts: "Jeder weitere Kern bringt so viel wie der erste.",
	shareOfCores: "Der parallele Anteil der Kerne ist die Beschleunigung.",
	limitReached: "Die Grenze für unendlich viele Kerne ist schon mit wenigen erreicht.",
	alwaysCold: "Jede Aufgabe lädt ihre Daten neu.",
	alwaysWarm: "Daten sind immer zur Hand.",
	loadedOnce: "Einmal laden genügt für alle Daten.",
	nothingLost: "Eins dazuzählen lässt sich nicht unterbrechen, also geht nichts verloren.",
	lastWins: "Der letzte macht die anderen immer zunichte.",
	bothLost: "Alle Additionen können verloren gehen.",
	onlyBytes: "Nur die Datenmenge kostet.",
	fixedOnce: "Der feste Preis fällt nur einmal an.",
	sharedAnyway: "Prozesse teilen ihren Speicher, also wird nichts gesendet.",
	equalShares: "Jeder Kern soll gleich viele Aufgaben bekommen.",
	onlyFastest: "Nur der schnelle Kern soll arbeiten.",
	allFast: "Alle Kerne sind so schnell wie der schnellste.",
	crashesAlone: "Ein Thread stürzt allein ab.",
	takesAll: "Ein Absturz reißt alle Prozesse mit.",
};

export const probeWords: Inside["probeWords"] = {
	title: "Sechs Fragen",
	before: "Bevor es losgeht: Was denkst du jetzt schon? Raten ist in Ordnung, auslassen auch.",
	after: "Noch einmal dieselben Fragen: Was denkst du jetzt?",
	anonymous: "Niemand sieht deine Antworten. Die Klasse sieht nur, wie viele von allen richtig waren.",
	submit: "Abgeben",
	skip: "Lieber nicht",
	thanks: "Danke. Deine Antworten stecken jetzt in der Summe der Klasse.",

	askBefore:
		"Stelle jetzt und nach der letzten Lektion sechs Fragen und sieh, was die Klasse gelernt hat. Freiwillig und ohne Namen.",
	askAfter:
		"Stelle die sechs Fragen noch einmal und sieh, was die Klasse gelernt hat. Freiwillig und ohne Namen.",
	handedIn: (sheets) => `${counted(sheets, "hat", "haben")} abgegeben. Niemand muss.`,

	gainTitle: "Was Klassen gelernt haben",
	gainNote:
		"Anteil richtiger Antworten auf dieselben sechs Fragen vor der ersten und nach der letzten Lektion.",
	class: (code) => `Klasse ${code}`,
	sheets: (before, after) => `${counted(before, "Blatt", "Blätter")} vorher, ${number(after)} nachher`,
	tooFew: (least) => `Wird ab ${number(least)} Blättern gezeigt, damit niemand zu erkennen ist.`,
	concept: "Thema",
	atBefore: "Vorher",
	atAfter: "Nachher",
	gain: "Gewinn",
	points: (points) => `${points > 0 ? "+" : ""}${number(points)} Prozentpunkte`,
	belief: "Häufigster Irrtum zuletzt",
	beliefShare: (belief, share) => `${belief} (${share})`,
};
