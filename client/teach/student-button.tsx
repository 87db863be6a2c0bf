import { useState } from "preact/hooks";
import type { Phase } from "#shared/class/phase.ts";
import { NAME_LENGTH_MAX } from "#shared/protocol/player-name.ts";
import { deskWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot, StudentSnapshot } from "../net/room-snapshot.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Modal } from "../ui/modal.tsx";
import { Presence } from "./presence.tsx";
import { TeamChoice } from "./team-choice.tsx";

type StudentProps = { session: ClientSession; room: RoomSnapshot; student: StudentSnapshot };

/** Phases in which teams can change: between rounds. */
const BETWEEN_ROUNDS: ReadonlySet<Phase> = new Set(["brief", "predict", "explain"]);

/** A student, and behind the name what the teacher can do about them. */
export function StudentButton({ session, room, student }: StudentProps) {
	const [opened, setOpened] = useState(false);
	return (
		<>
			<button type="button" class="student-button" title={t.manage} onClick={() => setOpened(true)}>
				<Presence student={student} phase={room.phase} />
			</button>
			{opened && (
				<StudentDialog session={session} room={room} student={student} onClose={() => setOpened(false)} />
			)}
		</>
	);
}

function StudentDialog({ session, room, student, onClose }: StudentProps & { onClose: () => void }) {
	const [name, setName] = useState(student.name);
	function rename(event: Event) {
		event.preventDefault();
		if (name.trim() !== "" && name !== student.name) session.rename(student.id, name);
		onClose();
	}
	function move(team: number | null) {
		if (team !== student.team) session.move(student.id, team);
		onClose();
	}
	function remove(block: boolean) {
		session.remove(student.id, block);
		onClose();
	}
	return (
		<Modal title={student.name} onClose={onClose}>
			<form onSubmit={rename}>
				<Field
					label={t.newName}
					value={name}
					onValue={setName}
					maxLength={NAME_LENGTH_MAX * 2}
					beside={<Button type="submit">{t.rename}</Button>}
				/>
			</form>
			{student.team !== null && BETWEEN_ROUNDS.has(room.phase) && (
				<TeamChoice student={student} students={room.students} onTeam={move} />
			)}
			<p class="muted small">{t.removeText}</p>
			<div class="modal-actions">
				<Button onClick={onClose}>{t.keep}</Button>
				<Button look="danger" onClick={() => remove(false)}>
					{t.remove}
				</Button>
				<Button look="danger" onClick={() => remove(true)}>
					{t.removeAndBlock}
				</Button>
			</div>
		</Modal>
	);
}
