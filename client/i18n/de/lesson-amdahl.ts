import { amdahlSpeedup } from "#shared/analysis/amdahl.ts";
import { counted, fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const amdahl: LessonText = {
	brief: [
		"Jedes Programm beginnt mit einem seriellen Teil, für einen Kern allein. Dann laufen seine Teile nebeneinander, außer in einer Reihe. Sind alle fertig, beginnt das nächste Programm.",
		"Bei zwei oder vier Kernen plant ein Kern ein, was bereit ist oder auf seinen Teil folgt; der Scheduler alles.",
		"Ziel: Schafft so viele Programme wie möglich in 90 Sekunden.",
	],
	predict:
		"90 % eines Programms können parallel laufen. Wievielmal so schnell ist es auf 1.024 Kernen wie auf 1 Kern?",
	predictUnit: "mal so schnell",
	questions: [
		{
			ask: ({ cores, speedup }) =>
				`Euer Chip mit ${counted(cores, "Kern", "Kernen")} hat ${fixed(speedup, 2)}-mal so viel geschafft wie 1 Kern. Was hat ihn am meisten gebremst?`,
			choices: [
				"Seine Kerne waren langsamer",
				"Der serielle Teil, währenddessen die anderen Kerne warten",
				"Es gab nicht genug parallele Teile",
			],
			beliefs: ["Mehr Kerne müssen langsamere sein", "", "Jede Zahl von Teilen ist zu klein"],
			why: "Während ein serieller Teil läuft, rechnet ein Kern, und alle anderen warten, egal wie viele es sind.",
		},
		{
			ask: ({ parallelShare }) =>
				`${percent(parallelShare)} dieses Programms können parallel laufen. Was erreicht man mit noch so vielen Kernen höchstens?`,
			choices: [
				"Den parallelen Anteil geteilt durch den seriellen",
				"So viel, wie es Kerne gibt",
				"1 geteilt durch den seriellen Anteil",
			],
			beliefs: [
				"Die Grenze vergleicht die beiden Anteile",
				"Mehr Kerne helfen immer im gleichen Verhältnis",
				"",
			],
			why: "Der serielle Anteil bleibt immer. Mit unendlich vielen Kernen braucht nur noch er Zeit: Die Grenze ist 1 / (1 - p).",
		},
		{
			ask: () => "Ein Programm ist zu 90 % parallel und läuft auf 1.024 Kernen. Was hilft am meisten?",
			choices: [
				"Den seriellen Teil halb so lang machen",
				"1.024 weitere Kerne",
				"Kerne, die schneller wechseln",
			],
			beliefs: [
				"",
				"Mehr Kerne helfen immer im gleichen Verhältnis",
				"Das Wechseln begrenzt parallele Programme",
			],
			why: "Mit halb so langem seriellem Teil ist es 19,7-mal so schnell wie auf einem Kern. Mit doppelt so vielen Kernen nur 9,96-mal.",
		},
	],
	predictWhy:
		"90 % parallel auf 1.024 Kernen ist 9,91-mal so schnell. Die Grenze für beliebig viele Kerne ist 10; die 10,9, die man lesen kann, sind unmöglich.",
	headline: ({ cores, speedup, parallelShare }) =>
		`${counted(cores, "Kern hat", "Kerne haben")} ${fixed(speedup, 2)}-mal so viel geschafft wie einer. Das Amdahlsche Gesetz sagt ${fixed(amdahlSpeedup(parallelShare, cores), 2)}.`,
	sides: {},
	ways: {},
	code: `read_input();                   // seriell: ein Kern arbeitet
#pragma omp parallel for
for (int part = 0; part < parts; part++)
	compute(part);          // parallel: so viele Kerne wie Teile
// Speed-up = 1 / ((1 - p) + p / Kerne)`,
	leavesOut:
		"Die parallelen Teile sind hier völlig unabhängig. Echte Programme verlieren auch Zeit, weil Teile miteinander reden, und das wächst mit den Kernen.",
	guide: {
		goal: "Messen, dass der serielle Teil begrenzt, was mehr Kerne bringen, und der Grenze 1 / (1 - p) begegnen.",
		watchFor: [
			"Was tun die anderen Kerne, während der serielle Teil läuft?",
			"Enden alle Kerne zugleich, damit der nächste serielle Teil beginnen kann?",
		],
		ask: ["Wo lohnt sich Mühe: bei mehr Kernen oder beim seriellen Teil?", "Warum ist 10,9-mal unmöglich?"],
	},
	idea: "Zuerst die Teile, auf die andere in einer Reihe warten: Je früher alle enden, desto früher beginnt der nächste serielle.",
};
