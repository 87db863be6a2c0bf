import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const sharedCache: LessonText = {
	brief: [
		"Der Buchstabe einer Aufgabe sagt, welche Daten sie braucht. Alle Kerne teilen sich einen großen Cache, den L3, mit Platz für die Daten von drei Buchstaben, und einen Bus zum Speicher.",
		"Eine Aufgabe kann ihre Daten nach und nach laden oder alle voraus. Ziel: Schafft so viel Arbeit wie möglich, bis die Zeit um ist.",
	],
	predict:
		"Vier Kerne rechnen nebeneinander, und alles, was sie brauchen, kommt aus dem Speicher. Wievielmal so viel wie ein solcher Kern allein schaffen sie zusammen?",
	predictUnit: "mal so viel",
	predictWhy:
		"Der Bus schafft 5 GB/s. Ein Kern allein verlangt ein Fünftel davon; vier stehen Schlange, und jeder wird langsamer: Zusammen schaffen sie 2,7-mal so viel wie einer.",
	headline: ({ value, naive, best }) =>
		`Ihr habt ${fixed(value, 0)} s Arbeit geschafft. Alles der Reihe nach schafft ${fixed(naive, 0)} s, das beste bekannte Spiel ${fixed(best, 0)} s.`,
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
			ask: () => "Wann schadet Vorausladen?",
			choices: [
				"Nie: Früher ist immer besser",
				"Wenn die Daten schon im gemeinsamen Cache sind, und nur dann",
				"Wenn neben dem, was die anderen gerade brauchen, kein Platz für sie ist",
			],
			beliefs: ["Vorausladen kostet nichts", "Es kostet nur die eigene Zeit", ""],
			why: "Es holt Daten schnell herein und wirft dabei die hinaus, die andere gerade brauchen; die müssen dann noch einmal über denselben Bus.",
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
	ways: { demand: "nach Bedarf laden", prefetch: "vorausladen" },
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
			"Gibt der Scheduler jedem Kern etwas von jedem Buchstaben?",
		],
		ask: ["Wer hat bezahlt, als ein vierter Buchstabe dazukam?", "Wann war Vorausladen seinen Preis wert?"],
	},
	idea: "Lasst zusammen laufen, was zusammen in den gemeinsamen Cache passt, und ladet nur voraus, wo Platz ist.",
};
