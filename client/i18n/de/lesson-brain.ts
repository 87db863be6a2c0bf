import { number } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const brain: LessonText = {
	brief: [
		"Diesmal messt ihr euch selbst: Wie schnell sieht und entscheidet ein Mensch?",
		"Erst sucht ihr einen Punkt unter vielen. Dann erscheinen kurz nacheinander eine Farbe und eine Zahl, und ihr beantwortet beides, so schnell ihr könnt. Das dauert zwei Minuten.",
	],
	picture:
		"Zwei Kerne sehen nebeneinander. Zum Entscheiden braucht jeder die eine Sperre, also wartet der zweite, wenn er kurz nach dem ersten kommt.",
	predict:
		"Erst ist eine Farbe zu beantworten, dann eine Zahl. Wie viele Millisekunden länger, wenn überhaupt, dauert die Antwort auf die Zahl, wenn sie gleich nach der Farbe kommt?",
	predictUnit: "ms länger",
	predictWhy:
		"473 Leute an ihren eigenen Browsern warteten bei einem Abstand von 50 ms um 399 ms länger als bei 800 ms.",
	headline: ({ value }) =>
		`Entscheidungen stehen am Engpass Schlange: Gleich nach der Farbe wartete die Zahl ${number(value)} ms länger auf ihre Antwort.`,
	questions: [
		{
			ask: ({ value }) =>
				`Die Antwort auf die Zahl dauerte ${number(value)} ms länger, wenn sie gleich nach der Farbe kam. Wo blieb diese Zeit?`,
			choices: [
				"Die Zahl wurde langsamer gesehen",
				"Die Entscheidung wartete, bis die vorige gefallen war",
				"Die Finger kamen einander in die Quere",
			],
			beliefs: [
				"Alles an der zweiten Aufgabe wird langsamer, auch das Sehen",
				"",
				"Die Hände sind der Engpass, nicht die Entscheidung",
			],
			why: "Gesehen wird nebeneinander, und jede Hand hatte ihre eigene Antwort. Nur entschieden wird eins nach dem anderen: eine Schlange am Engpass.",
		},
		{
			ask: () => "Bei kurzen Abständen fällt die Linie um etwa eine Millisekunde je Millisekunde. Warum?",
			choices: [
				"Was 1 ms später kommt, wartet 1 ms weniger auf dieselbe Sperre",
				"Mit Übung werden alle schneller",
				"Der Bildschirm zeigt Späteres schneller",
			],
			beliefs: [
				"",
				"Die Kurve zeigt Lernen, obwohl die Abstände gemischt waren",
				"Das Gerät macht die Kurve",
			],
			why: "Die Sperre wird so oder so im selben Augenblick frei. Wer später kommt, hat um so viel weniger gewartet, wie ein Kern vor einer Sperre.",
		},
		{
			ask: () => "Was würde dieses Warten auf einem Chip verkürzen?",
			choices: [
				"Ein dritter Kern, der sieht",
				"Ein schnellerer Speicher",
				"Den Teil unter der Sperre kürzer machen",
			],
			beliefs: ["Mehr Kerne helfen immer", "Auf den Speicher wartet alles", ""],
			why: "Mehr Kerne stehen nur vor derselben Sperre Schlange. Was unter ihr geschieht, ist der serielle Teil, wie im Amdahlschen Gesetz.",
		},
	],
	sides: {},
	ways: {},
	code: `void answer(stimulus s) {
    percept p = see(s);      // beide Aufgaben zugleich
    lock(&decision);         // eins nach dem anderen: Hier wartet die zweite
    action a = decide(p);
    unlock(&decision);
    press(a);                // beide Aufgaben zugleich
}
// zwei Threads: answer(colour); 50 ms später answer(number)`,
	leavesOut:
		"Die Stufen von Menschen schwanken, und manche entscheiden nach viel Übung ein wenig nebeneinander. Eine Schlange am Engpass ist die einfachste Erklärung, nicht die ganze.",
	guide: {
		goal: "Die Klasse misst an sich selbst eine Schlange vor einer Sperre und findet die Steigung −1, die eine Sperre hat.",
		watchFor: [
			"Wer mit der Farbe wartet, bis die Zahl da ist",
			"Telefone in einer Hand: Beide Daumen werden gebraucht",
		],
		ask: [
			"Welcher Teil der zwei Aufgaben lief nebeneinander?",
			"Wo habt ihr diese Kurve auf einem Chip gesehen?",
		],
	},
	idea: "Was eins nach dem anderen entschieden werden muss, wartet in einer Schlange, egal wie viel zugleich gesehen wird.",
};
