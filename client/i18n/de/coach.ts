import { counted, number, seconds } from "../base/format.ts";

export const coachWords = {
	marks: {
		take: "In der gemeinsamen Schlange warten Aufgaben. Nimm eine.",
		deal: "In der Schlange wartet Arbeit. Gib sie einem Kern.",
		way: "Sag, auf welche Weise eine Aufgabe laufen soll, bevor sie beginnt.",
		ahead: "Nimm noch eine, während deine läuft: Geplantes beginnt ohne Pause.",
		packets: "Ein anderes Paket darf zuerst gehen: Wähle es.",
		move: "Wähle eine Aufgabe aus einer langen Schlange, dann einen Kern mit weniger Arbeit.",
		order: "Du sagst, was als Nächstes läuft: Hol deine letzte Aufgabe nach vorn.",
		steal: "Für dich ist nichts mehr da. Stiehl eine Aufgabe von nebenan.",
		ask: "Aufträge warten. Verlange einen Stapel: Wähle seine Größe.",
		reorder: "Von einer Art warten mehrere Aufträge: Du sagst, welcher zuerst kommt.",
		coreMode: "Dein Kern hat Einstellungen: Ändere eine.",
		systemMode: "Die Maschine hat Einstellungen: Ändere eine.",
	},
	key: "Taste",
	hint: "Tipp",
	hintNothing: "Gerade ist nichts zu tun: Warten ist richtig.",
	advice: (what: string) => `${capital(what)}.`,
	adviceWhy: (what: string, why: string) => `${capital(what)}: ${why}.`,
	bots: "Was sich die Bots denken",
	botsNone: "Noch hat niemand etwas entschieden.",
	botSays: (who: string, advice: string) => `${who}: ${advice}`,
	task: (lengthS: number) => `die Aufgabe von ${seconds(lengthS)}`,
	firstTask: "die erste Aufgabe",
	packet: (tasks: number) => `das Paket mit ${counted(tasks, "Aufgabe", "Aufgaben")}`,
	deal: (what: string, core: string) => `${what} an ${core}`,
	plan: (what: string) => `${what} einplanen`,
	moveTo: (what: string, core: string) => `${what} zu ${core} verschieben`,
	move: (what: string) => `${what} verschieben`,
	moveFirst: (what: string) => `${what} nach ganz vorn`,
	moveLast: (what: string) => `${what} nach ganz hinten`,
	moveToPlace: (what: string, place: number) => `${what} an die ${number(place)}. Stelle`,
	choose: (what: string, way: string) => `${what} auf diese Weise: ${way}`,
	giveBack: (what: string) => `${what} zurückgeben`,
	steal: (core: string) => `eine Aufgabe von ${core} stehlen`,
	yield: "die laufende Aufgabe zurückstellen",
	order: (rule: string) => `die gemeinsame Schlange ordnen: ${rule}`,
	ask: (count: number, job: string) => `${number(count)} Stück von Auftrag ${job} verlangen`,
	putFirst: (job: string) => `Auftrag ${job} nach vorn`,
	set: (mode: string, value: string) => `„${mode}“ auf ${value} stellen`,
	change: "eine Einstellung ändern",
	reasons: {
		first: () => "sie wartet am längsten",
		longest: (lengthS: number) => `mit ${seconds(lengthS)} ist sie die längste`,
		shortest: (lengthS: number) => `mit ${seconds(lengthS)} ist sie die kürzeste`,
		dueFirst: (leftS: number) =>
			leftS < 0 ? "sie ist schon zu spät" : `sie ist als erste fällig, in ${seconds(leftS)}`,
		urgent: (priority: number) => `ihre Priorität ist ${number(priority)}`,
		warm: (kib: number) => `${number(kib)} KiB ihrer Daten liegen dort im Cache`,
		fullestQueue: (waiting: number) =>
			`dort ${waiting === 1 ? "wartet" : "warten"} ${counted(waiting, "Aufgabe", "Aufgaben")}`,
		leastLoad: (lengthS: number) => `dort ist am wenigsten zu tun, ${seconds(lengthS)}`,
		mostLoad: (lengthS: number) => `dort ist am meisten zu tun, ${seconds(lengthS)}`,
		inTurn: (core: number) => `Kern ${number(core)} ist an der Reihe`,
		keepTogether: (cores: number) =>
			`${counted(cores, "Kern arbeitet", "Kerne arbeiten")} an denselben Daten`,
		keepApart: (cores: number) => `${counted(cores, "Kern schreibt", "Kerne schreiben")} in dieselben Daten`,
		sameSize: (items: number) => `es verlangt immer ${number(items)}`,
		random: (count: number) => `ausgelost unter ${number(count)}`,
	},
};

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
