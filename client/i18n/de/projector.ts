import { counted, number } from "../base/format.ts";
import type { Inside } from "../dictionary.ts";

export const projectorWords: Inside["projectorWords"] = {
	title: "Beamer",
	connecting: "Die Klasse wird geöffnet …",
	join: "Beitreten unter",
	code: "Code",
	qr: "QR-Code der Adresse zum Beitreten",
	joined: (count) => `${number(count)} von euch ${count === 1 ? "ist" : "sind"} da`,
	nobody: "Noch ist niemand da.",
	locked: "Die Klasse ist gesperrt.",
	part: (part) => (part === 0 ? "Erstes von zwei Spielen" : "Zweites von zwei Spielen"),
	round: (round) => `Runde ${round}`,
	cores: (cores) => counted(cores, "Kern", "Kerne"),
	timeLeft: "Restzeit",
	jobsDone: (jobs) => (jobs === 1 ? "Job fertig" : "Jobs fertig"),
	tasksDone: (tasks) => (tasks === 1 ? "Aufgabe fertig" : "Aufgaben fertig"),
	oneCore: "ein Kern",
	busy: "ausgelastet",
	coresBusy: "Kerne ausgelastet",
	paused: "Pause",
	replaying: "Holt auf …",
	ended: "Die Stunde ist zu Ende",
	endedText: "Danke fürs Mitspielen.",
	reconnecting: "Die Verbindung ist weg. Neuer Versuch …",
	dilation: "1 s im Spiel ist 1 ms auf einem echten Chip",
};
