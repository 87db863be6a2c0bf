import { counted, number } from "../format.ts";
import type { Inside } from "../words.ts";

export const lessonWords: Inside["lessonWords"] = {
	brief: "Worum es geht",
	dilation: "1 Sekunde im Spiel ist 1 Millisekunde auf einem echten Chip.",
	coreNumber: (core) => `Kern ${core}`,
	batchDone: "Stapel fertig",
	briefNaive: "So spielen die meisten am Anfang",
	briefInsight: "Mit der Idee dieser Lektion",
	pictureKey: { serial: "serieller Teil", work: "paralleler Teil", task: "Aufgabe", wait: "wartet" },

	predictTitle: "Deine Vorhersage",
	predictBefore: "Lege dich auf eine Zahl fest, bevor du spielst. Niemand sieht sie.",
	predictCommit: "Festlegen",
	predictChange: "Ändern",
	predictDone: (value) => `Deine Vorhersage: ${value}.`,
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

	amdahlPlot: "Mehr Kerne, weniger Gewinn",
	amdahlPlotNote:
		"Ein Siebtel jedes Programms ist seriell. Egal wie viele Kerne es gibt, beim 7-Fachen ist Schluss.",
	amdahlAbove: "Ein Punkt über der Kurve heißt, dass der Chip mit einem Kern selbst Zeit verloren hat.",
	predictionTitle: "Eure Vorhersagen und die Wahrheit",
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

	parallelPlot: "Arbeit von wie vielen Kernen",
	parallelNote: (limit) =>
		`${counted(limit, "Kern, der nie wartet und nie wechselt, würde", "Kerne, die nie warten und nie wechseln, würden")} ${number(limit)} erreichen.`,
	measures: {
		work: { title: "Geleistete Arbeit", value: (value: number) => `${number(value, 1)} s` },
		kept: { title: "Geleistete Arbeit, die zählt", value: (value: number) => `${number(value, 1)} s` },
		jobs: { title: "Fertige Programme", value: (value: number) => number(value, 1) },
		turnaround: {
			title: "Wie lange eine Aufgabe im Mittel gedauert hat",
			value: (value: number) => `${number(value, 1)} s`,
		},
	},
	moreIsBetter: "Mehr ist besser.",
	lessIsBetter: "Weniger ist besser.",
	naive: "naive Regel",
	machine: "bestes Bekanntes im Maschinentempo",
	codeTitle: "Das ist der Code, den ihr gerade gespielt habt",
	leavesOutTitle: "Was dieses Modell weglässt",
	causesTitle: "Wo die Zeit blieb",
	causesNote: "Jede Nanosekunde jedes Kerns, nach Ursache. Jeder Balken ist 100 %.",
	momentsTitle: "Einen zweiten Blick wert",
	momentsNone: "In dieser Runde ist nichts schiefgegangen, was einen zweiten Blick wert wäre.",
	momentWhen: (from, to) => `Sekunde ${from} bis ${to}`,
	momentShow: (second) => `In der Wiederholung zeigen, Sekunde ${second}`,
	moments: {
		crash: (workS) => `Ein Absturz hat ${workS} s Arbeit vernichtet.`,
		lostUpdate: (count, counter) =>
			`${counted(count, "Änderung", "Änderungen")} an ${counter} verloren: Jemand anderes hat dazwischen geschrieben.`,
		convoy: (waiting, lock) => `Bis zu ${waiting} Aufgaben zugleich standen für das Schloss ${lock} an.`,
		coherence: (share) => `Die Kerne haben ${share} dieser Zeit auf Cache-Zeilen der anderen gewartet.`,
		bus: (share) => `Der Bus war voll: Die Kerne haben ${share} dieser Zeit auf den Speicher gewartet.`,
		workWaits: (core, lengthS) => `Kern ${core} stand ${lengthS} s still, obwohl Arbeit wartete.`,
	},
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
