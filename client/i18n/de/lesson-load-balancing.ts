import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const loadBalancing: LessonText = {
	brief: [
		"Aufgaben kommen in Schüben, jede im Voraus zu einem Kern. Ein Buchstabe sind Daten, die sie dort findet; andere brauchen keine. Was wartet, kann zu einem anderen Kern, lädt dort aber zuerst seine Daten neu, bis zu 2,1 s.",
		"Ziel: Aufgaben sollen von ihrer Ankunft bis zu ihrem Ende im Mittel möglichst wenig Zeit brauchen.",
	],
	predict:
		"Aufgaben kommen zufällig und beschäftigen vier Kerne 80 % der Zeit. Mit einer Schlange je Kern dauert eine Aufgabe 5,00-mal so lange wie ihre eigene Arbeit. Wievielmal so lange mit einer Schlange für alle?",
	predictUnit: "mal so lange",
	predictWhy:
		"Bei vier Schlangen kann ein Kern stillstehen, während eine Aufgabe auf einen anderen wartet: 1\u00a0/\u00a0(1\u00a0−\u00a00,8) = 5,00. Aus einer Schlange nimmt jeder freie Kern die nächste Aufgabe: 1,75. Gleiche Kerne, gleiche Arbeit.",
	headline: ({ value, naive, best }) =>
		`Eure Aufgaben brauchten von der Ankunft bis zum Ende im Mittel ${fixed(value, 1)} s. Wer erst hilft, wenn nichts mehr da ist, kommt auf ${fixed(naive, 1)} s, das beste bekannte Spiel auf ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Still, obwohl Arbeit wartete: ${percent(share("idleWorkWaits"))} der Zeit eurer Kerne. Was verhindert das am besten?`,
			choices: [
				"Jedem Kern im Voraus gleich viele Aufgaben geben",
				"Wartende Aufgaben zu Kernen bringen, denen die Arbeit ausgeht",
				"Ein fünfter Kern",
			],
			beliefs: ["Gleich viele Aufgaben sind gleich viel Arbeit", "", "Mehr Kerne helfen immer am meisten"],
			why: "Niemand weiß im Voraus, wie lange Aufgaben dauern und wann sie kommen. Wer hinschaut, während es läuft, gleicht aus, was kein Plan vorhersieht.",
		},
		{
			ask: () =>
				"Eine Aufgabe dauert 1 s. In ihrer Schlange kommen vorher 0,4 s Arbeit. Ein anderer Kern steht still, aber dort müsste sie 0,6 s lang ihre Daten laden. Was ist für sie am besten?",
			choices: [
				"Lassen: Wo ihre Daten sind, ist sie früher fertig",
				"Verschieben: Kein Kern darf je stillstehen",
				"Es ist gleich",
			],
			beliefs: [
				"",
				"Ein stiller Kern ist immer schlimmer als ein kalter Cache",
				"Laden und Warten dauern immer gleich lange",
			],
			why: "Zu Hause ist sie nach 0,4 + 1 = 1,4 s fertig, anderswo nach 0,6 + 1 = 1,6 s. Verschieben lohnt sich, wenn es mehr Warten spart, als das Laden kostet.",
		},
		{
			ask: () => "Welche wartende Aufgabe nimmst du am besten aus einer langen Schlange?",
			choices: [
				"Die längste: Sie schafft am meisten Platz",
				"Irgendeine: Verschieben kostet gleich viel, also ist es egal",
				"Eine ohne Daten: Sie hat anderswo nichts zu laden",
			],
			beliefs: [
				"Es zählt nur, wie lang eine Aufgabe ist",
				"Es zählt nur, wie viel wo wartet, nicht, was man verschiebt",
				"",
			],
			why: "Arbeit zu verschieben kostet fast nichts, Daten schon: Die Aufgabe lädt sie neu und verdrängt, was andere dort haben. Nur wenn sonst nichts bleibt, wiegt langes Warten das auf.",
		},
	],
	sides: {},
	ways: {},
	code: `struct task *next(struct core *me) {
	if (me->queue.length > 0)
		return pop_first(&me->queue);    // ihre Daten sind hier
	struct core *victim = longest_queue();
	struct task *last = peek_last(&victim->queue);
	if (last == NULL || wait(last) < reload(last, me))
		return NULL;                     // dort früher fertig
	return pop_last(&victim->queue);     // stehlen
}`,
	leavesOut:
		"Echte Schlangen haben eigene Sperren: Alle anzuschauen kostet Zeit, deshalb fragen echte Kerne nur wenige, und selten. Sogar Linux ließ jahrelang Kerne stillstehen, während andere Schlangen hatten, durch Fehler in genau diesen Regeln.",
	guide: {
		goal: "Sehen, dass im Voraus verteilte Arbeit Kerne neben langen Schlangen stillstehen lässt, und dass sich Verschieben im Lauf lohnt, aber nicht um jeden Preis.",
		watchFor: [
			"Welcher Kern läuft zuerst leer, und wie lange dauert es, bis jemand hilft?",
			"Achtet der Scheduler darauf, was er verschiebt, oder nimmt er, was er gerade findet?",
		],
		ask: [
			"Wann war es besser, eine Aufgabe zu lassen, wo sie war?",
			"Wer sollte Arbeit verschieben: ein Scheduler oder die Kerne selbst?",
		],
	},
	idea: "Niemand steht still, während andere Schlangen haben: Verschiebt, was keine Daten zu laden hat, und Daten nur, wo Warten mehr kostet.",
};
