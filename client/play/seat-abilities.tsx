import type { Lesson } from "#shared/lessons/lesson.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { playWords as t } from "../i18n/words.ts";

/** What a seat may do in this lesson, in one sentence: the controls, and never what to do with them. */
export function SeatAbilities({ lesson, seat }: { lesson: Lesson; seat: number }) {
	const place = seat === 0 ? "scheduler" : "core";
	const said: Readonly<Partial<Record<Command["type"], string>>> = t.can[place];
	const can = lesson.actions[place].flatMap((type) => said[type] ?? []);
	if (can.length === 0) return null;
	return <p>{t.youCan(can)}</p>;
}
