import { counted } from "../base/format.ts";
import type { Inside } from "../dictionary.ts";

export const rushWords: Inside["rushWords"] = {
	ofChip: (chip, said) => `${chip} ${said}`,
	ofYours: (said) => `Dein Chip ${said}`,
	down: (at, wave) => `ist nach ${at} ausgefallen, in Welle ${wave}.`,
	heldOut: (at, wave) => `hat bis zum Schluss durchgehalten: ${at}, bis Welle ${wave}.`,
	downShort: (at) => `ausgefallen nach ${at}`,
	heldShort: "bis zum Schluss",
	podium: "Teams mit diesem Startwert",
	place: (place) => `${place}.`,
	besides: (chip, value) => `${chip}, außer Wertung: ${value}`,
	points: (value) => `${value} s`,
	first: (value) =>
		`Die erste Runde dieser Klasse mit diesem Startwert: ${value} s sind der Rekord, den es zu schlagen gilt.`,
	newClass: (value, before) => `Neuer Klassenrekord mit diesem Startwert: ${value} s. Vorher: ${before} s.`,
	ofClass: (record, value) => `Klassenrekord mit diesem Startwert: ${record} s. Diesmal: ${value} s.`,
	firstOwn: (value) =>
		`Deine erste Runde mit diesem Startwert: ${value} s sind der Rekord, den es zu schlagen gilt.`,
	newOwn: (value) => `Dein bestes Ergebnis mit diesem Startwert: ${value} s.`,
	own: (record, value) => `Dein Rekord mit diesem Startwert: ${record} s. Diesmal: ${value} s.`,
	notByHand: "Diesmal kein Rekord: Es zählen nur Runden, in denen Bots kaum für Menschen spielen.",
	seed: (seed) => `Startwert ${seed}.`,
	playSeed: "Dieselbe Runde allein üben: ein Link für Freunde",
	backlogTitle: "Arbeit, die wartete",
	backlogSummary: (limit) => `Mehr als ${limit} s davon bringen einen Chip nach 10 s zum Ausfall.`,
	second: "Sekunde im Spiel",
	waiting: "s Arbeit",
	limit: "Grenze",
	worthTitle: (chip) => `Woraus das Ergebnis von ${chip} besteht`,
	parts: {
		inTime: (_) => "Rechtzeitige Arbeit",
		late: (count) => counted(count, "Eiliges verspätet", "eilige Aufgaben verspätet"),
		lost: (count) => counted(count, "Änderung überschrieben", "Änderungen überschrieben"),
	},
	sum: "Ergebnis",
	alsoLate: (late) => `Nicht rechtzeitig fertige Aufgaben: ${late}. Sie zählen nichts.`,
};
