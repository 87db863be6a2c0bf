import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const processesThreads: LessonText = {
	brief: [
		"Aufgaben gehören zu drei Anwendungen, manche können abstürzen. Ein Thread teilt alles mit seiner Anwendung: Stürzt er ab, dann auch ihre laufenden Threads. Ein eigener Prozess stürzt allein ab, aber seine Eingabe muss gesendet werden oder in gemeinsamem Speicher liegen.",
		"Ziel: Schafft viel Arbeit; Abgestürztes zählt nicht.",
	],
	predict:
		"Vier Prozesse bekommen und beantworten 1 MB Nachrichten je Millisekunde Arbeit. Wievielmal so schnell sind sie zusammen wie ein Kern, der nichts sendet?",
	predictUnit: "mal so schnell",
	predictWhy:
		"1 MB zu senden und zu empfangen dauert hier etwa 4 ms, 2 ns je Byte auf jeder Seite. Für 1 ms Arbeit braucht jeder 5 ms: Vier zusammen schaffen 4 / 5 = 0,8.",
	headline: ({ value, naive, best }) =>
		`Ihr habt ${fixed(value, 0)} s Arbeit geschafft, die überlebt hat. Ohne zu wählen wären es ${fixed(naive, 0)} s gewesen, mit dem besten bekannten Spiel ${fixed(best, 0)} s.`,
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
				"Die abstürzen können, während andere ihrer Anwendung laufen",
				"Alle: Wände sind immer gut",
				"Die mit den größten Eingaben",
			],
			beliefs: ["", "Wände kosten nichts", "Große Aufgaben brauchen große Wände"],
			why: "Eine Wand lohnt sich, wenn etwas kaputtgehen kann und jemand getroffen würde. Läuft eine Anwendung nur auf einem Kern, trifft ihr Absturz sonst niemanden.",
		},
	],
	sides: { threads: "Threads, wenn niemand wählt", processes: "Prozesse, wenn niemand wählt" },
	ways: { thread: "Thread", process: "Prozess", "shared memory": "gemeinsamer Speicher" },
	code: `// ein Thread: sieht die Eingabe, wo sie liegt
pthread_create(&t, NULL, work, input);

// ein Prozess: die Eingabe wird zweimal kopiert
write(to_worker, input, bytes);  // hier
read(from_boss, input, bytes);   // dort
if (fork() == 0) { work(input); _exit(0); }

// gemeinsamer Speicher: einmal einrichten, nichts kopieren
void *m = mmap(NULL, n, RW, MAP_SHARED, fd, 0);`,
	leavesOut:
		"Ein Prozess, der beim Schreiben in gemeinsamen Speicher abstürzt, kann ihn halb beschrieben hinterlassen; und einen Prozess zu starten dauert, was hier fehlt.",
	guide: {
		goal: "Sehen, dass Threads und Prozesse schnelles Teilen gegen Sicherheit tauschen, und dass die Wahl zur Aufgabe gehört.",
		watchFor: [
			"Hält der Scheduler eine riskante Anwendung auf einem Kern?",
			"Bauen Kerne Wände aus Gewohnheit, oder wo ein Absturz jemanden träfe?",
		],
		ask: [
			"Warum steckt ein Browser jede Seite in einen eigenen Prozess?",
			"Welcher Anfang war für eure Klasse besser: Threads oder Prozesse?",
		],
	},
	idea: "Lass eine Anwendung auf einem Kern; baue die billigste Wand um eine Aufgabe, die abstürzen kann, während andere derselben Anwendung laufen.",
};
