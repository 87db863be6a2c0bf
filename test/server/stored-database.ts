import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gunzipSync } from "node:zlib";
import { pino } from "pino";
import { fromUnnumbered } from "#shared/lessons/outcome-file.ts";
import { PLAIN_PLAN } from "#shared/lessons/plan-switches.ts";
import type { Down } from "#shared/protocol/down.ts";
import type { RoundAnswer } from "#shared/protocol/http.ts";
import { withoutRoles } from "#shared/result/evidence-file.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { createDataFolder } from "./test-server.ts";

/**
 * A database, and what the program that wrote it showed of it, before stored values had versions (2026-11-29): two open
 * classes, one of them in the second part of a lesson, two that ended, an experiment, the six questions, homework.
 */
const FOLDER = join(import.meta.dirname, "stored");

export type Shown = {
	/** The owner's, as a bearer token. */
	readonly session: string;
	/** Of the class that was being played, and Ada's token in it. */
	readonly code: string;
	readonly token: string;
	/** Answers by path. */
	readonly shown: Readonly<Record<string, { readonly status: number; readonly body: unknown }>>;
	/** Of the open classes, what their desk was shown and told. */
	readonly classes: Readonly<
		Record<string, { readonly state: unknown; readonly round: Down["round"] | null }>
	>;
};

export const SHOWN: Shown = sinceThen(JSON.parse(unzip("version-1-shown.json.gz").toString()));

/**
 * What that program showed, but for what has been changed since: a class that an earlier simulation was playing is
 * explained, the log of a round has its checksums, scores have the number of their formula, which was the first, and there
 * are teams and switches, which that class has none of.
 */
function sinceThen({ code, ...before }: Shown): Shown {
	const shown = Object.entries(before.shown).map(([path, answer]) => {
		if (path === "/api/classes") return [path, { ...answer, body: explained(answer.body, code) }];
		const round = before.shown[path.replace(/\/log$/, "")]?.body as Partial<RoundAnswer> | undefined;
		if (!path.endsWith("/log")) return [path, { ...answer, body: withFormulas(answer.body) }];
		if (round?.outcome === undefined) return [path, answer];
		const checksums = round.outcome.chips.map(({ checksum }) => checksum);
		return [path, { ...answer, body: { ...(answer.body as RoundLog), checksums } }];
	});
	const classes = Object.entries(before.classes).map(([open, { state, round }]) => {
		const since = withPlan(state as ShownState, round?.log.header.chips.length ?? 0);
		const now = { ...since, phase: "explain", paused: false };
		return [open, { round, state: open === code ? now : since }];
	});
	return { ...before, code, shown: Object.fromEntries(shown), classes: Object.fromEntries(classes) };
}

/** Rounds, one round or homework as they are shown now. */
function withFormulas(body: unknown): unknown {
	if (Array.isArray(body)) return body.map(withFormulas);
	if (typeof body !== "object" || body === null) return body;
	const { scores, outcome, otherPart, earlier, evidence, results, ...rest } = body as Record<string, unknown>;
	// An experiment has neither.
	const chips = Array.isArray(scores) ? scores.map(() => null) : [];
	return {
		...rest,
		...(Array.isArray(scores) && { scores, teams: [], formula: 1, played: chips }),
		...(outcome !== undefined && { outcome: fromUnnumbered(outcome) }),
		...(otherPart !== undefined && { otherPart: byNobodysTeam(otherPart) }),
		...(earlier !== undefined && { earlier: byNobodysTeam(earlier) }),
		...(evidence !== undefined && { evidence: withoutRoles(evidence) }),
		...(Array.isArray(results) && {
			results: results.map((result) => ({ ...result, formula: 1, hints: 0 })),
		}),
	};
}

/** A round of a time before teams, beside another one. */
function byNobodysTeam(outcome: unknown): object | null {
	return outcome === null ? null : { outcome: fromUnnumbered(outcome), teams: [] };
}

type ShownState = { readonly students: Readonly<Record<string, object>> };

function withPlan(state: ShownState, chips: number): object {
	const students = Object.entries(state.students).map(([id, student]) => [id, { ...student, team: 0 }]);
	const teams = Array.from({ length: chips }, () => 0);
	return { ...state, ...PLAIN_PLAN, level: "standard", teams, students: Object.fromEntries(students) };
}

function explained(classes: unknown, code: string): unknown {
	return (classes as { readonly code: string }[]).map((open) =>
		open.code === code ? { ...open, phase: "explain" } : open,
	);
}

/** A data folder with the database, after `change`. */
export function versionOneFolder(change: (database: DatabaseSync) => void = () => undefined): string {
	return folderWith("version-1.sqlite.gz", change);
}

/** Who sat where in a class. */
type Seated = {
	readonly code: string;
	readonly seats: readonly {
		readonly name: string;
		readonly token: string;
		readonly chip: number;
		readonly seat: number;
	}[];
};

/**
 * A database as a server left it that was killed, which played with simulation version 5 (2026-11-29): three classes
 * were open, one playing, one predicting, one in its explanation. What they had been told.
 */
export type KilledIn5 = {
	/** The owner's, as a bearer token. */
	readonly session: string;
	readonly played: Seated & {
		readonly round: string;
		readonly turns: number;
		readonly checksums: { readonly turn: number; readonly sums: readonly number[] };
	};
	readonly briefed: Seated;
	readonly explained: Seated & { readonly round: string; readonly outcome: Down["outcome"]["outcome"] };
};

export const KILLED_IN_5: KilledIn5 = JSON.parse(readFileSync(join(FOLDER, "simulation-5.json"), "utf8"));

/** A data folder with that database, after `change`. */
export function killedFolder(change: (database: DatabaseSync) => void = () => undefined): string {
	return folderWith("simulation-5.sqlite.gz", change);
}

function folderWith(name: string, change: (database: DatabaseSync) => void): string {
	const folder = createDataFolder();
	writeFileSync(join(folder, "coretet.sqlite"), unzip(name));
	changeDatabase(folder, change);
	return folder;
}

/** Changes a database that no server has open; what `change` returns. */
export function changeDatabase<Found>(folder: string, change: (database: DatabaseSync) => Found): Found {
	const database = new DatabaseSync(join(folder, "coretet.sqlite"));
	try {
		return change(database);
	} finally {
		database.close();
	}
}

/** A log whose warnings and errors are kept, as sentences. */
export function listen() {
	const sentences: string[] = [];
	const log = pino(
		{ level: "warn", base: null },
		{ write: (line: string) => sentences.push(JSON.parse(line).msg) },
	);
	return { log, sentences };
}

function unzip(name: string): Buffer {
	return gunzipSync(readFileSync(join(FOLDER, name)));
}
