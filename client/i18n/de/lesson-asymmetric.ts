import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const asymmetric: LessonText = {
	brief: [
		"Aufträge aus gleichen Stücken warten. Ein Kern verlangt einen Stapel davon und wählt die Größe. Austeilen kostet den Meister (Kern 1) 0,5 s; gleiche Kerne tun es selbst, in 0,7 s.",
		"Die halben Kerne können cpu, die anderen dsp; die fremde Art dauert dreimal so lange. Der Scheduler ordnet die Aufträge. Macht sie bald fertig.",
	],
	predict:
		"Stücke von 0,2 s werden in Stapeln zu 4 ausgeteilt, jeder für 0,5 s und 0,002 s je Stück. Wie viele Arbeiter kann der Meister beschäftigen?",
	predictUnit: "Arbeiter",
	predictWhy:
		"Einen solchen Stapel auszuteilen dauert 0,508 s. In den 0,8 s, die ein Arbeiter dafür braucht, bedient der Meister 0,8 / 0,508 = 1,6 Arbeiter. Alle anderen stehen still.",
	headline: ({ value, naive, best }) =>
		`Ein Auftrag hat bei euch im Mittel ${fixed(value, 1)} s gedauert. In Stapeln zu 8, der Reihe nach, wären es ${fixed(naive, 1)} s gewesen, mit dem besten bekannten Spiel ${fixed(best, 1)} s.`,
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
					? "Stücke eines Auftrags dauern 0,05 s, die eines anderen 3 s. Wie groß sollten Stapel sein?"
					: `Mit gleichen Kernen dauerte ein Auftrag bei euch ${fixed(sides[0] ?? 0, 1)} s, mit Meister ${fixed(sides[1] ?? 0, 1)} s. Stücke eines Auftrags dauern 0,05 s, die eines anderen 3 s. Wie groß sollten Stapel sein, auf beiden Seiten?`,
			choices: [
				"Alle gleich: Dann bekommen alle dasselbe",
				"So groß wie möglich: Dann muss kaum etwas ausgeteilt werden",
				"Viele kurze Stücke oder ein langes: etwa gleich viel Arbeit in jedem",
			],
			beliefs: ["Die Zahl der Stücke macht einen Stapel groß", "Nur die Zeit für das Austeilen zählt", ""],
			why: "Ein Stapel soll seinen Arbeiter länger beschäftigen, als der Meister braucht, um alle anderen einmal zu bedienen, und nicht viel länger: Wer einen ganzen Auftrag nimmt, tut allein, was mehrere teilen könnten.",
		},
		{
			ask: () =>
				"Von einer Art warten drei Aufträge: 4 s, 12 s und 30 s Arbeit. Welcher sollte zuerst kommen?",
			choices: ["Der kürzeste", "Der längste", "Der zuerst gekommene"],
			beliefs: [
				"",
				"Was am längsten dauert, sollte früh beginnen",
				"Der Reihe nach ist immer gerecht und schnell",
			],
			why: "Wer hinter dem ersten Auftrag wartet, wartet so lange, wie er dauert. Mit dem kürzesten zuerst warten alle zusammen am wenigsten.",
		},
	],
	sides: { smp: "gleiche Kerne (SMP)", amp: "ein Meister (AMP)" },
	ways: {},
	code: `batch *ask(job *j, int wanted) {   // ihr habt gewählt, wie viele
	send(master, j, wanted);       // SMP: pack(j, wanted)
	return receive(master);        // 0,5 s + 0,002 s je Stück
}
void worker(void) {
	for (;;) {
		job *j = first_of(my_kind);   // Reihenfolge des Schedulers
		batch *b = ask(j, right_work / j->item_time);
		for (int i = 0; i < b->items; i++)
			work(&b->item[i]);
	}
}`,
	leavesOut:
		"Echte Meister sammeln auch Ergebnisse ein, und Stücke sind selten alle gleich lang: Dann werden Stapel gegen Ende eines Auftrags kleiner.",
	guide: {
		goal: "Sehen, dass ein einzelner Kern, der austeilt, ein Engpass ist, dass die Größe der Stapel den Engpass verschiebt, dass ein zu großer Stapel anderen die Arbeit nimmt, und dass die Reihenfolge der Aufträge entscheidet, wie lange sie warten.",
		watchFor: [
			"Schauen die Kerne, wie lang ein Stück dauert, bevor sie eine Größe wählen?",
			"Nimmt jemand ganze Aufträge, sodass für andere nichts davon bleibt?",
			"Wonach ordnet der Scheduler: nach der Zahl der Stücke oder danach, wie viel Arbeit noch da ist?",
		],
		ask: [
			"Wie viele Arbeiter hätte euer Meister mit Stapeln zu 4 kurzen Stücken bedienen können?",
			"Auf welcher Seite haben kleine Stapel mehr geschadet, und warum?",
			"Wo gibt es in Schule oder Küche einen Meister, und was sind seine Stapel?",
		],
	},
	idea: "Verlange Stapel von etwa gleich viel Arbeit, mehr als nötig ist, um alle anderen einmal zu bedienen; stelle von jeder Art den Auftrag nach vorn, von dem am wenigsten übrig ist.",
};
