import { expect, test } from "vitest";
import { schedulingPolicy } from "#shared/lessons/scheduling-policy.ts";
import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { POLICIES, policyById } from "#shared/policies/table.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { closeTurn, openRound } from "#shared/round/play-round.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import { cloneChip } from "#shared/sim/chip/clone.ts";
import { playerCommandFile } from "#shared/sim/chip/command-file.ts";
import { sayAdvice } from "../../client/play/say-advice.ts";
import { advise } from "../../client/seat/advise.ts";
import { peopleChip, richScenario } from "./rich-scenario.ts";

const ALL = playerCommandFile.options.map(({ shape }) => shape.type.value);

test.each(POLICIES.map(({ id }) => id))(
	"a hint by %s is one legal command, said in one sentence, and changes nothing",
	(id) => {
		const chip = peopleChip(richScenario());
		advance(chip, 9 * NS_PER_PLAY_S);
		const before = checksum(chip);
		for (let seat = 0; seat < chip.seats.length; seat++) {
			const advice = advise(chip, seat, policyById(id), ALL);
			if (advice === undefined) continue;
			expect(applyCommand(cloneChip(chip), seat, advice.command)).toMatchObject({ ok: true });
			expect(sayAdvice(chip, seat, advice)).toMatch(/^[A-Z].*[^.]\.$/);
		}
		expect(checksum(chip)).toBe(before);
	},
);

test("a hint gives the reason with its number", () => {
	const chip = peopleChip(richScenario());
	advance(chip, 9 * NS_PER_PLAY_S);
	const advice = advise(chip, 1, policyById("lpt"), ALL);
	const longestNs = Math.max(
		...chip.shared
			.map((id) => chip.threads[id])
			.flatMap((thread) => (thread?.state === "ready" && thread.spec.needs === "" ? [thread.workNs] : [])),
	);
	expect(advice?.reason).toEqual({ key: "longest", value: longestNs / NS_PER_PLAY_S });
	if (advice !== undefined) expect(sayAdvice(chip, 1, advice)).toContain("it is the longest");
});

test("who is to move a task of the own queue is told where to", () => {
	const round = openRound(createRoundHeader(schedulingPolicy, 1, 4, (chip) => chip === 0));
	while (round.turn < 8) closeTurn(round, []);
	const { chip } = at(round.chips, 0);
	const core = chip.cores.findIndex(({ queue }) => queue.length > 2);
	const [first = -1, second = -1] = at(chip.cores, core).queue;
	const say = (thread: number, position: number, from?: number) =>
		sayAdvice(chip, core + 1, {
			command: { type: "plan", thread, core, position },
			reason: undefined,
			...(from !== undefined && { from }),
		});
	expect(say(second, 0)).toMatch(/to the front\.$/);
	expect(say(first, 63)).toMatch(/to the end\.$/);
	expect(say(first, 1)).toMatch(/to place 2\.$/);
	// Of a bot's own move only where the task stands now is known.
	expect(say(second, 0, core)).toMatch(/to place 2\.$/);
});

test("a hint never asks for what the lesson does not allow, or what only the scheduler may deal", () => {
	const made = richScenario();
	const idle = peopleChip(made, 5);
	advance(idle, NS_PER_PLAY_S / 4);
	expect(advise(idle, 1, policyById("fifo"), ALL)).toMatchObject({ command: { type: "plan" } });
	expect(advise(idle, 1, policyById("fifo"), ["steal", "yield"])).toBeUndefined();
	const dealt = peopleChip({ ...made, coresTake: false }, 5);
	advance(dealt, NS_PER_PLAY_S / 4);
	expect(advise(dealt, 1, policyById("fifo"), ALL)).toBeUndefined();
});

test("what stands first in the own queue already is no hint", () => {
	const chip = peopleChip(richScenario());
	advance(chip, 9 * NS_PER_PLAY_S);
	const policy = { ...policyById("fifo"), pick: () => at(chip.cores, 0).queue[0] ?? -1 };
	for (const thread of [...chip.shared])
		applyCommand(chip, 1, { type: "plan", thread, core: 0, position: 63 });
	expect(at(chip.cores, 0).queue.length).toBeGreaterThan(1);
	expect(advise(chip, 1, policy, ALL)).toBeUndefined();
	const second = { ...policy, pick: () => at(chip.cores, 0).queue[1] ?? -1 };
	expect(advise(chip, 1, second, ALL)).toMatchObject({ command: { type: "plan", position: 0 } });
});

test("a way that goes with a deal is said", () => {
	const chip = peopleChip(richScenario(), 5);
	advance(chip, NS_PER_PLAY_S / 4);
	const advice = { command: { type: "deal", job: 0, core: 1, way: 2 }, reason: undefined } as const;
	expect(sayAdvice(chip, 0, advice)).toMatch(
		/^Deal the packet of 2 tasks \([\d.]+\u00a0s\) to C2 this way: padded\.$/,
	);
	expect(sayAdvice(chip, 0, { ...advice, command: { ...advice.command, way: 9 } })).toMatch(
		/^Deal the packet of 2 tasks \([\d.]+\u00a0s\) to C2\.$/,
	);
});
