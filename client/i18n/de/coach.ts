import { counted, number, seconds } from "../base/format.ts";

export const coachWords = {
	marks: {
		take: "In der gemeinsamen Schlange warten Aufgaben. Du kannst eine nehmen.",
		deal: "In der gemeinsamen Schlange wartet Arbeit. Wähle einen Kern dafür.",
		way: "Du kannst sagen, wie eine Aufgabe läuft, bevor sie beginnt.",
		ahead: "Du kannst schon die nächste nehmen, während deine läuft.",
		packets: "Du kannst auch ein anderes Paket geben: Wähle es zuerst.",
		move: "Du kannst eine wartende Aufgabe verschieben: Wähle sie, dann einen Kern.",
		order: "Du kannst die Reihenfolge deiner Schlange ändern.",
		steal: "Du kannst eine wartende Aufgabe von nebenan nehmen.",
		ask: "Du kannst einen Stapel verlangen: Wähle seine Größe.",
		reorder: "Du kannst sagen, welcher Auftrag einer Art zuerst kommt.",
		coreMode: "Dein Kern hat Einstellungen. Du kannst sie jederzeit ändern.",
		systemMode: "Die Maschine hat Einstellungen. Du kannst sie jederzeit ändern.",
	},
	key: "Taste",
	hint: (left: number) => `Tipp: noch ${number(left)}, jeder kostet einen Stern`,
	hintNothing: "Gerade kein Tipp: Auch der Profi würde warten. Das kostet keinen Stern.",
	advice: (what: string) => `${capital(what)}.`,
	adviceWhy: (what: string, why: string) => `${capital(what)}: ${why}.`,
	bots: "Was sich die Bots denken",
	botsNone: "Noch hat niemand etwas entschieden.",
	botSays: (who: string, advice: string) => `${who}: ${advice}`,
	task: (lengthS: number) => `die Aufgabe von ${seconds(lengthS)}`,
	firstTask: "die erste Aufgabe",
	packet: (tasks: number, lengthS: number) =>
		`das Paket mit ${counted(tasks, "Aufgabe", "Aufgaben")} (${seconds(lengthS)})`,
	deal: (what: string, core: string) => `${what} an ${core}`,
	dealWay: (what: string, core: string, way: string) => `${what} an ${core} geben, auf diese Weise: ${way}`,
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
		longestLine: (lengthS: number) => `an ihr hängt am meisten Arbeit, ${seconds(lengthS)}`,
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
