import { counted, fixed, number, percent } from "../base/format.ts";
import type { Inside } from "../dictionary.ts";

export const brainWords: Inside["brainWords"] = {
	tasksPicture: "Viele Punkte, einer in anderer Farbe; dann ein farbiges Quadrat mit einer Zahl darin.",
	needs: "Dieses Experiment braucht Augen auf dem Bildschirm und zwei schnelle Hände.",
	needsText:
		"Du kannst aussetzen. Niemand erfährt, wer das war; die Klasse sieht nur, wie viele. Das Ergebnis siehst du mit allen anderen.",
	sitOut: "Diesmal aussetzen",
	sitOutSure: "Aussetzen? Noch einmal drücken",
	begin: "Los",
	checking: "Dein Bildschirm wird geprüft …",
	slowScreen: (perSecond) =>
		`Dein Bildschirm zeigt nur ${number(perSecond)} Bilder in der Sekunde. Du kannst mitmachen, aber deine Zeiten zählen nicht. Vielleicht hilft es, andere Fenster zu schließen.`,
	paused: "Pause. Danach geht es hier weiter.",

	searchTitle: "Zuerst: Viele schauen zugleich",
	searchText: "Punkte erscheinen. Ist einer davon orange? Antworte, so schnell du kannst.",
	searchKeys: { left: "Nein", right: "Ja" },
	searchTrial: (index, of) => `Bild ${number(index + 1)} von ${number(of)}`,

	dualTitle: "Jetzt: zwei Antworten zugleich",
	dualText:
		"Ein Quadrat erscheint: Beantworte sofort seine Farbe. Dann erscheint darin eine Zahl: Beantworte auch sie.",
	dualRule: "Erst die Farbe, sofort. Warte nicht auf die Zahl. Beides, so schnell du kannst.",
	colours: ["Blau", "Orange"],
	leftHand: "Linke Hand",
	rightHand: "Rechte Hand",
	practiceTrial: (index, of) => `Übung ${number(index + 1)} von ${number(of)}`,
	dualTrial: (index, of) => `Durchgang ${number(index + 1)} von ${number(of)}`,
	feedback: {
		right: "Beides richtig",
		colour: "Die Farbe war falsch",
		digit: "Die Zahl war falsch",
		both: "Beides war falsch",
		missed: "Zu langsam: Beantworte beides",
		waited: "Erst die Farbe, und zwar sofort",
	},

	doneTitle: "Du bist fertig",
	doneText: "Danke. Das ist deine eigene Kurve; nur du siehst sie.",
	satOutTitle: "Du setzt diesmal aus",
	satOutText: "Das ist in Ordnung. Als Nächstes kommt das Ergebnis der Klasse.",
	waiting: "Die anderen sind noch dabei …",
	showResult: "Zum Ergebnis",
	verdicts: {
		counted: (kept, done) =>
			`${number(kept)} von ${counted(done, "Durchgang", "Durchgängen")} zählen: beides richtig und alles rechtzeitig gezeigt.`,
		coarseClock:
			"Dein Browser rundet Zeiten zu deinem Schutz auf Zehntelsekunden, deshalb zählen deine Zeiten für die Klasse nicht.",
		slowScreen:
			"Dein Bildschirm war zu langsam, um die Abstände genau zu zeigen, deshalb zählen deine Zeiten für die Klasse nicht.",
		fewRight: "Zu wenige Antworten waren richtig, deshalb zählen deine Zeiten für die Klasse nicht.",
		fewTrials:
			"Für jeden Abstand blieben zu wenige Durchgänge, deshalb zählen deine Zeiten für die Klasse nicht.",
		satOut: "Du hast diesmal ausgesetzt.",
	},

	progress: (done, of) => `${number(done)} von ${number(of)} fertig`,
	whoNotYet:
		"Wessen Zeiten nicht zählen und warum, steht als Zahl da, wenn alle fertig sind. Vorher würde es verraten, wer.",
	projectorTitle: "Schaut auf euren eigenen Bildschirm",
	projectorText:
		"Zuerst: den Punkt finden. Danach: erst die Farbe, sofort, dann die Zahl. Alles so schnell ihr könnt.",

	headlineFew:
		"Entscheidungen stehen am Engpass Schlange: Je früher die Zahl folgt, desto länger wartet sie.",
	headlineReference:
		"Entscheidungen stehen am Engpass Schlange: 473 andere warteten umso länger, je früher die Zahl auf die Farbe folgte.",
	curveTitle: "Wie lange die Zahl wartete",
	curveNote:
		"Gesehen wird nebeneinander, entschieden eins nach dem anderen. Wie vor einer Sperre: Was 100 ms früher kommt, wartet 100 ms länger.",
	curveFit: (effectMs, marginMs, slope) =>
		`Wartezeit beim kürzesten Abstand: ${number(effectMs)} ± ${number(marginMs)} ms. Steigung bis 300 ms: ${fixed(slope, 2)}; eine reine Schlange hat −1.`,
	curveFew: (people, needed) =>
		`${counted(people, "Person zählt", "Personen zählen")}. Ab ${number(needed)} wird eine Kurve der Klasse angepasst; bis dahin gibt es nur Punkte neben der Kurve von 473 anderen.`,
	curveNobody: (people, needed) =>
		`${counted(people, "Person zählt", "Personen zählen")}. Zeiten der Klasse gibt es ab ${number(needed)}, damit niemandes zu erraten sind; bis dahin ist dies die Kurve von 473 anderen.`,
	curveAlone: "Deine eigene Kurve neben der von 473 anderen. Sie bleibt bei dir.",
	curveOwn:
		"Deine eigene Kurve. Nur du siehst sie; Zeiten verschiedener Leute sind nicht vergleichbar, denn auch ihre Geräte sind verschieden.",
	numberAnswer: "Zahl",
	colourAnswer: "Farbe",
	ownNumber: "deine Zahl",
	ownColour: "deine Farbe",
	guide: "Steigung −1: reine Schlange",
	chip: "der Chip, gleiche Stufen",
	reference: "473 andere",
	gapAxis: "ms von der Farbe bis zur Zahl",
	timeAxis: "ms bis zur Antwort",
	gap: "Abstand",
	table: "Zahlen als Tabelle",
	ms: (ms) => `${number(ms)} ms`,

	chipTitle: "Dasselbe auf einem Chip: zwei Kerne, eine Sperre",
	chipNote: (classMeasured) =>
		classMeasured
			? "Die zwei Kerne des Simulators mit den Stufenzeiten eurer Klasse. Die Raute ist die Antwort eurer Klasse auf die Zahl."
			: "Die zwei Kerne des Simulators mit den Stufenzeiten der 473 anderen. Die Raute ist deren Antwort auf die Zahl.",
	chipSteady: (classMeasured) =>
		classMeasured
			? "Die Stufen des Chips dauern immer gleich lang, eure schwanken; darum ist eure Kurve sanfter gebogen."
			: "Die Stufen des Chips dauern immer gleich lang, die von Menschen schwanken; darum ist ihre Kurve sanfter gebogen.",
	parts: { see: "sieht", wait: "wartet auf die Sperre", decide: "entscheidet", move: "drückt" },
	later: "später",
	gapLane: (ms) => `${number(ms)} ms`,
	lanes: ["Farbe", "Zahl"],

	searchPlotTitle: "Viele schauen zugleich",
	searchNote: (msPerItem) =>
		`Jeder weitere Punkt kostete ${fixed(msPerItem, 1)} ms. Unter etwa 10 wird das ganze Bild auf einmal angeschaut.`,
	searchNone: "Zu wenige Bilder wurden beantwortet, um mehr zu sagen.",
	searchItems: (items) => counted(items, "Punkt", "Punkte"),

	countTitle: "Was gezählt wurde",
	modelTitle: "Was das auslässt",
	countPeople: (people, of) => `Gezählt: ${number(people)} von ${number(of)}.`,
	countTrials: (kept, dropped) =>
		`${counted(kept, "Durchgang", "Durchgänge")} behalten, ${number(dropped)} weggelassen. Übung zählt nie.`,
	grouped: (share) =>
		`In ${percent(share)} der Durchgänge kamen beide Antworten wie eine, innerhalb von 100 ms.`,
	rt1Rise: (ms) =>
		`Die Antwort auf die Farbe änderte sich vom kürzesten zum längsten Abstand um ${number(ms)} ms.`,
	caveat:
		"Eine Schlange am Engpass ist die einfachste Erklärung dieser Kurve. Das Gehirn tut mehr nebeneinander, als sie sagt, und Übung verkürzt das Warten.",
	excluded: {
		counted: (n) => `${number(n)} gezählt.`,
		coarseClock: (n) => `${number(n)} weggelassen: Die Uhr des Browsers ist zu grob.`,
		slowScreen: (n) => `${number(n)} weggelassen: Der Bildschirm ist zu langsam.`,
		fewRight: (n) => `${number(n)} weggelassen: zu wenige richtige Antworten.`,
		fewTrials: (n) => `${number(n)} weggelassen: zu wenige Durchgänge.`,
		satOut: (n) => `${counted(n, "Person hat", "Personen haben")} ausgesetzt.`,
	},
};
