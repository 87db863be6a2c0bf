import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const bigLittle: LessonText = {
	brief: [
		"Zwei große Kerne (P) und zwei kleine (E) führen Aufgaben mit Fristen aus. Jeder darf jede nehmen. Große beginnen mit vollem Takt, kleine mit ihrem niedrigsten: langsamer, bei weniger Leistung. Dringende Aufgaben (U) sind bald fällig, Speicher-Aufgaben (M) warten meist auf den Speicher.",
		"Ziel: Braucht möglichst wenig Energie. Jede verspätete Aufgabe kostet 6 mJ dazu.",
	],
	predict:
		"Für dieselbe Arbeit bei vollem Tempo: Wievielmal so viel Energie braucht ein großer Kern wie ein kleiner?",
	predictUnit: "mal so viel",
	predictWhy:
		"Energie ist Leistung mal Zeit. Groß: 1572 mW für 1 s. Klein: 245 mW für 1 / 0,451 = 2,2 s. Also 1572 / 543 = 2,9-mal so viel.",
	headline: ({ value, naive, best }) =>
		`Ihr habt ${fixed(value, 0)} mJ gebraucht, Verspätungen eingerechnet. Der Reihe nach, ohne einen Takt zu ändern, hättet ihr ${fixed(naive, 0)} mJ gebraucht, das beste bekannte Spiel ${fixed(best, 0)} mJ.`,
	questions: [
		{
			ask: ({ share }) =>
				`Eure Kerne haben ${percent(share("cacheStall"))} der Zeit auf den Speicher gewartet. Wohin gehören Aufgaben, die das tun?`,
			choices: [
				"Auf einen großen Kern: Sie dauern lange",
				"Egal wohin: Es macht keinen Unterschied",
				"Auf einen kleinen Kern: Auf einem großen wartet man nicht schneller",
			],
			beliefs: ["Lange Aufgaben brauchen schnelle Kerne", "Kerne unterscheiden sich nur im Tempo", ""],
			why: "Der Speicher ist für einen großen Kern so langsam wie für einen kleinen. Beim Warten braucht der große das Sechsfache an Leistung.",
		},
		{
			ask: () => "Alle Fristen sind weit weg. Was spart am meisten Energie?",
			choices: [
				"Schnell arbeiten, dann schlafen",
				"Langsam arbeiten, solange die Fristen gehalten werden",
				"So wenige Kerne wie möglich nutzen",
			],
			beliefs: ["Schnell fertig zu sein gewinnt immer", "", "Jeder laufende Kern ist Verschwendung"],
			why: "Bei diesen Kernen braucht das halbe Tempo viel weniger als die halbe Leistung, also braucht langsame Arbeit weniger Energie. Schnell schlafen gehen gewinnt nur, wo Leerlauf viel kostet.",
		},
		{
			ask: () => "Eine dringende Aufgabe wartet, und nur ein kleiner Kern ist frei. Was ist richtig?",
			choices: [
				"Sie einem großen Kern lassen, auch wenn er noch eine Sekunde zu tun hat",
				"Sie nehmen: Ein freier Kern ist besser als keiner",
				"Sie nehmen und die großen Kerne hochtakten",
			],
			beliefs: ["", "Ein freier Kern ist immer der richtige", "Tempo irgendwo hilft überall"],
			why: "Ein kleiner Kern braucht mehr als doppelt so lang, mit seinem niedrigsten Takt viermal so lang. Er käme zu spät, und was zu ihm passt, müsste warten.",
		},
	],
	sides: {},
	ways: {},
	code: `int best_core(task *t) {               // mit Blick auf Energie
	int best = -1;  double least = INFINITY;
	for (int c = 0; c < cores; c++) {
		double time = t->work / speed[c] + t->stall;
		if (now + queue[c] + time > t->deadline) continue;
		double energy = power[c] * time;
		if (energy < least) { least = energy; best = c; }
	}
	return best;         // -1: dann der schnellste
}`,
	leavesOut:
		"Echte Chips takten die Kerne einer Gruppe gemeinsam, ändern die Spannung in Stufen, die Zeit brauchen, und werden langsamer, wenn sie heiß sind.",
	guide: {
		goal: "Sehen, dass Energie Leistung mal Zeit ist, dass ungleiche Kerne zu ungleichen Aufgaben passen, und dass Fristen den Preis des Sparens setzen.",
		watchFor: [
			"Gehen Speicher-Aufgaben zu kleinen Kernen, und lassen diese Dringendes liegen?",
			"Takten Kerne herunter, wenn die Fristen weit sind, und rechtzeitig wieder hoch?",
		],
		ask: [
			"Warum hat ein Handy überhaupt kleine Kerne?",
			"Welche Verspätung war die teuerste, und wer hätte sie verhindern können?",
		],
	},
	idea: "Dringendes auf große Kerne, Speicher-Aufgaben auf kleine, und jeder Kern so langsam, wie seine Fristen es erlauben.",
};
