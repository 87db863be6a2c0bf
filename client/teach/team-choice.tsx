import { useId } from "preact/hooks";
import { TEAM_SIZE_MAX, TEAMS_MAX } from "#shared/class/team-size.ts";
import { teamName } from "../i18n/team-names.ts";
import { teamWords as t } from "../i18n/words.ts";
import { type StudentSnapshot, type TeamSnapshot, teamsOf } from "../net/room-snapshot.ts";

/** Value of the choice that stands for a team that is not there yet. */
const NEW_TEAM = "new";

type TeamChoiceProps = {
	student: StudentSnapshot;
	students: readonly StudentSnapshot[];
	/** null: a new team. */
	onTeam: (team: number | null) => void;
};

/** The team of a student, to be changed between rounds. Teams that are full cannot be chosen. */
export function TeamChoice({ student, students, onTeam }: TeamChoiceProps) {
	const id = useId();
	const teams = teamsOf(students);
	const isAlone = teams.some(({ number, members }) => number === student.team && members.length === 1);
	function choose(value: string) {
		onTeam(value === NEW_TEAM ? null : Number(value));
	}
	return (
		<div class="field">
			<label for={id}>{t.move}</label>
			<select id={id} value={String(student.team)} onChange={(event) => choose(event.currentTarget.value)}>
				{teams.map((team) => (
					<option key={team.number} value={team.number} disabled={isFullFor(team, student)}>
						{t.withMembers(teamName(team.number), team.members.length)}
					</option>
				))}
				{!isAlone && teams.length < TEAMS_MAX && <option value={NEW_TEAM}>{t.newTeam}</option>}
			</select>
			<p class="muted small">{t.moveText}</p>
		</div>
	);
}

function isFullFor({ number, members }: TeamSnapshot, student: StudentSnapshot): boolean {
	return number !== student.team && members.length >= TEAM_SIZE_MAX;
}
