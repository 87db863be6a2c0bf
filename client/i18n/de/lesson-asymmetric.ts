import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const asymmetric: LessonText = {
	brief: [
		"Lose werden in Stapel geteilt; jeder kostet 0,25 s und 0,02 s je Stück. Gleiche Kerne (SMP) teilen selbst. Mit Meister (AMP) teilt nur Kern 1 und tut sonst nichts.",
		"Der Scheduler wählt, wie jedes Los geteilt wird, die Kerne, was sie nehmen. Manche können auch Signalarbeit (dsp).",
	],
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
				"Weniger Stapel müssen bezahlt werden",
				"Arbeiter brauchen weniger Speicher",
			],
			beliefs: ["Stapel beschleunigen die Arbeit selbst", "", "Bei Stapeln geht es um Speicher"],
			why: "Ein Stapel wird einmal bezahlt, wie viele Stücke auch darin sind. Die Arbeit in den Stücken bleibt, wie sie ist.",
		},
		{
			ask: ({ sides }) =>
				sides.length < 2
					? "Warum nicht das ganze Los als einen Stapel austeilen?"
					: `Mit gleichen Kernen dauerte ein Los bei euch ${fixed(sides[0] ?? 0, 1)} s, mit Meister ${fixed(sides[1] ?? 0, 1)} s. Warum auf keiner Seite ein ganzes Los als einen Stapel austeilen?`,
			choices: [
				"Einen so großen Stapel auszuteilen kostet zu viel",
				"Das ist am besten: Dann muss kaum jemand teilen",
				"Ein Arbeiter macht alles, während andere vielleicht still stehen",
			],
			beliefs: [
				"Die Kosten des Teilens wachsen schneller als der Stapel",
				"Nur die Zeit für das Teilen zählt",
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
	sides: { smp: "gleiche Kerne (SMP)", amp: "ein Meister (AMP)" },
	ways: { "by 5": "zu 5", "one by one": "einzeln", "by 24": "zu 24" },
	code: `void cut(lot *l) {   // AMP: nur der Meister; SMP: jeder Kern
	int batch = l->batch;            // das habt ihr gewählt
	for (int i = 0; i < l->items; i += batch) {
		box *b = pack(&l->item[i], batch);
		put(b);          // 0,25 s + 0,02 s je Stück
	}
}
void worker(void) {
	for (;;) {       // Seltenes, dann das fast fertige Los
		box *b = take_what_few_can() ?: take_of_shortest_rest();
		work(b);
	}
}`,
	leavesOut:
		"Echte Meister sammeln auch Ergebnisse ein, Arbeiter holen oft schon den nächsten Stapel, während sie arbeiten, und gleiche Kerne, die aus einer Schlange nehmen, warten auf deren Sperre.",
	guide: {
		goal: "Sehen, dass ein einzelner Kern, der austeilt, ein Engpass ist und gleiche Kerne nicht, dass Stapel den Engpass verschieben, und dass ein zu großer Stapel ungleich verteilt.",
		watchFor: [
			"Schaut der Scheduler vor der Wahl, wie lang ein Stück dauert?",
			"Halten sich die Kerne, die Signalarbeit können, dafür frei?",
			"Machen die Kerne ein Los fertig, bevor sie das nächste beginnen, oder sind alle zugleich offen?",
		],
		ask: [
			"Wie viele Arbeiter hätte euer Meister mit Stapeln zu 5 bedienen können?",
			"Auf welcher Seite haben kleine Stapel mehr geschadet, und warum?",
			"Wo gibt es in Schule oder Küche einen Meister, und was sind seine Stapel?",
		],
	},
	idea: "Teile jedes Los in etwa so viele Stapel, wie es Arbeiter gibt; nimm, was nur wenige können, dann das Los, das am nächsten am Ende ist.",
};
