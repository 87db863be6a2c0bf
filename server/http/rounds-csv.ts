import type { RoundRow } from "#shared/protocol/http.ts";

const COLUMNS = [
	"round",
	"class",
	"lesson",
	"played",
	"students",
	"chips",
	"turns",
	"teams",
	"scores",
	"formula",
	"played by people",
];

/** Rounds as a table for a spreadsheet: CSV as in RFC 4180, one line per round, values of chips with spaces between, "-" for none (of teams 0). */
export function roundsAsCsv(rounds: readonly RoundRow[]): string {
	const rows = rounds.map(
		({ id, code, lesson, playedMs, students, chips, turns, teams, scores, formula, played }) => [
			id,
			code,
			lesson,
			new Date(playedMs).toISOString(),
			String(students),
			String(chips),
			String(turns),
			teams.map((team) => team ?? 0).join(" "),
			scores.map((score) => score?.toFixed(1) ?? "-").join(" "),
			formula === null ? "" : String(formula),
			played.map((share) => (share === null ? "-" : `${Math.round(100 * share)}%`)).join(" "),
		],
	);
	return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Beginnings of a cell that a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
	const safe = FORMULA.test(text) ? `'${text}` : text;
	return `"${safe.replaceAll('"', '""')}"`;
}
