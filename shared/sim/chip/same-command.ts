import type { Command } from "./command.ts";

/** Whether two commands are equal, whatever the order of their fields. All fields are primitive values. */
export function isSameCommand(one: Command, other: Command): boolean {
	const fields = Object.entries(one);
	const others = new Map<string, unknown>(Object.entries(other));
	return fields.length === others.size && fields.every(([field, value]) => others.get(field) === value);
}
