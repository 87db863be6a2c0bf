import { fixed } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const rushHour: LessonText = {
	brief: [
		"Alles auf einmal, in wachsenden Wellen: Eiliges (U), Tabellen (A–C), Suchen (D, E), Datenströme (S), Absturzgefährdetes (X, Y), Programme mit seriellem Teil (P).",
		"Ziel: Arbeit, die rechtzeitig fertig ist. Verspätetes Eiliges und verlorene Änderungen kosten. 10 s lang zu viel Rückstand: Der Chip fällt aus. Haltet 5 Minuten durch!",
	],
	predict:
		"In der letzten Welle kommen alle 20 s im Mittel 9 Pakete mit 3,3 Aufgaben zu je 2,25 s. Wie viele Kerne sind damit beschäftigt, wenn sonst nichts Zeit kostet?",
	predictUnit: "Kerne",
	predictWhy:
		"9 × 3,3 × 2,25 s = 67 s Arbeit in 20 s: so viel wie 3,3 Kerne. Euer Chip hat vier: Nicht einmal einer bleibt für das Warten auf Speicher und Sperren, für Kopien, Abstürze und späte Entscheidungen. Wer mehr verschwendet, fällt aus.",
	headline: ({ value, naive, best }) =>
		`Euer Chip hat ${fixed(value, 0)} s Arbeit geleistet, die zählt. Reihum verteilt wären es ${fixed(naive, 0)} s, nach der besten bekannten Regel ${fixed(best, 0)} s.`,
	questions: [
		{
			ask: () => "Es kommt mehr Arbeit, als die Kerne schaffen. Was wird aus der Warteschlange?",
			choices: [
				"Sie pendelt sich bei einer Länge ein",
				"Sie wächst, solange das so bleibt",
				"Sie bleibt kurz, wenn sich alle anstrengen",
			],
			beliefs: ["Warteschlangen finden immer ein Gleichgewicht", "", "Anstrengung ersetzt Kapazität"],
			why: "Was hereinkommt und nicht hinausgeht, bleibt. Es hilft nur, weniger zu vergeuden oder zu lassen, was ohnehin zu spät ist.",
		},
		{
			ask: () =>
				"Eine Aufgabe ist schon zu spät, eine andere kann noch rechtzeitig fertig werden. Welche zuerst?",
			choices: [
				"Die verspätete: Sie wartet am längsten",
				"Die längere von beiden",
				"Die, die es noch rechtzeitig schafft",
			],
			beliefs: [
				"Wer zuerst kommt, kommt immer zu Recht zuerst dran",
				"Lange Aufgaben müssen früh beginnen",
				"",
			],
			why: "Die verspätete jetzt zu erledigen bringt nichts mehr, und die andere käme auch zu spät. So macht eine verspätete Aufgabe die nächste zu spät.",
		},
		{
			ask: () => "Zwei Datenströme füllen den Speicherbus. Was bringt ihnen ein dritter Kern?",
			choices: [
				"Fast nichts: Alle warten auf den Bus",
				"Noch einmal die Hälfte",
				"Sie werden doppelt so schnell",
			],
			beliefs: [
				"",
				"Kerne addieren sich, worauf auch immer sie warten",
				"Mehr Kerne helfen immer im selben Maß",
			],
			why: "Der Bus ist der Engpass. Ein dritter Strom macht jeden nur langsamer; andere Arbeit hätte den Kern genutzt.",
		},
	],
	sides: {},
	ways: {
		locked: "mit Sperre",
		unlocked: "ohne Sperre",
		private: "eigene Kopie",
		together: "zusammen",
		apart: "eigener Prozess",
	},
	code: `deal(packet):                 // Verteiler
	urgent?        -> to the front, where something ends first
	else the packet that is due first and not yet too late:
	stream? -> the core that streams already
	else    -> the shortest queue
next(queue):                  // Kern: Eiliges zuerst, Hoffnungsloses zuletzt
	urgent first, hopelessly late last, else by deadline
way(task):
	table:  somebody else on it ? own_copy : no_lock
	may crash often ? own_process : together`,
	leavesOut:
		"Echte Systeme weisen Arbeit ab, bevor sie untergehen, nehmen Maschinen dazu und kennen viel mehr Stufen von Eile. Hier muss alles getan werden, was kommt.",
	guide: {
		goal: "Alle Einsichten zusammen unter Druck anwenden und sehen, was Überlast anrichtet.",
		watchFor: [
			"Wird Eiliges vor allem anderen verteilt?",
			"Sieht jemand nach, wer noch an einer Tabelle ist, bevor er eine Art wählt?",
			"Lässt jemand liegen, was hoffnungslos zu spät ist?",
			"Beginnt ein serieller Teil früh, damit seine Teile überall laufen können?",
		],
		ask: [
			"Was hat euren Chip zu Fall gebracht?",
			"Was würdet ihr mit demselben Startwert anders machen? Spielt ihn noch einmal.",
		],
	},
	idea: "Eiliges zuerst, Hoffnungsloses zuletzt; Ströme auf einen Kern; nur schützen, was geteilt wird.",
};
