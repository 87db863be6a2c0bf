import { fixed, percent } from "../format.ts";
import type { LessonText } from "../lesson-texts.ts";

export const asymmetric: LessonText = {
	brief: [
		"Ein Kern ist der Meister: Er teilt nur die Stücke von Losen an vier Arbeiter aus. Jeder Stapel kostet ihn Zeit, 0,25 s und 0,02 s je Stück.",
		"Der Scheduler wählt, wie jedes Los geteilt wird, die Arbeiter, was sie nehmen. Zwei können auch Signalarbeit (dsp).",
	],
	picture:
		"Ein Kern teilt Kisten an vier andere aus. Winzige Kisten: Vier warten auf den einen. Riesige Kisten: Drei warten auf einen.",
	predict: "Stücke von 0,5 s werden einzeln ausgeteilt. Wie viele Arbeiter kann der Meister beschäftigen?",
	predictUnit: "Arbeiter",
	predictWhy:
		"Ein Stück auszuteilen dauert 0,25 + 0,02 = 0,27 s. In den 0,5 s, die ein Arbeiter dafür braucht, bedient der Meister 0,5 / 0,27 = 1,9 Arbeiter. Alle anderen stehen still.",
	headline: ({ value, naive, best }) =>
		`Ein Los hat bei euch im Mittel ${fixed(value, 1)} s gedauert. Stück für Stück wären es ${fixed(naive, 1)} s gewesen, mit dem besten bekannten Spiel ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`${percent(share("delegating"))} aller Kernzeit ging ins Austeilen. Was ändern größere Stapel?`,
			choices: [
				"Stücke sind schneller fertig",
				"Der Meister zahlt für weniger Stapel",
				"Arbeiter brauchen weniger Speicher",
			],
			beliefs: ["Stapel beschleunigen die Arbeit selbst", "", "Bei Stapeln geht es um Speicher"],
			why: "Ein Stapel wird einmal bezahlt, wie viele Stücke auch darin sind. Die Arbeit in den Stücken bleibt, wie sie ist.",
		},
		{
			ask: () => "Warum nicht das ganze Los als einen Stapel austeilen?",
			choices: [
				"Ein so großer Stapel kostet den Meister zu viel",
				"Das ist am besten, wenn der Meister langsam ist",
				"Ein Arbeiter macht alles, während andere vielleicht still stehen",
			],
			beliefs: [
				"Die Kosten des Meisters wachsen schneller als der Stapel",
				"Nur die Zeit des Meisters zählt",
				"",
			],
			why: "Einen Stapel macht ein Arbeiter. Ein Los in vier Teilen beschäftigt vier und ist viermal so früh fertig.",
		},
		{
			ask: () => "Auf einen Arbeiter, der Signalarbeit kann, warten beide Arten. Was soll er nehmen?",
			choices: ["Signalarbeit: Wenige andere können sie", "Immer, was zuerst kam", "Immer das Kürzeste"],
			beliefs: ["", "Der Reihe nach ist immer gerecht und schnell", "Kurzes geht immer vor"],
			why: "Gewöhnliche Arbeit können später alle tun. Was nur zwei können, wartet auf diese zwei.",
		},
	],
	sides: {},
	ways: { "by 6": "zu 6", "one by one": "einzeln", "by 20": "zu 20" },
	code: `void master(lot *l) {
	int batch = l->batch;            // das habt ihr gewählt
	for (int i = 0; i < l->items; i += batch) {
		box *b = pack(&l->item[i], batch);
		send(b);         // 0,25 s + 0,02 s je Stück
	}
}
void worker(void) {
	for (;;) { box *b = take_what_I_can(); work(b); }
}`,
	leavesOut:
		"Echte Meister sammeln auch Ergebnisse ein, Arbeiter holen oft schon den nächsten Stapel, während sie arbeiten, und auf symmetrischen Maschinen teilt jeder Kern selbst ein.",
	guide: {
		goal: "Sehen, dass ein Engpass ist, wer Arbeit austeilt, dass Stapel ihn verschieben, und dass ein zu großer Stapel ungleich verteilt.",
		watchFor: [
			"Schaut der Scheduler vor der Wahl, wie lang ein Stück dauert?",
			"Halten sich die beiden Signal-Arbeiter für Signalarbeit frei?",
		],
		ask: [
			"Wie viele Arbeiter hätte euer Meister mit Stapeln zu 6 bedienen können?",
			"Wo gibt es in Schule oder Küche einen Meister, und was sind seine Stapel?",
		],
	},
	insight: "Teile jedes Los in etwa so viele Stapel, wie es Arbeiter gibt.",
};
