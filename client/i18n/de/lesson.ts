import type { NoScore } from "#shared/result/why-no-score.ts";
import { counted, fixed, list, number, percent } from "../base/format.ts";
import type { Inside } from "../dictionary.ts";

const NO_SCORE: Readonly<Record<NoScore, string>> = {
	nobody: "Dort hat in den ersten zehn Sekunden niemand gespielt.",
	short: "Die Runde wurde beendet, bevor ein Drittel gespielt war.",
	same: "Die naive Strategie ist dort so gut wie die beste bekannte.",
};

export const lessonWords: Inside["lessonWords"] = {
	brief: "Worum es geht",
	dilation: "1 Sekunde im Spiel ist 1 Millisekunde auf einem echten Chip.",
	coreNumber: (core) => `Kern ${core}`,
	briefNaive: "So spielen die meisten am Anfang",
	briefExpert: "Mit der Regel",
	briefBots:
		"Die ersten 40 Sekunden einer Runde, wie die Bots sie spielen: Eine Zeile ist ein Kern, eine Farbe, womit er seine Zeit verbringt",
	changeTitle: "Was sich geändert hat: dieselbe Runde, dieselben Plätze",
	changeScore: "Punkte",
	hintsCost: (hints, stars) =>
		stars === 0
			? `${counted(hints, "Tipp", "Tipps")} genommen.`
			: `${counted(hints, "Tipp hat", "Tipps haben")} ${counted(stars, "Stern", "Sterne")} gekostet.`,
	playedShare: (share, parts) =>
		({
			one: `Du hast deinen Platz zu ${share} selbst gespielt, ein Bot den Rest.`,
			both: `Du hast deinen Platz in beiden Teilen zusammen zu ${share} selbst gespielt, ein Bot den Rest.`,
			second: `Du hast deinen Platz im zweiten Teil zu ${share} selbst gespielt, ein Bot den Rest.`,
		})[parts],
	notCounted: "Darum zählt diese Runde nicht: Für Sterne spiele selbst.",
	ruleTitle: "Die Regel",
	briefCores: (cores) => counted(cores, "Kern", "Kerne"),

	predictTitle: "Deine Vorhersage",
	predictBefore: "Lege dich auf eine Zahl fest, bevor du spielst. Niemand sieht sie.",
	predictCommit: "Festlegen",
	predictSkip: "Auslassen: keine Vorhersage",
	predictNone: "Du hast keine Vorhersage gemacht.",
	predictChange: "Ändern",
	predictDone: (value) => `Deine Vorhersage: ${value}.`,
	predictOpen: "Du kannst sie ändern, bis das Spiel beginnt.",
	predictRange: (min, max) => `Tippe eine Zahl von ${number(min, 1)} bis ${number(max, 1)} ein.`,
	predictSlider: "Zu einer Zahl schieben",
	predictField: "Oder eintippen",
	predictCount: (made, of) => `${number(made)} von ${number(of)} haben sich festgelegt`,

	discussTitle: "Redet darüber",
	discussSoon: "Leg dich erst auf eine Zahl fest. Vergleich sie dann mit der neben dir.",
	discussNow:
		"Sag neben dir deine Zahl, und warum. Wer überzeugt ist, darf die eigene ändern, bis das Spiel beginnt.",

	explainTitle: "Was ihr gemessen habt",
	loading: "Das Ergebnis wird ausgerechnet …",
	speedup: "Beschleunigung",
	cores: "Kerne",
	chipHead: "Chip",
	chip: (chip) => `Chip ${chip + 1}`,
	measured: "gemessen",
	best: "bestes bekanntes",
	law: (parallelShare) => `Amdahlsches Gesetz, ${percent(parallelShare)} parallel`,
	ideal: "ideal",
	limit: (limit) => `Grenze ${number(limit)}`,
	table: "Zahlen als Tabelle",

	amdahlPlot: "Mehr Kerne, weniger Gewinn",
	amdahlPlotNote: (serialShare, limit) =>
		`${percent(serialShare)} jedes Programms sind seriell. Egal wie viele Kerne es gibt, beim ${number(limit)}-Fachen ist Schluss.`,
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
	lockBench: "Wie man an einer Sperre wartet, ausprobiert",
	lockBenchNote: (cores, rounds, wakeS) =>
		`Dieselben Aufgaben auf ${counted(cores, "Kern", "Kernen")}, gleich verteilt und geordnet, ${number(rounds)}-mal; nur das Warten ist anders. Wecken dauert ${fixed(wakeS, 1)} s: kürzer, als die lange Sperre gehalten wird, länger als die kurze. Weniger ist besser.`,
	lockWay: "Art zu warten",
	lockWays: {
		spin: "immer im Kreis drehen: der Kern wartet mit",
		sleep: "immer schlafen: der Kern macht anderes weiter",
		byLength: "an der langen Sperre schlafen, an der kurzen im Kreis drehen",
	},

	parallelPlot: "Arbeit von wie vielen Kernen",
	parallelNote: (limit) =>
		`${counted(limit, "Kern, der nie wartet und nie wechselt, würde", "Kerne, die nie warten und nie wechseln, würden")} ${number(limit)} erreichen.`,
	measures: {
		work: { title: "Geleistete Arbeit", value: (value: number) => `${fixed(value, 1)} s` },
		onTime: {
			title: "Geschaffte Arbeit, abzüglich verspäteter Aufgaben",
			value: (value: number) => `${fixed(value, 1)} s`,
		},
		kept: { title: "Geleistete Arbeit, die zählt", value: (value: number) => `${fixed(value, 1)} s` },
		energy: {
			title: "Energie, und was Verspätungen kosten",
			value: (value: number) => `${number(value, 0)} mJ`,
		},
		lots: {
			title: "Wie lange ein Auftrag im Mittel gedauert hat",
			value: (value: number) => `${fixed(value, 1)} s`,
		},
		timely: { title: "Rechtzeitige Arbeit, ohne Fehler", value: (value: number) => `${fixed(value, 1)} s` },
		jobs: { title: "Fertige Programme", value: (value: number) => fixed(value, 1) },
		turnaround: {
			title: "Wie lange eine Aufgabe im Mittel gedauert hat",
			value: (value: number) => `${fixed(value, 1)} s`,
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
	cannotReplay: {
		notCarried: (version) =>
			`Version ${version} der Simulation hat diese Runde gespielt, und dieses Coretet hat sie nicht.`,
		missing: (version) =>
			`Version ${version} der Simulation, die diese Runde gespielt hat, wurde nicht geladen. Lade die Seite neu, um sie noch einmal abzuspielen.`,
		damaged: (version) =>
			`Die Datei von Version ${version} der Simulation, die diese Runde gespielt hat, ist auf dem Server beschädigt.`,
		refused: (version) =>
			`Das Protokoll dieser Runde ist nicht so, wie Version ${version} der Simulation es erwartet.`,
	},
	asStored: "Was herauskam, steht hier, wie es gespeichert wurde.",
	momentsTitle: "Einen zweiten Blick wert",
	momentsNone: "In dieser Runde ist nichts schiefgegangen, was einen zweiten Blick wert wäre.",
	momentWhen: (from, to) => `Sekunde ${from} bis ${to}`,
	momentShow: (second) => `In der Wiederholung zeigen, Sekunde ${second}`,
	moments: {
		crash: (workS) => `Ein Absturz hat ${workS} s Arbeit vernichtet.`,
		lostUpdate: (count, counter) =>
			`${counted(count, "Änderung", "Änderungen")} an ${counter} verloren: Jemand anderes hat dazwischen geschrieben.`,
		convoy: (waiting, lock) => `Bis zu ${waiting} Aufgaben zugleich standen für die Sperre ${lock} an.`,
		coherence: (share) => `Die Kerne haben ${share} dieser Zeit auf Cache-Zeilen der anderen gewartet.`,
		bus: (share) => `Der Bus war voll: Die Kerne haben ${share} dieser Zeit auf den Speicher gewartet.`,
		workWaits: (core, lengthS) => `Kern ${core} stand ${lengthS} s still, obwohl Arbeit wartete.`,
	},
	concepts: {
		amdahl: "Der serielle Teil",
		balance: "Gleichmäßige Last",
		bandwidth: "Speicherbandbreite",
		deadlines: "Fristen",
		granularity: "Größe von Stapeln",
		heterogeneity: "Ungleiche Kerne",
		inversion: "Prioritätsumkehr",
		ipc: "Nachrichten zwischen Prozessen",
		isolation: "Isolation",
		locality: "Daten nahe halten",
		locks: "Sperren",
		planning: "Vorausplanen",
		policy: "Reihenfolge der Arbeit",
		race: "Wettläufe",
	},
	evidenceOwn: {
		one: "Was du in dieser Runde entschieden hast",
		both: "Was du in beiden Teilen entschieden hast",
		second: "Was du im zweiten Teil entschieden hast",
	},
	ownDecisions: (commands) =>
		commands === 0
			? "Du hast keinen eigenen Befehl gegeben."
			: `Du hast ${counted(commands, "eigenen Befehl", "eigene Befehle")} gegeben.`,
	evidenceOwnNote: "Es ist keine Note. Das siehst nur du, in einer Klasse auch deine Lehrkraft.",
	evidenceSeen: (times) => (times === 0 ? "nicht entschieden" : `${number(times)}-mal entschieden`),
	evidenceUndecided: "hat nichts entschieden",
	evidenceUsed: (taken, of) => `genutzt: ${number(taken)} von ${number(of)}, mehr als durch Zufall`,
	evidenceNotUsed: (taken, of) => `${number(taken)} von ${number(of)}, nicht deutlich mehr als durch Zufall`,
	evidenceExplained: (explained) =>
		explained === null ? "Frage nicht beantwortet" : explained ? "erklärt" : "noch nicht erklärt",
	questionsTitle: "Fragen",
	right: "Richtig.",
	wrong: "Nicht ganz.",
	scoreNote:
		"Maßstab: 0 ist die naive Strategie auf allen Plätzen, 100 die beste bekannte auf den Plätzen der Menschen, beide im Tempo eines Menschen. Unter −20 und über 110 geht es nicht.",
	noScore: (names, why) => `Keine Punkte für ${list(names)}: ${NO_SCORE[why]}`,
	scoreParts: (sides) => `Punkte: ${sides.join(" · ")}.`,
	headlineOf: (what, items) => `${what}: ${items.join("; ")}.`,
	headlineItem: (name, value) => `${name} ${value}`,
	headlinePart: (name, value, naive, best) =>
		`${name} ${value} (naive Strategie ${naive}, beste bekannte ${best})`,
	headlineSpan: (least, most, chips) => `von ${least} bis ${most} auf ${counted(chips, "Chip", "Chips")}`,
	headlineSizes: (sizes) =>
		`So viel Arbeit wie ein Kern, mal: ${sizes.map(({ cores, measured }) => `${counted(cores, "Kern", "Kerne")} ${fixed(measured, 2)}`).join("; ")}.`,
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
