import { counted, fixed, number, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const parallelWork: LessonText = {
	brief: [
		"Aufgaben verschiedener Länge kommen in Stapeln. Manche stehen in einer Reihe: Eine beginnt, wenn die davor fertig ist. Der nächste Stapel kommt, wenn dieser fertig ist.",
		"Ein Kern plant ein, was bereit ist oder auf seine eigene Aufgabe folgt; der Scheduler alles.",
		"Ziel: Schafft so viele Stapel wie möglich, bis die Zeit um ist.",
	],
	predict: "25 gleich lange Aufgaben laufen auf 4 Kernen. Wievielmal so schnell ist das wie auf 1 Kern?",
	predictUnit: "mal so schnell",
	questions: [
		{
			ask: ({ share }) =>
				`Eure Kerne haben ${percent(share("useful"))} der Zeit nützlich gearbeitet. Was würde diesen Anteil am meisten erhöhen?`,
			choices: [
				"Mehr Aufgaben in jedem Stapel, die gleich lang sind",
				"Ein fünfter Kern",
				"Zuerst beginnen, worauf am meisten Arbeit wartet, damit alle Kerne zugleich fertig werden",
			],
			beliefs: [
				"Nur gleiche Aufgaben zählen, nicht wann sie beginnen",
				"Mehr Kerne helfen immer am meisten",
				"",
			],
			why: "Ein Stapel ist fertig, wenn seine letzte Aufgabe fertig ist. Eine Reihe von Aufgaben braucht ihre Zeit, egal wie viele Kerne da sind; spät begonnen, lässt sie die anderen warten.",
		},
		{
			ask: () => "Warum sind 25 gleiche Aufgaben auf 4 Kernen nicht 4-mal so schnell?",
			choices: [
				"Im letzten von 7 Schritten hat nur ein Kern eine Aufgabe",
				"Vier Kerne stören einander",
				"Das Wechseln zwischen Aufgaben dauert zu lange",
			],
			beliefs: [
				"",
				"Kerne stören einander, auch wenn sie nichts teilen",
				"Wechseln kostet so viel wie Arbeiten",
			],
			why: "24 Aufgaben füllen sechs volle Schritte. Die 25. braucht allein einen siebten: 25 / 7 = 3,57.",
		},
		{
			ask: ({ speedup }) =>
				`Euer Chip war ${fixed(speedup, 2)}-mal so schnell wie ein Kern. Was können 4 Kerne nie sein?`,
			choices: ["Langsamer als ein Kern", "Mehr als 4-mal so schnell wie ein Kern", "Immer beschäftigt"],
			beliefs: [
				"Mehrere Kerne könnten bei unabhängiger Arbeit langsamer sein",
				"",
				"Beschäftigt heißt schnell",
			],
			why: "Vier Kerne schaffen in einer Sekunde höchstens vier Sekunden Arbeit. Alles Warten und Wechseln geht davon ab.",
		},
	],
	predictWhy: "25 gleiche Aufgaben auf 4 Kernen brauchen 7 Schritte: 25 / 7 = 3,57-mal so schnell.",
	headline: ({ speedup, cores }) =>
		`Zusammen wart ihr ${fixed(speedup, 2)}-mal so schnell wie ein Kern. Mehr als ${number(cores)} geht mit ${counted(cores, "Kern", "Kernen")} nicht.`,
	sides: {},
	ways: {},
	code: `#pragma omp parallel for schedule(dynamic, 1)
for (int task = 0; task < tasks; task++)
	run(task);          // ein freier Kern nimmt die nächste Aufgabe
// hier warten alle Kerne auf den letzten`,
	leavesOut:
		"Aufgaben brauchen hier keinen Speicher, Kerne stören einander also nicht; Unterbrechungen und die Arbeit des Betriebssystems selbst kosten nichts.",
	guide: {
		goal: "Sehen, dass mehrere Kerne nur schneller sind, solange jeder Arbeit hat, und dass die letzte Aufgabe bestimmt, wann ein Stapel fertig ist.",
		watchFor: [
			"Leere Kerne am Ende eines Stapels: Wer arbeitet noch, und woran?",
			"Planen die Kerne voraus, oder endet jede Aufgabe mit einer Pause?",
		],
		ask: ["Welche Aufgabe hätte zuerst beginnen sollen?", "Was hätte ein fünfter Kern geändert?"],
	},
	idea: "Beginnt zuerst, worauf die längste Reihe wartet, damit alle Kerne zugleich fertig werden.",
};
