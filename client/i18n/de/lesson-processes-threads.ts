import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const processesThreads: LessonText = {
	brief: [
		"Aufgaben gehören zu drei Anwendungen, manche können abstürzen. Ein Thread teilt alles mit seiner Anwendung: Stürzt er ab, beginnen alle ihre Threads neu. Ein eigener Prozess stürzt allein ab, muss aber sein Ergebnis senden oder in gemeinsamen Speicher legen. Manche Aufgaben sind immer Threads.",
		"Ziel: Aufgaben bald nach ihrer Ankunft erledigen.",
	],
	predict:
		"Vier Prozesse bekommen und beantworten 1 MB Nachrichten je Millisekunde Arbeit. Wievielmal so schnell sind sie zusammen wie ein Kern, der nichts sendet?",
	predictUnit: "mal so schnell",
	predictWhy:
		"1 MB zu senden und zu empfangen dauert hier etwa 4 ms, 2 ns je Byte auf jeder Seite. Für 1 ms Arbeit braucht jeder 5 ms: Vier zusammen schaffen 4 / 5 = 0,8.",
	headline: ({ value, naive, best }) =>
		`Eine Aufgabe hat von der Ankunft bis zum Ende ${fixed(value, 1)} s gedauert. Ohne zu wählen wären es ${fixed(naive, 1)} s gewesen, mit dem besten bekannten Spiel ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Eure Kerne haben ${percent(share("ipc"))} der Zeit mit Nachrichten verbracht. Was macht eine Nachricht teuer?`,
			choices: [
				"Dass der andere Prozess auf einem anderen Kern läuft",
				"Dass ihre Bytes aus einem Prozess heraus und in den anderen hinein kopiert werden",
				"Dass Prozesse sich abwechseln",
			],
			beliefs: ["Entfernung macht Nachrichten langsam", "", "Prozesse können nicht gleichzeitig laufen"],
			why: "Jede Seite kopiert jedes Byte. Eine kleine Nachricht kostet wenig, eine große mehr als die Arbeit selbst; gemeinsamer Speicher wird nicht kopiert.",
		},
		{
			ask: () => "Ein Thread stürzt ab. Wer steht noch?",
			choices: [
				"Niemand: Jeder Thread ist für sich",
				"Der ganze Rechner",
				"Alle laufenden Threads desselben Prozesses",
			],
			beliefs: ["Threads sind voreinander geschützt", "Das System hat keine Wände", ""],
			why: "Threads teilen einen Speicher: Was einer zerstört hat, ist für alle zerstört. Die Wand steht um den Prozess: Andere Prozesse laufen weiter.",
		},
		{
			ask: () => "Welche Aufgaben verdienen einen eigenen Prozess?",
			choices: [
				"Die wahrscheinlich abstürzen, während andere ihrer Anwendung laufen",
				"Alle: Wände sind immer gut",
				"Die am meisten Daten erzeugen",
			],
			beliefs: ["", "Wände kosten nichts", "Große Aufgaben brauchen große Wände"],
			why: "Eine Wand lohnt sich, wenn ein Absturz wahrscheinlich ist und jemand getroffen würde. Ist er unwahrscheinlich, kostet die Wand mehr als der Absturz.",
		},
	],
	sides: { threads: "meist Threads, wenn niemand wählt", processes: "meist Prozesse, wenn niemand wählt" },
	ways: { thread: "Thread", process: "Prozess", "shared memory": "gemeinsamer Speicher" },
	code: `// ein Thread: Sein Ergebnis liegt, wo alle es sehen
pthread_create(&t, NULL, work, input);

// ein Prozess: Sein Ergebnis wird zweimal kopiert
if (fork() == 0) {
  work(input);
  write(to_boss, result, bytes);   // dort
  _exit(0);
}
read(from_worker, result, bytes);  // hier

// gemeinsamer Speicher: einmal einrichten, nichts kopieren
void *m = mmap(NULL, n, RW, MAP_SHARED, fd, 0);`,
	leavesOut:
		"Ein Prozess, der beim Schreiben in gemeinsamen Speicher abstürzt, kann ihn halb beschrieben hinterlassen; und einen Prozess zu starten dauert, was hier fehlt.",
	guide: {
		goal: "Sehen, dass Threads und Prozesse schnelles Teilen gegen Sicherheit tauschen, und dass die Wahl zur Aufgabe gehört.",
		watchFor: [
			"Wählt der Scheduler zu einem Paket einen Weg, oder nur einen Kern?",
			"Bauen Kerne Wände aus Gewohnheit, oder wo ein Absturz jemanden träfe?",
		],
		ask: [
			"Warum steckt ein Browser jede Seite in einen eigenen Prozess?",
			"Welcher Anfang war für eure Klasse besser: Threads oder Prozesse?",
		],
	},
	idea: "Baue die billigste Wand um eine Aufgabe, die wahrscheinlich abstürzt, während andere ihrer Anwendung laufen, und keine, wo die Wand mehr kostet als der Absturz.",
};
