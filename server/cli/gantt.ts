import type { Chip } from "#shared/sim/chip.ts";
import type { Activity, ChipEvent, EventSink } from "#shared/sim/event.ts";

const COLUMNS = 72;

/** One sign per activity; a running thread shows the last digit of its number. */
const SIGNS: Record<Exclude<Activity, "running">, string> = {
	spinning: "~",
	switching: "|",
	waking: "^",
	idleWorkWaits: "!",
	idleSerial: ".",
	idleBlocked: "-",
	idleNothing: " ",
};

type Change = { readonly atNs: number; readonly sign: string };
export type Recording = { readonly changes: readonly Change[][]; readonly sink: EventSink };

/** Listens to what every core does. */
export function recordSegments(cores: number): Recording {
	const changes = Array.from({ length: cores }, (): Change[] => []);
	const sink = (event: ChipEvent): void => {
		if (event.type !== "activity") return;
		const sign = event.activity === "running" ? String(event.thread % 10) : SIGNS[event.activity];
		changes[event.core]?.push({ atNs: event.atNs, sign });
	};
	return { changes, sink };
}

/** One line per core: what it was doing in the middle of each column. */
export function ganttLines({ changes }: Recording, chip: Chip): string[] {
	const columnNs = chip.nowNs / COLUMNS;
	const rows = changes.map((each, core) => {
		let next = 0;
		let sign = " ";
		let row = "";
		for (let column = 0; column < COLUMNS; column++) {
			while ((each[next]?.atNs ?? Number.POSITIVE_INFINITY) <= (column + 0.5) * columnNs)
				sign = each[next++]?.sign ?? sign;
			row += sign;
		}
		return `core ${String(core + 1).padStart(2)} ${row}`;
	});
	return [
		...rows,
		"digits: task; ~ spins, | switches, ^ wakes, ! idle though work waits, . serial part, - blocked",
	];
}
