import type { Lesson } from "#shared/lessons/lesson.ts";
import { sideOfChip } from "../i18n/side-names.ts";
import type { ClientSession } from "../net/client-session.ts";
import { useStore } from "../net/use-store.ts";

/** The side that the chip plays now, in a lesson with two, and which of its two parts this is; otherwise undefined. */
export function useSide(
	session: ClientSession,
	lesson: Lesson | undefined,
	chip: number | undefined,
): { readonly name: string; readonly part: 0 | 1 } | undefined {
	const header = useStore(session.stream)?.header;
	if (lesson === undefined || chip === undefined || header === undefined) return undefined;
	const name = sideOfChip(lesson.id, header, chip);
	return name === undefined ? undefined : { name, part: header.part };
}
