import { fixed, percent } from "../format.ts";
import type { LessonText } from "../lesson-texts.ts";

export const falseSharing: LessonText = {
	brief: [
		"Eure Aufgaben zählen in sechs Tabellen. Zwei Kerne an einer Tabelle stören sich: Ihre Cache-Zeile wandert hin und her, oder einer überschreibt, was der andere gezählt hat.",
		"Auffüllen, Sperren und eigene Kopien schützen, kosten aber Zeit. Der Scheduler kann eine Tabelle auch bei einem Kern lassen.",
	],
	predict:
		"Zwei Kerne zählen so schnell sie können in zwei Zählern, die in derselben Cache-Zeile liegen. Wievielmal so schnell wie ein Kern allein sind sie zusammen?",
	predictUnit: "mal so schnell",
	predictWhy:
		"Jeder braucht 5,25-mal so lange, weil die Zeile ständig wandert: Zwei Kerne schaffen zusammen 2 / 5,25 = 0,38 von dem, was einer allein schafft. Auseinandergerückt schaffen sie das Doppelte.",
	headline: ({ value, naive, best }) =>
		`Ihr habt ${fixed(value, 0)} s Arbeit geschafft, die zählt. Ohne Sorgfalt wären es ${fixed(naive, 0)} s gewesen, mit dem besten bekannten Spiel ${fixed(best, 0)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Eure Kerne haben ${percent(share("coherenceStall"))} der Zeit auf Cache-Zeilen gewartet. Was lässt eine Zeile wandern?`,
			choices: [
				"Zwei Kerne lesen denselben Zähler",
				"Zwei Kerne schreiben in dieselbe Zeile, auch in verschiedene Zähler darin",
				"Ein Kern schreibt sehr oft in einen Zähler",
			],
			beliefs: [
				"Gemeinsam lesen ist so schlimm wie gemeinsam schreiben",
				"",
				"Oft schreiben ist an sich schon langsam",
			],
			why: "Viele Kerne können eine Zeile haben, die sie nur lesen. Zum Schreiben muss ein Kern sie allein haben: Also wird sie dem anderen weggenommen.",
		},
		{
			ask: () => "Zwei Kerne ändern ein Histogramm ohne Sperre. Was kann schiefgehen?",
			choices: [
				"Beide lesen dieselbe Zahl, und eine Änderung geht verloren",
				"Das Programm bricht mit einem Fehler ab",
				"Nichts, wenn beide gleich schnell sind",
			],
			beliefs: ["", "Die Maschine bemerkt Wettläufe", "Wettläufe gibt es nur bei verschiedenem Tempo"],
			why: "Lesen, Addieren und Zurückschreiben sind drei Schritte. Wer zuletzt schreibt, überschreibt, was dazwischen kam, und niemand erfährt es.",
		},
		{
			ask: () => "Wann schützt man eine Tabelle am besten?",
			choices: [
				"Immer: sicher ist sicher",
				"Nie: Schutz kostet Zeit",
				"Wenn ein anderer Kern gleichzeitig an derselben Tabelle arbeitet",
			],
			beliefs: ["Schutz kostet nichts", "Verlorene Änderungen sind egal", ""],
			why: "Wer allein an einer Tabelle ist, muss auf niemanden warten und verliert nichts. Eine Tabelle bei einem Kern zu lassen ist der billigste Schutz.",
		},
	],
	sides: {},
	ways: {
		packed: "gepackt",
		padded: "aufgefüllt",
		unlocked: "ohne Sperre",
		locked: "mit Sperre",
		private: "eigene Kopie",
	},
	code: `struct { long a, b; } packed;          // eine Cache-Zeile
struct { alignas(64) long a, b; } padded;  // jedem seine Zeile

void unlocked(long *h) { *h = *h + 1; }    // verliert vielleicht eine
void locked(long *h) {
	lock(&mutex);  *h = *h + 1;  unlock(&mutex);
}
void own_copy(long *h) {
	long mine = count_alone();
	lock(&mutex);  *h += mine;  unlock(&mutex);
}`,
	leavesOut:
		"Echte Maschinen haben auch atomare Befehle, die nichts verlieren, aber die Zeile trotzdem wandern lassen, und lockerere Regeln, in welcher Reihenfolge andere ein Schreiben sehen.",
	guide: {
		goal: "Sehen, dass gemeinsamer Speicher nicht umsonst ist: Zeilen wandern, Änderungen gehen verloren, und jeder Schutz hat seinen Preis.",
		watchFor: [
			"Schickt der Scheduler Pakete einer Tabelle zum selben Kern?",
			"Schützen die Kerne aus Gewohnheit, oder wenn jemand anders an der Tabelle ist?",
		],
		ask: [
			"Welcher Schutz war der billigste, und wann?",
			"Woran würdest du in einem echten Programm eine verlorene Änderung bemerken?",
		],
	},
	insight: "Lasst eine Tabelle bei einem Kern; schützt sie nur, solange ein anderer Kern daran arbeitet.",
};
