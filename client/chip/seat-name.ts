import type { ChipLabels } from "../present/labels.ts";

/** Who plays a seat. A bot may have a name of its own, as when it stands in for somebody. */
export type SeatName = { readonly name: string; readonly bot: boolean };

export function shownName({ name, bot }: SeatName, labels: ChipLabels): string {
	return bot && name === "" ? labels.bot : name;
}
