import "./no-eval.ts";
import { ok, type Result, refuse } from "#shared/lib/result.ts";
import { type Down, type DownType, down } from "#shared/protocol/down.ts";

/** The types of messages that a room sends. */
export const DOWN_TYPES = Object.keys(down) as DownType[];

/** A message of the server as its schema says, or that it is none. */
export function readMessage<Type extends DownType>(
	type: Type,
	payload: unknown,
): Result<Down[Type], "unreadable"> {
	const read = down[type].safeParse(payload);
	// By a type that is a parameter the compiler finds all schemas and not one.
	return read.success ? ok(read.data as Down[Type]) : refuse("unreadable");
}
