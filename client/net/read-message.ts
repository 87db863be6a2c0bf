import "./no-eval.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import { type Down, type DownType, down } from "#shared/protocol/down.ts";

/** The types of messages that a room sends. */
export const DOWN_TYPES = Object.keys(down) as DownType[];

/** Parses a message from the server. */
export function readMessage<Type extends DownType>(
	type: Type,
	payload: unknown,
): Result<Down[Type], "unreadable"> {
	const read = down[type].safeParse(payload);
	// Indexed by a type parameter, the compiler would find the union of all schemas instead of one.
	return read.success ? ok(read.data as Down[Type]) : refuse("unreadable");
}
