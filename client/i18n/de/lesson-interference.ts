import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const interference: LessonText = {
	brief: [
		"Steuerungsaufgaben (C) haben Fristen; jede verspätete kostet 10 s Arbeit. Ströme (S) lesen den Speicher durch, Berichte halten eine Sperre, die auch die Steuerung braucht. Alle teilen Cache und Bus; auf einer Seite hat die Steuerung einen eigenen Cache.",
		"Ziel: Schafft viel Arbeit, abzüglich der Verspätungen.",
	],
	predict:
		"Eine Steuerungsaufgabe findet vier Fünftel ihrer Daten im gemeinsamen Cache; der Rest ist neu. Dann werfen Ströme alle hinaus: Alles kommt aus dem Speicher, bei freiem Bus. Wievielmal so lange dauert sie?",
	predictUnit: "mal so lange",
	predictWhy:
		"Ein Zugriff dauert 90 ns statt im Mittel 30 ns (15 ns aus dem Cache). Mit der Arbeit dazwischen sind das 6,85 statt 2,95 je Einheit: 2,3-mal so lange, bei vollem Bus länger.",
	headline: ({ value, naive, best }) =>
		`Geschaffte Arbeit abzüglich der verspäteten Steuerungsaufgaben: ${fixed(value, 0)} s. Ohne Sorgfalt wären es ${fixed(naive, 0)} s gewesen, mit dem besten bekannten Spiel ${fixed(best, 0)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Eure Kerne haben ${percent(share("busStall"))} der Zeit auf den Bus gewartet. Was bringt ein zweiter Strom neben dem ersten?`,
			choices: [
				"Doppelt so viel in derselben Zeit",
				"Es ändert sich nichts: Jeder hat seinen eigenen Kern",
				"Kaum mehr, und alle anderen werden langsamer",
			],
			beliefs: [
				"Zwei Kerne schaffen immer das Doppelte",
				"Kerne mit verschiedenen Aufgaben berühren sich nicht",
				"",
			],
			why: "Ein Strom nimmt zwei Drittel des Busses. Zwei schaffen nur ein Drittel mehr, und alle warten hinter ihnen.",
		},
		{
			ask: ({ sides }) =>
				sides.length < 2
					? "Die Steuerung bekommt einen Teil des gemeinsamen Caches für sich. Wogegen hilft das nicht?"
					: `Gemeinsam habt ihr ${fixed(sides[0] ?? 0, 0)} s erreicht, aufgeteilt ${fixed(sides[1] ?? 0, 0)} s. Wogegen hilft ein eigener Teil des Caches nicht?`,
			choices: [
				"Gegen Daten, die andere aus dem Cache werfen",
				"Gegen die Schlange am Bus und das Warten hinter anderen",
				"Nichts: Ein eigener Teil schirmt vollständig ab",
			],
			beliefs: ["Aufteilen betrifft den Bus", "", "Eine Maßnahme schirmt gegen alles ab"],
			why: "Aufteilen trennt den Platz. Bus und Reihenfolge auf dem Kern sind Zeit: Die Steuerung muss zuerst dran sein, Ströme mit Abstand zu ihr.",
		},
		{
			ask: () =>
				"Ein Bericht hält die Sperre, auf die die Steuerung wartet. Auf seinem Kern läuft eine ruhige Aufgabe. Was heißt es, dass die Sperre vererbt?",
			choices: [
				"Die Steuerung nimmt dem Bericht die Sperre weg",
				"Der Bericht ist so dringend wie die Steuerung, bis er die Sperre zurückgibt",
				"Die ruhige Aufgabe wird dringender, damit sie schneller fertig ist",
			],
			beliefs: [
				"Wer dringend ist, darf eine Sperre an sich reißen",
				"",
				"Wer gerade läuft, steht im Weg und muss sich beeilen",
			],
			why: "Wegnehmen ließe halb fertig, was sie schützt. Also leiht sich ihr Halter den Vorrang des Wartenden und ist bald draußen. Auf dem Mars wurde das 1997 von der Erde aus eingeschaltet.",
		},
	],
	sides: { shared: "gemeinsamer Cache", partitioned: "aufgeteilter Cache" },
	ways: {},
	code: `// Drei Wege, Lärm von der Steuerung fernzuhalten
reserve_cache(control, 2 * MIB);       // Platz
inherit_priority(bus_lock, true);      // wie auf dem Mars
task *next(core *c) {                  // zeitlich getrennt
	if (urgent_in(c->queue)) return urgent_in(c->queue);
	if (anyone_streams() || control_about())
		return calm_in(c->queue);
	return streamer_in(c->queue);
}`,
	leavesOut:
		"Echte Chips stören sich an mehr Stellen: Speicherbänke, Unterbrechungen, Wärme. Manche begrenzen den Anteil eines Stroms am Bus. Ein Angriff, der einen Cache von innen blockiert, kann andere 300-mal langsamer machen. Auf dem Mars startete ein Wächter die Sonde neu, wenn die Steuerung zu spät kam; hier kostet es Arbeit.",
	guide: {
		goal: "Sehen, dass Aufgaben auf anderen Kernen eine verspäten können und dass Abschirmung Platz und Zeit braucht.",
		watchFor: [
			"Hält jemand Ströme zurück, solange andere strömen, die Steuerung aber nie?",
			"Holt jemand die Steuerung in der Schlange nach vorn, und gibt der Kern für sie ab?",
			"Merkt jemand, dass die Steuerung auf einen ruhenden Bericht wartet, und lässt vererben?",
		],
		ask: ["Was hat das Aufteilen gelöst und was nicht?", "Was hat die Abschirmung die Ströme gekostet?"],
	},
	idea: "Steuerung zuerst, in kurze Schlangen; Ströme nacheinander, nicht neben ihr; die Sperre vererbt. Keine Maßnahme reicht allein.",
};
