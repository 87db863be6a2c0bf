import { counted, list, number } from "../base/format.ts";
import type { Inside } from "../dictionary.ts";

export const teamWords: Inside["teamWords"] = {
	names: [
		"Wega",
		"Sirius",
		"Rigel",
		"Mira",
		"Atair",
		"Deneb",
		"Capella",
		"Castor",
		"Pollux",
		"Spica",
		"Regulus",
		"Antares",
		"Polaris",
		"Atlas",
		"Elektra",
		"Maia",
	],
	team: (number, name) => `Team ${number} ${name}`,
	newTeam: "Neues Team",
	of: (chip, team) => `${chip} · ${team}`,
	bots: "Bots",
	chipOfBots: (chip) => `${chip}, Bots`,
	title: "Teams",
	withMembers: (team, members) => `${team} (${number(members)})`,
	ofChip: (chip) => `von Chip ${number(chip)}`,
	ofTeam: (team) => `von ${team}`,
	ofSize: (cores) => `vom Chip mit ${counted(cores, "Kern", "Kernen")}`,
	mates: (names) => `mit ${list(names)}`,
	move: "Team",
	moveText:
		"Teams bleiben über den ganzen Plan zusammen. Zwischen den Runden kann man in ein anderes wechseln.",
};
