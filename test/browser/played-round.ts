import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { createChance } from "#shared/lib/random.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { closeTurn, openRound, roundChecksums } from "#shared/round/play-round.ts";
import type { RoundLog, StampedCommand } from "#shared/round/round.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { QUEUE_ORDERS, SIGNALS } from "#shared/sim/chip/command.ts";
import type { Chance } from "#shared/sim/chip/policy.ts";

const TURNS = 360;

/** A whole round in which people play every second seat, busily and not always within the rules. */
export function playRound(lessonId: LessonId, seed: number): RoundLog {
	const lesson = lessonById(lessonId);
	const header = createRoundHeader(lesson, seed, lesson.chipsMin, (_, seat) => seat % 2 === 0);
	const round = openRound(header);
	const chance = createChance(seed, 77);
	const commands: StampedCommand[] = [];
	while (round.turn < TURNS) {
		const now: StampedCommand[] = [];
		for (let count = chance(4); count > 0; count--) {
			const chip = chance(round.chips.length);
			const seats = at(header.chips, chip).seats.length;
			const threads = Math.max(1, at(round.chips, chip).chip.threads.length);
			now.push({
				turn: round.turn,
				chip,
				seat: chance(seats),
				command: drawCommand(chance, threads, seats - 1),
			});
		}
		commands.push(...now);
		closeTurn(round, now);
	}
	return { header, commands, turns: TURNS };
}

function drawCommand(chance: Chance, threads: number, cores: number): Command {
	const thread = Math.max(0, threads - 1 - chance(Math.min(threads, 20)));
	switch (chance(8)) {
		case 0:
			return { type: "unplan", thread };
		case 1:
			return { type: "steal", from: chance(cores) };
		case 2:
			return { type: "yield" };
		case 3:
			return { type: "order", order: at(QUEUE_ORDERS, chance(QUEUE_ORDERS.length)) };
		case 4:
			return { type: "signal", signal: at(SIGNALS, chance(SIGNALS.length)) };
		case 5:
			return { type: "drive", driver: chance(3) === 0 ? "bot" : "person" };
		default:
			return { type: "plan", thread, core: chance(cores), position: chance(3) };
	}
}

/** What a round's replay comes to: all chips' checksums every fourth turn, as the server tells them. */
export function checksumsOf(log: RoundLog): number[][] {
	const round = openRound(log.header);
	const sums: number[][] = [];
	while (round.turn < log.turns) {
		if (round.turn % 4 === 0) sums.push(roundChecksums(round));
		const { turn } = round;
		closeTurn(
			round,
			log.commands.filter((stamped) => stamped.turn === turn),
		);
	}
	return [...sums, roundChecksums(round)];
}
