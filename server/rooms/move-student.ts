import type { ClassFact } from "#shared/class/class-event.ts";
import { type ClassState, presentStudents } from "#shared/class/class-state.ts";
import { foldFacts } from "#shared/class/open-round.ts";
import { nextTeamNumber, teamsOf } from "#shared/class/team.ts";
import { TEAM_SIZE_MAX, TEAMS_MAX } from "#shared/class/team-size.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/down.ts";
import { dealAgain } from "./seat-arrived.ts";

/**
 * Returns the facts of a student's move to another team, or (null) to a new one, between rounds. A round that nobody
 * has played yet is opened again for it, under the id `round`; one that is explained stays as it was played.
 */
export function moveStudent(
	state: ClassState,
	student: string,
	to: number | null,
	round: string,
): Result<readonly ClassFact[], Refusal> {
	const known = presentStudents(state).find(({ id }) => id === student);
	const teams = teamsOf(state);
	if (state.kind === "practice") return refuse("notAllowed");
	if (known === undefined || state.phase === "ended" || teams.length === 0) return refuse("notNow");
	if (state.phase === "play" || state.phase === "lobby") return refuse("betweenRounds");
	const target = teams.find(({ number }) => number === to);
	if (to !== null && target === undefined) return refuse("noSuchTeam");
	if (target !== undefined && target.number === known.team) return ok([]);
	if (target !== undefined && target.members.length >= TEAM_SIZE_MAX) return refuse("teamFull");
	const left = teams.find(({ number }) => number === known.team);
	if (target === undefined && left?.members.length === 1) return refuse("teamOfNobody");
	if (target === undefined && teams.length >= TEAMS_MAX) return refuse("teamFull");
	const moved: ClassFact = { type: "teamed", student, team: target?.number ?? nextTeamNumber(state) };
	if (state.phase === "explain") return ok([moved]);
	return ok([moved, ...dealAgain(foldFacts(state, [moved]), round)]);
}
