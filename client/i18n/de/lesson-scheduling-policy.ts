import { fixed } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const schedulingPolicy: LessonText = {
	brief: [
		"Kurze und lange Aufgaben kommen, mehr, als ihr zugleich schafft. Der Scheduler gibt Pakete an die Kerne. Ein Kern sagt, welche seiner Aufgaben als Nächste läuft, und darf eine laufende zurücklegen: Sie behält, was getan ist.",
		"Ziel: Aufgaben sollen von ihrer Ankunft bis zu ihrem Ende im Mittel möglichst wenig Zeit brauchen.",
	],
	predict:
		"Eine Aufgabe von zehn Minuten und zwei von zehn Sekunden kommen zusammen zu einem Kern. Wievielmal so lang ist die mittlere Zeit bis zum Ende in der schlechtesten Reihenfolge wie in der besten?",
	predictUnit: "mal so lang",
	predictWhy:
		"Die lange zuerst: Ende nach 600, 610 und 620 s, im Mittel 610 s. Die kurzen zuerst: nach 10, 20 und 620 s, im Mittel 217 s. Die letzte ist beide Male gleich spät fertig.",
	headline: ({ value, naive, best }) =>
		`Eure Aufgaben brauchten von der Ankunft bis zum Ende im Mittel ${fixed(value, 1)} s. Reihum, wie sie kamen, wären es ${fixed(naive, 1)} s gewesen, mit dem besten bekannten Spiel ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ value, naive }) =>
				`In der Reihenfolge der Ankunft braucht eine Aufgabe im Mittel ${fixed(naive, 1)} s, bei euch ${fixed(value, 1)} s. Was ändert es, kurze Aufgaben vorzuziehen?`,
			choices: [
				"Weniger Aufgaben warten hinter einer langen",
				"Die Kerne haben weniger Arbeit",
				"Die Kerne arbeiten schneller",
			],
			beliefs: [
				"",
				"Eine bessere Reihenfolge spart Arbeit",
				"Eine bessere Reihenfolge macht Kerne schneller",
			],
			why: "Die Arbeit ist gleich, die Kerne sind gleich beschäftigt. Aber eine kurze Aufgabe lässt die anderen nur kurz warten, eine lange alle hinter ihr lange.",
		},
		{
			ask: () =>
				"Immer neue kurze Aufgaben kommen, und die kürzeste geht ausnahmslos vor. Was kann geschehen?",
			choices: [
				"Nichts: Jede Aufgabe ist bald an der Reihe",
				"Die kurzen Aufgaben warten immer länger",
				"Eine lange Aufgabe wartet ewig: Sie verhungert",
			],
			beliefs: ["Das beste Mittel ist für alle das Beste", "Wer vorgeht, kann trotzdem zu spät kommen", ""],
			why: "Das Mittel ist am besten, aber jemand bezahlt dafür. Echte Scheduler lassen die Dringlichkeit mit dem Warten wachsen oder geben allen Zeitscheiben.",
		},
		{
			ask: () =>
				"Ein Kern hat eine Aufgabe, die noch 9 s braucht, und eine von 1 s kommt. Was ist für das Mittel am besten?",
			choices: [
				"Begonnenes fertig machen: Beim Wechseln geht die getane Arbeit verloren",
				"Die lange beiseitelegen: Sie behält, was getan ist",
				"Es ist gleich",
			],
			beliefs: ["Beim Beiseitelegen geht getane Arbeit verloren", "", "Die Reihenfolge ist egal"],
			why: "Beiseitelegen kostet einen Wechsel, wenige Tausendstel einer Spielsekunde. Die kurze ist 9 s früher fertig, die lange 1 s später.",
		},
	],
	sides: {},
	ways: {},
	code: `struct task *next(struct queue *q) {
	struct task *best = q->first;
	for (struct task *t = q->first; t; t = t->next)
		if (t->left < best->left)   // kürzeste Restzeit
			best = t;
	return best;
}
void arrived(struct task *t) {
	if (t->left < running->left)
		preempt(running);           // behält, was getan ist
}`,
	leavesOut:
		"Ein echtes System weiß nicht, wie lange eine Aufgabe dauert: Es schätzt aus der Vergangenheit oder gibt Zeitscheiben und sieht, wer sie aufbraucht. Caches, die ein Wechsel kalt macht, fehlen hier.",
	guide: {
		goal: "Sehen, dass bei gleicher Arbeit auf gleichen Kernen allein die Reihenfolge entscheidet, wie lange alle warten.",
		watchFor: [
			"Legt ein Kern eine lange Aufgabe beiseite, wenn kurze kommen?",
			"Gehen Pakete dorthin, wo wenig Kurzes wartet, oder einfach reihum?",
		],
		ask: [
			"Wer hat für das bessere Mittel bezahlt, und ist das gerecht?",
			"Wie käme ein System, das die Längen nicht kennt, in die Nähe?",
		],
	},
	idea: "Das Kürzeste zuerst; legt eine lange Aufgabe für eine viel kürzere beiseite.",
};
