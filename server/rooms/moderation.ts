import type { ClassFact } from "#shared/class/class-event.ts";
import { type ClassState, presentStudents } from "#shared/class/class-state.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/down.ts";
import { cleanPlayerName, distinctName } from "#shared/protocol/player-name.ts";
import { moveStudent } from "./move-student.ts";
import type { UpMessage } from "./up-message.ts";

/** Returns the facts of what the desk does with a student, or why it is refused. `createId`: for a round that is opened. */
export function moderate(
	state: ClassState,
	message: UpMessage & { type: "rename" | "remove" | "move" },
	createId: () => string,
): Result<readonly ClassFact[], Refusal> {
	const { student } = message.payload;
	const known = state.students.get(student);
	if (state.kind === "practice") return refuse("notAllowed");
	if (known === undefined || !known.present || state.phase === "ended") return refuse("notNow");
	if (message.type === "move") return moveStudent(state, student, message.payload.team, createId());
	if (message.type === "rename") {
		const cleaned = cleanPlayerName(message.payload.name);
		if (!cleaned.ok) return refuse("badName");
		const others = presentStudents(state).filter(({ id }) => id !== student);
		const name = distinctName(
			cleaned.value,
			others.map((other) => other.name),
		);
		return ok([{ type: "renamed", student, name }]);
	}
	const removed: ClassFact = { type: "removed", student, block: message.payload.block };
	// A bot plays the seat on.
	const isPlaying = known.place !== undefined && !known.bot && state.round?.closed === false;
	return ok(isPlaying ? [{ type: "botDrives", student, bot: true }, removed] : [removed]);
}
