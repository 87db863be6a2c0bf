import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const sharedCache: LessonText = {
	brief: [
		"Der Buchstabe einer Aufgabe sagt, welche Daten sie braucht. Alle Kerne teilen sich einen großen Cache, den L3, mit Platz für die Daten von drei Buchstaben, und einen Bus zum Speicher.",
		"Ziel: Aufgaben sollen von ihrer Ankunft bis zu ihrem Ende im Mittel möglichst wenig Zeit brauchen.",
	],
	predict:
		"Vier Kerne rechnen nebeneinander, und alles, was sie brauchen, kommt aus dem Speicher. Wievielmal so viel wie ein solcher Kern allein schaffen sie zusammen?",
	predictUnit: "mal so viel",
	predictWhy:
		"Der Bus schafft 5 GB/s. Ein Kern allein verlangt ein Fünftel davon; vier stehen Schlange, und jeder wird langsamer: Zusammen schaffen sie 2,7-mal so viel wie einer.",
	headline: ({ value, naive, best }) =>
		`Eine Aufgabe hat von der Ankunft bis zum Ende ${fixed(value, 1)} s gedauert. Alles der Reihe nach wären es ${fixed(naive, 1)} s gewesen, mit dem besten bekannten Spiel ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Eure Kerne haben ${percent(share("cacheStall") + share("busStall"))} der Zeit auf Caches und Bus gewartet. Was hilft am meisten?`,
			choices: [
				"Kerne, die gleichzeitig am selben Buchstaben arbeiten",
				"Jedem Kern sein eigener Buchstabe",
				"Die längsten Aufgaben zuerst",
			],
			beliefs: ["", "Getrennt ist immer besser als gemeinsam", "Nach Länge zu ordnen hilft gegen alles"],
			why: "Was ein Kern in den gemeinsamen Cache geholt hat, finden alle anderen dort. Jeder eigene Buchstabe bräuchte eigenen Platz.",
		},
		{
			ask: () =>
				"Fünf Pakete mit fünf Buchstaben warten auf vier Kerne. In welcher Reihenfolge sollten sie verteilt werden?",
			choices: [
				"Wie sie kamen: Jedes wartet, bis es an der Reihe ist",
				"Alle fünf Buchstaben auf einmal, jedem Kern einen, den fünften danach",
				"Alles, was von einem Buchstaben wartet, an alle Kerne, dann den nächsten Buchstaben",
			],
			beliefs: [
				"Der Reihe nach geht es für alle am schnellsten",
				"Es zählt nur, dass alle Kerne rechnen",
				"",
			],
			why: "Der erste Kern lädt den Buchstaben, die anderen finden ihn im gemeinsamen Cache, und der Bus ist fast frei. Fünf Buchstaben nebeneinander werfen sich hinaus, und jeder wird immer wieder geladen.",
		},
		{
			ask: () =>
				"Drei Programme passen in den gemeinsamen Cache. Ein vierter Kern hat nur eine Aufgabe eines vierten Programms. Was ist für alle am besten?",
			choices: [
				"Er fängt sofort an: Ein freier Kern tut nichts",
				"Er nimmt zuerst eine ruhige Aufgabe oder eine der drei Programme, wenn es eine gibt",
				"Er wartet immer, bis die anderen fertig sind",
			],
			beliefs: [
				"Mehr Kerne bei der Arbeit schaffen immer mehr",
				"",
				"Nichts tun ist besser als jedes Gedränge",
			],
			why: "Ein viertes Programm bremst die drei anderen mehr, als es selbst schafft. Arbeit, die weder Cache noch Bus braucht, passt neben alles.",
		},
	],
	sides: {},
	ways: {},
	code: `// Was zusammen hineinpasst, läuft zusammen
bool fits(program *p) {
	long kib = p->working_set;
	for (core *c : other_cores)
		if (first_core_with(c->program))
			kib += c->program->working_set;
	return kib <= L3_KIB;
}
task *next(queue *q) {
	return most_data_in_L3(those_that(q, fits));
}`,
	leavesOut:
		"Echte gemeinsame Caches sind in Scheiben und Sätze geteilt, sodass manche Zeilen sich eher in die Quere kommen, und Speicher hat Bänke, die bei aufeinanderfolgenden Adressen schneller sind.",
	guide: {
		goal: "Sehen, dass Kerne nicht unabhängig sind: Cache und Bus sind gemeinsam, und wer neben wem läuft, entscheidet, wie schnell beide sind.",
		watchFor: [
			"Sehen die Kerne nach, was im gemeinsamen Cache ist, bevor sie wählen?",
			"Verteilt der Scheduler einen Buchstaben an alle Kerne, bevor er den nächsten anfängt?",
		],
		ask: [
			"Wer hat bezahlt, als ein vierter Buchstabe dazukam?",
			"Warum ging es schneller, manche Arbeit warten zu lassen?",
		],
	},
	idea: "Arbeitet an wenigen Buchstaben zugleich, auf allen Kernen gemeinsam: Was einer geladen hat, finden alle anderen.",
};
