import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const cacheAffinity: LessonText = {
	brief: [
		"Der Buchstabe einer Aufgabe sagt, welche Daten sie braucht. Jeder Kern hat einen eigenen Cache mit Platz für die Daten eines Buchstabens. Was dort fehlt, lädt der Kern erst aus dem Speicher: Das dauert Sekunden.",
		"Ziel: Aufgaben sollen von ihrer Ankunft bis zu ihrem Ende im Mittel möglichst wenig Zeit brauchen.",
	],
	predict:
		"Eine Aufgabe braucht 4 MiB Daten, die nicht im Cache ihres Kerns sind, und holt sie Zeile für Zeile zu 64 Byte aus dem Speicher. Wie viele Sekunden Spielzeit dauert sie länger?",
	predictUnit: "s länger",
	predictWhy:
		"4 MiB sind 65.536 Zeilen. Jede braucht aus dem Speicher 90 ns statt 4,7 ns aus dem eigenen Cache: 5,6 ms der Maschine, 5,6 s Spielzeit.",
	headline: ({ value, naive, best }) =>
		`Eine Aufgabe hat von der Ankunft bis zum Ende ${fixed(value, 1)} s gedauert. Reihum verteilt wären es ${fixed(naive, 1)} s gewesen, mit dem besten bekannten Spiel ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Eure Kerne haben ${percent(share("cacheStall"))} der Zeit auf ihre Caches gewartet. Wann wartet ein Kern am meisten?`,
			choices: [
				"Wenn er Aufgaben eines Buchstabens nacheinander rechnet",
				"Wenn er von einem Buchstaben zum anderen wechselt und zurück",
				"Wenn viele Aufgaben in seiner Warteschlange sind",
			],
			beliefs: [
				"Dieselben Daten immer wieder zu brauchen nutzt den Cache ab",
				"",
				"Eine lange Warteschlange macht einen Kern langsam",
			],
			why: "Sein Cache fasst etwa einen Buchstaben. Jeder Wechsel wirft die alten Daten hinaus und lädt die neuen; zurück geht alles noch einmal.",
		},
		{
			ask: () =>
				"Ein Kern, bei dem A warm ist, rechnet; sein Nachbar hat nichts zu tun. Eine kurze Aufgabe mit A kommt. Wo ist sie früher fertig?",
			choices: [
				"Oft beim beschäftigten Kern: kurz warten ist kürzer als alles laden",
				"Immer beim freien Kern: ein freier Kern ist verlorene Zeit",
				"Das ist gleich: beide Kerne sind gleich schnell",
			],
			beliefs: [
				"",
				"Ein freier Kern ist das Schlimmste",
				"Gleiche Kerne sind für jede Aufgabe gleich schnell",
			],
			why: "4 MiB laden dauert 5,6 s. Auch Linux lässt eine Aufgabe ein wenig auf den Kern warten, bei dem ihre Daten sind.",
		},
		{
			ask: () => "Was kostet es, eine Aufgabe auf einen anderen Kern zu verschieben?",
			choices: [
				"Nichts: Der Speicher ist gemeinsam, also kommen alle Kerne an die Daten",
				"Immer dieselben paar Mikrosekunden für den Wechsel",
				"Den Wechsel und dann das Laden ihrer Daten: je mehr sie braucht, desto teurer",
			],
			beliefs: ["Erreichbar ist so gut wie nah", "Der Preis eines Wechsels ist der Wechsel selbst", ""],
			why: "Der Wechsel selbst dauert 2 µs. Der kalte Cache dahinter kostet tausendmal so viel, und keine Uhr zeigt ihn an.",
		},
	],
	sides: {},
	ways: {},
	code: `// Welche Aufgabe soll dieser Kern als nächste rechnen?
task *next(core *c) {
	for (task *t = c->queue; t; t = t->next)
		if (t->data == c->last_data)   // noch warm
			return t;
	return c->queue;               // lädt alles neu
}
// Zu welchem Kern soll ein Paket?
core *home(packet *p) {
	return least(cores, waiting_time(c) + (has(c, p) ? 0 : time_to_load(p)));
}`,
	leavesOut:
		"Echte Caches haben zwei oder drei eigene Stufen und verdrängen Zeile für Zeile, und ein Kern holt mehrere Zeilen zugleich, wo er die nächste Adresse schon weiß.",
	guide: {
		goal: "Sehen, dass ein Wechsel wenig kostet und der kalte Cache dahinter viel: Es entscheidet, wo und in welcher Reihenfolge gerechnet wird.",
		watchFor: [
			"Stellen die Kerne Aufgaben ihres Buchstabens nach vorn, bevor sie gefragt werden?",
			"Weiß der Scheduler, wer welchen Buchstaben hat, oder füllt er nur die kürzeste Warteschlange?",
		],
		ask: [
			"Wann ist es richtig, einen Buchstaben auf einen zweiten Kern zu bringen?",
			"Warum lässt Linux eine Aufgabe auf ihrem Kern, obwohl ein anderer frei ist?",
		],
	},
	idea: "Rechnet zuerst, was warm ist, und schickt Arbeit dorthin, wo ihre Daten sind, auch wenn man dort etwas länger wartet.",
};
