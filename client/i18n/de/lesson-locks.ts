import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const locks: LessonText = {
	brief: [
		"Der Buchstabe einer Aufgabe ist eine Sperre, die sie eine Weile braucht. In einer Sperre kann nur eine Aufgabe sein. Ist sie vergeben, wartet die Aufgabe davor, und ihr Kern mit ihr.",
		"Ziel: Aufgaben sollen von ihrer Ankunft bis zu ihrem Ende im Mittel möglichst wenig Zeit brauchen.",
	],
	predict:
		"Acht Kerne arbeiten. Ein Fünftel der Zeit jeder Aufgabe liegt in derselben Sperre. Wievielmal so schnell wie ein Kern können sie zusammen sein?",
	predictUnit: "mal so schnell",
	predictWhy:
		"In der Sperre ist Platz für eine. Ist sie nie frei, verlässt sie eine Aufgabe je Fünftel ihrer Zeit: 5-mal so schnell, wie viele Kerne es auch sind.",
	headline: ({ value, naive, best }) =>
		`Eine Aufgabe hat von der Ankunft bis zum Ende ${fixed(value, 1)} s gedauert. Reihum verteilt wären es ${fixed(naive, 1)} s gewesen, mit dem besten bekannten Spiel ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Eure Kerne haben sich ${percent(share("spin"))} der Zeit an Sperren im Kreis gedreht. Was hätte das verringert?`,
			choices: [
				"Mehr Kerne",
				"Aufgaben derselben Sperre nacheinander auf einem Kern",
				"Alle Aufgaben derselben Sperre zugleich beginnen, damit sie fertig werden",
			],
			beliefs: ["Mehr Kerne helfen immer", "", "Nebeneinander ist immer schneller als nacheinander"],
			why: "Zwei Aufgaben einer Sperre schaffen nebeneinander die Arbeit von einer, und der zweite Kern dreht sich im Kreis. Nacheinander brauchen sie einen Kern, und der andere ist frei für anderes.",
		},
		{
			ask: () =>
				"Jemand hält eine Sperre und muss den Kern verlassen. Was geschieht mit denen, die auf sie warten?",
			choices: [
				"Sie bekommen die Sperre",
				"Nichts: Sie arbeiten weiter",
				"Sie warten, bis der Halter weitergelaufen ist und sie zurückgegeben hat",
			],
			beliefs: ["Eine Sperre gehört dem, der läuft", "Warten kostet nichts", ""],
			why: "Eine Sperre gehört dem, der sie genommen hat, auch während er nicht läuft. Also haltet kurz, was in einer Sperre liegt, und bleibt darin nicht stehen.",
		},
		{
			ask: () => "Eine Sperre wird nur sehr kurz gehalten. Wie sollen andere auf sie warten?",
			choices: ["Im Kreis drehen (Spinning)", "Schlafen", "Das ist gleich"],
			beliefs: ["", "Schlafen kostet nichts", "Warten ist Warten"],
			why: "Einschlafen und geweckt werden dauert länger, als die Sperre gehalten wird. Bei langem Warten ist es umgekehrt: Wer sich im Kreis dreht, hält einen Kern von nützlicher Arbeit ab.",
		},
	],
	sides: {},
	ways: {},
	code: `void task(Lock *lock) {
	for (int part = 0; part < parts; part++) {
		compute();                   // neben allen anderen
		spin_until_free(lock);       // der Kern wartet nur
		change_shared_data();
		unlock_it(lock);
	}
}
// Speed-up <= (draußen + drinnen) / drinnen, bei beliebig vielen Kernen`,
	leavesOut:
		"Hier braucht eine ganze Aufgabe dieselbe Sperre. Echte Programme nehmen mehrere und können im Kreis aufeinander warten: ein Deadlock. Auch Sperren für viele Leser fehlen.",
	guide: {
		goal: "Sehen, dass eine Sperre ein serieller Teil ist; danach im Versuch, dass kurzes Warten im Kreis richtig ist, langes im Schlaf.",
		watchFor: [
			"Lässt der Scheduler die Aufgaben einer Sperre bei einem Kern?",
			"Wie viel der Zeit drehen sich Kerne im Kreis?",
			"Beginnen Kerne etwas ohne Sperre, solange sie vergeben ist?",
		],
		ask: [
			"Welcher Kern hat sich am meisten im Kreis gedreht, und wer hielt die Sperre?",
			"Was hat das mit dem Amdahlschen Gesetz gemeinsam?",
		],
	},
	idea: "Aufgaben derselben Sperre nacheinander, auf einem Kern.",
};
