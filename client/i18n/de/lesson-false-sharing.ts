import { fixed } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const falseSharing: LessonText = {
	brief: [
		"Aufgaben zählen in sechs Tabellen. Gepackt teilen sich acht Zähler eine Cache-Zeile; aufgefüllt hat jeder seine, und eine Tabelle ist achtmal so groß. In E und F können zwei Kerne einander Gezähltes überschreiben; Sperre oder eigene Kopie verhindern das und kosten Zeit.",
		"Ziel: Schafft viel Arbeit; Verlorenes zählt nicht.",
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
			ask: ({ sides }) =>
				sides.length < 2
					? "Gepackte Zähler teilen sich Cache-Zeilen. Was lässt eine Zeile von Kern zu Kern wandern?"
					: `Gepackt habt ihr ${fixed(sides[0] ?? 0, 0)} s geschafft, die zählen, aufgefüllt ${fixed(sides[1] ?? 0, 0)} s. Was lässt eine gepackte Zeile wandern?`,
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
			why: "Lesen, Addieren und Zurückschreiben sind drei Schritte. Wer zuletzt schreibt, überschreibt, was dazwischen kam, und niemand erfährt es. Wer allein an einer Tabelle ist, verliert nichts: Ein Kern je Tabelle ist der billigste Schutz.",
		},
		{
			ask: () => "Warum gehört eine Tabelle mit Zählern zu einem Kern, gepackt wie aufgefüllt?",
			choices: [
				"Aufgefüllt ist es gleich, wo sie ist: Jeder Zähler hat seine Zeile",
				"Nur ein Kern kann eine Tabelle in seinem Cache haben",
				"Gepackt nimmt ihm niemand die Zeilen weg; aufgefüllt liegt sie schon in seinem Cache",
			],
			beliefs: ["Auffüllen kostet nichts", "Kein Cache hält, was ein anderer hält", ""],
			why: "In eine Zeile passen acht Zähler. Aufgefüllt ist eine Tabelle achtmal so groß und füllt den Cache: Wer zu einer anderen wechselt, lädt 3,5 s lang.",
		},
	],
	sides: { packed: "gepackte Zähler", padded: "aufgefüllte Zähler" },
	ways: { unlocked: "ohne Sperre", locked: "mit Sperre", private: "eigene Kopie" },
	code: `long packed[N];  // acht Zähler in einer Cache-Zeile
struct { alignas(64) long n; } padded[N];  // jedem seine Zeile

void unlocked(long *h) { *h = *h + 1; }  // verliert vielleicht eine
void locked(long *h) { lock(&m);  *h = *h + 1;  unlock(&m); }
void own_copy(long *h) {
	long mine = count_alone();
	lock(&m);  *h += mine;  unlock(&m);
}`,
	leavesOut:
		"Echte Maschinen haben auch atomare Befehle, die nichts verlieren, aber die Zeile trotzdem wandern lassen, und lockerere Regeln, in welcher Reihenfolge andere ein Schreiben sehen. Auch an einer aufgefüllten Tabelle können sich zwei Kerne am selben Zähler treffen.",
	guide: {
		goal: "Sehen, dass gemeinsamer Speicher nicht umsonst ist: Zeilen wandern, Änderungen gehen verloren, und jeder Schutz hat seinen Preis; der des Auffüllens ist Cache.",
		watchFor: [
			"Schickt der Scheduler Pakete einer Tabelle zum selben Kern?",
			"Aufgefüllt: Machen die Kerne eine Tabelle fertig, bevor sie zu einer anderen wechseln?",
			"Schützen die Kerne aus Gewohnheit, oder wenn jemand anders an der Tabelle ist?",
		],
		ask: [
			"Auf welcher Seite kam es mehr darauf an, wohin eine Tabelle ging, und warum?",
			"Woran würdest du in einem echten Programm eine verlorene Änderung bemerken?",
		],
	},
	idea: "Lasst eine Tabelle bei einem Kern: Gepackt bleiben ihre Zeilen dort, aufgefüllt ihre Zähler. Schützt sie nur, solange ein anderer Kern daran arbeitet.",
};
