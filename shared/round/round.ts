import type { Command } from "../sim/command.ts";
import type { Scenario } from "../sim/scenario.ts";

/** Who sat in a seat when the round started. Index in `ChipHeader.seats` is the seat id: 0 the scheduler, k core k - 1. */
export type SeatHeader = { readonly driver: "person" | "bot"; readonly policy: string };

export type ChipHeader = { readonly scenario: Scenario; readonly seats: readonly SeatHeader[] };

/** A round before its first command: with the log, all there is to know about it. */
export type RoundHeader = {
	readonly simVersion: number;
	readonly lesson: string;
	/** 32-bit unsigned. */
	readonly seed: number;
	readonly chips: readonly ChipHeader[];
};

/** A command and the turn at whose start it takes effect; order within a turn as received. */
export type StampedCommand = {
	readonly turn: number;
	readonly chip: number;
	readonly seat: number;
	readonly command: Command;
};

/** A round as data: replaying it gives everything that happened. `turns`: how many were closed. */
export type RoundLog = {
	readonly header: RoundHeader;
	readonly commands: readonly StampedCommand[];
	readonly turns: number;
};
