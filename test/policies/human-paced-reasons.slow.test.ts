import { expect, test } from "vitest";
import { isPlayed } from "#shared/lessons/kind.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { policyById } from "#shared/policies/table.ts";
import { openSimulation, REFERENCE_PER_S } from "#shared/result/simulate-players.ts";
import { advance } from "#shared/sim/advance.ts";
import { bottomLevelNs } from "#shared/sim/chip/bottom-level.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";

const EACH_S = 1;
const LOOKS = 60;

/** What the lesson's idea would do in every seat, second by second, while it plays. */
function* lookAround(lesson: (typeof LESSONS)[number]): Generator<[Chip, number, Command]> {
	const { expert } = lesson.policies;
	const setup = { cores: lesson.chipCores[0] ?? 4, seed: 1, level: "standard", side: 0 } as const;
	const chip = openSimulation(lesson, setup, expert, 0.5);
	for (let look = 1; look <= LOOKS; look++) {
		advance(chip, look * EACH_S * NS_PER_PLAY_S);
		for (let seat = 0; seat < chip.seats.length; seat++) {
			const command = policyById(expert).act?.(chip, seat, () => 0);
			if (command !== undefined) yield [chip, seat, command];
		}
	}
}

/** Sizes of batches, and walls, follow from sums that no one number says: a hint gives the idea instead. */
const WITHOUT = ["asymmetric", "processes-threads"];

for (const lesson of LESSONS.filter((lesson) => isPlayed(lesson) && !WITHOUT.includes(lesson.id)))
	test(`${lesson.id}: who plays its idea says why, and the number is finite`, () => {
		const { reason } = policyById(lesson.policies.expert);
		let count = 0;
		// The chip goes on: each is asked at its own moment.
		for (const [chip, seat, command] of lookAround(lesson)) {
			const why = reason?.(chip, seat, command);
			if (why === undefined) continue;
			expect(Number.isFinite(why.value)).toBe(true);
			count += 1;
		}
		expect(count).toBeGreaterThan(0);
	});

for (const lesson of LESSONS.filter((each) => isPlayed(each) && each.id !== "asymmetric"))
	test(`${lesson.id}: its bots say why they do what they do`, () => {
		const { naive } = lesson.policies;
		const setup = { cores: lesson.chipCores[0] ?? 4, seed: 1, level: "standard", side: 0 } as const;
		const chip = openSimulation(lesson, setup, naive, REFERENCE_PER_S);
		const { reason } = policyById(naive);
		const said = new Set<string>();
		advance(chip, LOOKS * NS_PER_PLAY_S, (event) => {
			const done = commandOf(event);
			const why = done && reason?.(chip, done.seat, done.command);
			if (why !== undefined) said.add(why.key);
		});
		expect([...said].length).toBeGreaterThan(0);
	});

/** What a seat did by the event. */
function commandOf(event: ChipEvent): { readonly seat: number; readonly command: Command } | undefined {
	if (event.type === "stolen") return { seat: event.core + 1, command: { type: "steal", from: event.from } };
	if (event.type === "decided") return { seat: event.seat, command: event.command };
	if (event.type !== "planned") return undefined;
	return {
		seat: event.seat,
		command: { type: "plan", thread: event.thread, core: event.core, position: 0 },
	};
}

test("the longest line of all is said to be the longest, a shorter one never", () => {
	const lesson = LESSONS.find(({ id }) => id === "parallel-work");
	if (lesson === undefined) throw new Error("no such lesson");
	const { reason } = policyById("insight:parallel-work");
	let count = 0;
	for (const [chip, seat, command] of lookAround(lesson)) {
		if (command.type !== "plan" || seat === 0) continue;
		const why = reason?.(chip, seat, command);
		if (why?.key !== "longestLine") continue;
		const lineOf = (id: number) => bottomLevelNs(chip, at(chip.threads, id));
		const ready = chip.shared.filter((id) => chip.threads[id]?.state === "ready" && id !== command.thread);
		for (const id of ready) expect(lineOf(id)).toBeLessThanOrEqual(lineOf(command.thread));
		count += 1;
	}
	expect(count).toBeGreaterThan(0);
});
