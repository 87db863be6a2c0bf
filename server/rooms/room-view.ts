import { type ClassState, presentStudents, type Student } from "#shared/class/class-state.ts";
import { RoomState, StudentState } from "#shared/protocol/room-state.ts";

/** Updates the room state, which everyone sees, to the class. Unchanged fields cost nothing. */
export function showClass(state: ClassState, view: RoomState): void {
	if (view.lessons.length === 0) view.lessons.push(...state.lessons);
	view.assign({
		code: state.code,
		kind: state.kind,
		phase: state.phase,
		lesson: state.lesson,
		explained: state.explained,
		round: state.round?.id ?? "",
		roundNumber: state.roundNumber,
		...state.switches,
		level: state.level,
		paused: state.paused,
		locked: state.locked,
		generatedNames: state.generatedNames,
		asked: state.asked ?? "",
		sheets: state.asked === undefined ? 0 : state.probes[state.asked].sheets,
	});
	showTeams(state.round?.teams ?? [], view);
	const present = presentStudents(state);
	for (const student of present) {
		const shown = view.students.get(student.id);
		if (shown === undefined) view.students.set(student.id, new StudentState().assign(fieldsOf(student)));
		else shown.assign(fieldsOf(student));
	}
	if (view.students.size > present.length) {
		for (const id of [...view.students.keys()]) {
			if (state.students.get(id)?.present !== true) view.students.delete(id);
		}
	}
}

/** An array that is the same is not sent again. */
function showTeams(teams: readonly (number | null)[], view: RoomState): void {
	const numbers = teams.map((team) => team ?? 0);
	if (numbers.length === view.teams.length && numbers.every((team, chip) => view.teams[chip] === team))
		return;
	view.teams.clear();
	view.teams.push(...numbers);
}

function fieldsOf(student: Student) {
	return {
		name: student.name,
		chip: student.place?.chip ?? -1,
		seat: student.place?.seat ?? -1,
		team: student.team ?? 0,
		online: student.online,
		bot: student.bot,
		predicted: student.predicted !== undefined,
		hints: student.hints,
		measured: student.measured !== undefined,
		order: student.order,
	};
}

export function createView(state: ClassState): RoomState {
	const view = new RoomState();
	showClass(state, view);
	return view;
}
