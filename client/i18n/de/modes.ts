import { counted, number, percent, seconds } from "../format.ts";

export const modeWords = {
	way: "Auf welche Weise",
	nextWay: (lengthS: number, data: string | undefined) =>
		`Auf welche Weise soll die Aufgabe${data === undefined ? "" : ` (${data})`} von ${seconds(lengthS)} laufen?`,
	noWay: "Keine deiner nächsten Aufgaben hat eine Wahl.",
	due: (leftS: number) => `fällig in ${seconds(leftS)}`,
	late: (byS: number) => `${seconds(byS)} zu spät`,
	priority: (priority: number) => `Priorität ${number(priority)}`,
	crashRisk: (chance: number) => `Absturzrisiko ${percent(chance)}`,
	bytes: (bytes: number) =>
		`sendet ${bytes >= 1024 ? `${number(bytes / 1024, 1)} KiB` : `${number(bytes)} B`}`,
	needs: (what: string) => `braucht ${what}`,
	locks: (names: string) => `Sperre: ${names}`,
	packet: (tasks: number, lengthS: number) => `${counted(tasks, "Aufgabe", "Aufgaben")}, ${seconds(lengthS)}`,
	packets: "Wartende Pakete",
	dealPacket: (tasks: number, lengthS: number) =>
		`${counted(tasks, "Aufgabe geht", "Aufgaben gehen")} (${seconds(lengthS)}) an den Kern deiner Wahl.`,
	morePackets: (count: number) => `${counted(count, "weiteres Paket wartet", "weitere Pakete warten")}`,
	load: (tasks: number, lengthS: number) => `${number(tasks)} · ${seconds(lengthS)}`,
	loadSpoken: (tasks: number, lengthS: number) =>
		`${counted(tasks, "Aufgabe", "Aufgaben")} geplant, ${seconds(lengthS)} Arbeit`,
	modes: "Einstellungen der Maschine",
	coreModes: "Einstellungen deines Kerns",
	taskModes: "Die gewählte Aufgabe",
	title: {
		quantum: "Zeitscheibe",
		reserve: "Vom L3 nur für diesen Prozess",
		cap: "Höchstens vom Bus",
		lockMode: "Wer auf die Sperre wartet",
		inherit: "Wer sie hat, erbt die Priorität",
		pin: "Läuft nur auf",
		priority: "Priorität",
		restart: "Neu starten",
		spinFor: "Vor einer Sperre drehen",
		sleepAfter: "Ohne Arbeit einschlafen",
		clock: "Tempo",
	},
	value: {
		none: "keine",
		all: "alles",
		after: (lengthS: number) => `${number(lengthS, 2)} s`,
		never: "nie",
		asTheLockSays: "wie es ist",
		notAtAll: "nicht",
		anywhere: "alle",
		on: "ja",
		off: "nein",
		waiting: { spin: "dreht", block: "schläft", adaptive: "beides" },
	},
};
