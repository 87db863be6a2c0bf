import { counted, number } from "../format.ts";
import type { Inside } from "../words.ts";

export const projectWords: Inside["projectWords"] = {
	title: "Beamer",
	connecting: "Die Klasse wird geöffnet …",
	join: "Beitreten unter",
	code: "Code",
	qr: "QR-Code der Adresse zum Beitreten",
	joined: (count) => `${number(count)} von euch ${count === 1 ? "ist" : "sind"} da`,
	nobody: "Noch ist niemand da.",
	locked: "Die Klasse ist gesperrt.",
	round: (round) => `Runde ${round}`,
	chip: (chip) => `Chip ${chip}`,
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
	signIn: "Melde dich als Lehrkraft dieser Klasse an und öffne die Beameransicht dann noch einmal.",
	dilation: "1 s im Spiel ist 1 ms auf einem echten Chip",
};
