import { counted, fixed, number, percent } from "../format.ts";
import type { LessonTexts } from "../lesson-texts.ts";
import type { Inside } from "../words.ts";

export const lessonTexts: LessonTexts = {
	"parallel-work": {
		brief: [
			"Euer Chip hat vier Kerne und einen Scheduler. Stapel ungleicher Aufgaben kommen an; der nächste Stapel wartet auf die letzte Aufgabe.",
			"Der Scheduler verteilt Aufgaben. Kerne planen voraus und stehlen einander Arbeit. Ein Kern ohne Arbeit ist verlorene Zeit.",
		],
		picture:
			"Ein Scheduler verteilt verschieden lange Aufgaben an vier Kerne; ein Kern rechnet noch, während drei warten.",
		predict: "25 gleich lange Aufgaben laufen auf 4 Kernen. Wievielmal so schnell ist das wie auf 1 Kern?",
		predictUnit: "mal so schnell",
		questions: [
			{
				ask: ({ usefulShare }) =>
					`Eure Kerne haben ${percent(usefulShare)} der Zeit nützlich gearbeitet. Was würde diesen Anteil am meisten erhöhen?`,
				choices: [
					"Mehr Aufgaben in jedem Stapel, die gleich lang sind",
					"Ein fünfter Kern",
					"Die längsten Aufgaben zuerst beginnen, damit alle Kerne zugleich fertig werden",
				],
				why: "Ein Stapel ist fertig, wenn seine letzte Aufgabe fertig ist. Eine lange Aufgabe, die spät beginnt, lässt die anderen Kerne warten.",
			},
			{
				ask: () => "Warum sind 25 gleiche Aufgaben auf 4 Kernen nicht 4-mal so schnell?",
				choices: [
					"Im letzten von 7 Schritten hat nur ein Kern eine Aufgabe",
					"Vier Kerne stören einander",
					"Das Wechseln zwischen Aufgaben dauert zu lange",
				],
				why: "24 Aufgaben füllen sechs volle Schritte. Die 25. braucht allein einen siebten: 25 / 7 = 3,57.",
			},
			{
				ask: ({ speedup }) =>
					`Euer Chip war ${fixed(speedup, 2)}-mal so schnell wie ein Kern. Was können 4 Kerne nie sein?`,
				choices: ["Langsamer als ein Kern", "Mehr als 4-mal so schnell wie ein Kern", "Immer beschäftigt"],
				why: "Vier Kerne schaffen in einer Sekunde höchstens vier Sekunden Arbeit. Alles Warten und Wechseln geht davon ab.",
			},
		],
	},
	amdahl: {
		brief: [
			"Jedes Programm beginnt mit einem seriellen Teil, den nur ein Kern ausführen kann. Danach können zwölf Teile nebeneinander laufen.",
			"Chips mit 1, 2, 4 und 8 Kernen spielen dieselben 90 Sekunden. Versorgt jeden Kern und beginnt den nächsten seriellen Teil früh.",
		],
		picture:
			"Auf einem Kern laufen der serielle Teil und die parallelen Teile nacheinander. Auf vier Kernen schrumpfen die parallelen Teile, der serielle nicht.",
		predict:
			"90 % eines Programms können parallel laufen. Wievielmal so schnell ist es auf 1.024 Kernen wie auf 1 Kern?",
		predictUnit: "mal so schnell",
		questions: [
			{
				ask: ({ cores, speedup }) =>
					`Euer Chip mit ${counted(cores, "Kern", "Kernen")} hat ${fixed(speedup, 2)}-mal so viel geschafft wie 1 Kern. Was hat ihn am meisten gebremst?`,
				choices: [
					"Seine Kerne waren langsamer",
					"Der serielle Teil, währenddessen die anderen Kerne warten",
					"Es gab nicht genug parallele Teile",
				],
				why: "Während ein serieller Teil läuft, rechnet ein Kern, und alle anderen warten, egal wie viele es sind.",
			},
			{
				ask: () =>
					"6/7 dieses Programms können parallel laufen. Was erreicht man mit noch so vielen Kernen höchstens?",
				choices: ["Das 6-Fache", "So viel, wie es Kerne gibt", "Das 7-Fache"],
				why: "Das serielle Siebtel bleibt immer. Mit unendlich vielen Kernen braucht nur noch dieses Zeit: 1 / (1/7) = 7.",
			},
			{
				ask: () => "Ein Programm ist zu 90 % parallel und läuft auf 1.024 Kernen. Was hilft am meisten?",
				choices: [
					"Den seriellen Teil halb so lang machen",
					"1.024 weitere Kerne",
					"Kerne, die schneller wechseln",
				],
				why: "Mit halb so langem seriellem Teil ist es 19,7-mal so schnell wie auf einem Kern. Mit doppelt so vielen Kernen nur 9,96-mal.",
			},
		],
	},
};

export const lessonWords: Inside["lessonWords"] = {
	brief: "Worum es geht",
	dilation: "1 Sekunde im Spiel ist 1 Millisekunde auf einem echten Chip.",
	coreNumber: (core) => `Kern ${core}`,
	batchDone: "Stapel fertig",
	pictureKey: { serial: "serieller Teil", work: "paralleler Teil", task: "Aufgabe", wait: "wartet" },

	predictTitle: "Deine Vorhersage",
	predictBefore: "Lege dich auf eine Zahl fest, bevor du spielst. Niemand sieht sie.",
	predictCommit: "Festlegen",
	predictChange: "Ändern",
	predictDone: (value) => `Deine Vorhersage: ${value}-mal so schnell.`,
	predictOpen: "Du kannst sie ändern, bis das Spiel beginnt.",
	predictRange: (min, max) => `Tippe eine Zahl von ${number(min)} bis ${number(max)} ein.`,
	predictSlider: "Zu einer Zahl schieben",
	predictField: "Oder eintippen",
	predictCount: (made, of) => `${number(made)} von ${number(of)} haben sich festgelegt`,

	explainTitle: "Was ihr gemessen habt",
	loading: "Das Ergebnis wird ausgerechnet …",
	speedup: "Beschleunigung",
	cores: "Kerne",
	chipHead: "Chip",
	chip: (chip) => `Chip ${chip + 1}`,
	chipCores: (chip, cores) => `Chip ${chip + 1} · ${counted(cores, "Kern", "Kerne")}`,
	measured: "gemessen",
	best: "bestes bekanntes",
	law: "Amdahlsches Gesetz, p = 6/7",
	ideal: "ideal",
	limit: (limit) => `Grenze ${number(limit)}`,
	table: "Zahlen als Tabelle",

	amdahlHeadline: (cores, speedup, law) =>
		`${counted(cores, "Kern hat", "Kerne haben")} ${fixed(speedup, 2)}-mal so viel geschafft wie einer. Das Amdahlsche Gesetz sagt ${fixed(law, 2)}.`,
	amdahlPlot: "Mehr Kerne, weniger Gewinn",
	amdahlPlotNote:
		"Ein Siebtel jedes Programms ist seriell. Egal wie viele Kerne es gibt, beim 7-Fachen ist Schluss.",
	amdahlAbove: "Ein Punkt über der Kurve heißt, dass der Chip mit einem Kern selbst Zeit verloren hat.",
	predictionTitle: "Eure Vorhersagen und die Wahrheit",
	predictionAmdahl:
		"Zu 90 % parallel ist auf 1.024 Kernen 9,91-mal so schnell. Die Grenze für beliebig viele Kerne ist 10; die 10,9, die man lesen kann, sind also unmöglich.",
	predictionParallel: "25 gleiche Aufgaben auf 4 Kernen brauchen 7 Schritte: 25 / 7 = 3,57-mal so schnell.",
	limitPlot: "90 % parallel, immer mehr Kerne",
	impossible: (value) => `${value}: unmöglich`,
	predictionNone: "Niemand hat eine Vorhersage gemacht.",
	predictionMine: (value) => `Du: ${value}`,
	predictionTruth: (value) => `Theorie: ${value}`,
	predictionSummary: (count, median, truth) =>
		count === 1
			? `Eine Vorhersage, ${median}; die Theorie sagt ${truth}.`
			: `${number(count)} Vorhersagen, die mittlere ${median}; die Theorie sagt ${truth}.`,
	scheduleTitle: "25 Aufgaben auf 4 Kernen",
	scheduleNote: "Sechs volle Schritte und ein siebter für die letzte Aufgabe allein.",

	parallelHeadline: (speedup, cores) =>
		`Zusammen wart ihr ${fixed(speedup, 2)}-mal so schnell wie ein Kern. Die Grenze von ${counted(cores, "Kern", "Kernen")} ist ${number(cores)}.`,
	parallelPlot: "Arbeit von wie vielen Kernen",
	parallelNote: (limit) =>
		`${counted(limit, "Kern, der nie wartet und nie wechselt, würde", "Kerne, die nie warten und nie wechseln, würden")} ${number(limit)} erreichen.`,
	causesTitle: "Wo die Zeit blieb",
	causesNote: "Jede Nanosekunde jedes Kerns, nach Ursache. Jeder Balken ist 100 %.",
	questionsTitle: "Drei Fragen",
	right: "Richtig.",
	wrong: "Nicht ganz.",
	scoreNote: "Punkte: 0 ist die naive Strategie, 100 die beste bekannte im Tempo eines Menschen.",
};

export const causeWords: Inside["causeWords"] = {
	useful: "Nützliche Arbeit",
	cacheStall: "Warten auf den Cache",
	busStall: "Warten auf den Bus",
	coherenceStall: "Warten auf Kohärenz",
	spin: "Drehen vor einer Sperre",
	ipc: "Nachrichten",
	delegating: "Verteilen",
	switch: "Kontextwechsel",
	waking: "Aufwachen",
	idleWorkWaits: "Stillstand, Arbeit wartet",
	idleSerial: "Stillstand, serieller Teil läuft",
	idleBlocked: "Stillstand, alles blockiert",
	idleNothing: "Stillstand, nichts mehr zu tun",
	asleep: "Schlaf",
};
