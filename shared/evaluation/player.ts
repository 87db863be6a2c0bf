import type { LessonId, Level } from "../lessons/ids.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import type { Command } from "../sim/chip/command.ts";
import type { Chance } from "../sim/chip/policy.ts";

/** What a player sees each time it may act. */
export type PlayerView = {
	readonly chip: ReadonlyChip;
	/** 0: the scheduler; k: core k - 1. */
	readonly seat: number;
	readonly lesson: LessonId;
	readonly level: Level;
	/** Every command that the lesson allows the seat and that would be carried out now; for settings, a few values each. */
	readonly options: () => readonly Command[];
	/** Draws an integer, 0 <= n < `below`. Nothing else may depend on luck. */
	readonly chance: Chance;
	/** Empty at the start of a round; what the seat puts in stays until the end. */
	readonly memory: Record<string, unknown>;
};

/**
 * Somebody who plays a seat as a person does: asked `perS` times per second of play on average (every 0.7 to 1.3
 * times that), and what it answers takes effect at the start of the next turn. A command that the lesson does
 * not allow the seat counts as nothing; one that is refused is a turn lost.
 */
export type Player = {
	readonly name: string;
	/** 0: never. */
	readonly perS: number;
	readonly act: (view: PlayerView) => Command | undefined;
};
