import { expect, test } from "vitest";
import { lessonById } from "#shared/lessons/table.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { recordTimeline } from "#shared/result/timeline.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { replay } from "#shared/round/replay.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import { finishedChip, RoundReplay, showChecksum } from "../../client/board/round-replay.ts";
import { trailingMean } from "../../client/present/smooth.ts";
import { sharesOf, totalsOf } from "../../client/rounds/timeline-shares.ts";

const log: RoundLog = {
	header: createRoundHeader(lessonById("amdahl"), 11, 4, (_, seat) => seat === 1),
	commands: [
		{ turn: 8, chip: 2, seat: 0, command: { type: "order", order: "longestFirst" } },
		{ turn: 20, chip: 2, seat: 1, command: { type: "yield" } },
		{ turn: 20, chip: 2, seat: 1, command: { type: "signal", signal: "thanks" } },
	],
	turns: 100,
};

test("a chip of the replay ends as the whole round does", () => {
	const round = replay(presentRound(log));
	for (const [index, chip] of round.chips.entries()) {
		expect(finishedChip(presentRound(log), index).checksum()).toBe(chip.checksum());
	}
});

test("however one scrubs, a moment is the same moment", () => {
	const straight = new RoundReplay(presentRound(log), 2);
	straight.seek(7.3 * NS_PER_PLAY_S);
	const scrubbed = new RoundReplay(presentRound(log), 2);
	for (const second of [12, 3.1, 3.2, 25, -4, 99, 0.4, 7.3]) scrubbed.seek(second * NS_PER_PLAY_S);
	expect(scrubbed.nowNs).toBe(straight.nowNs);
	expect(checksum(scrubbed.chip)).toBe(checksum(straight.chip));
});

test("events are told on the way forwards only", () => {
	const scrubbed = new RoundReplay(presentRound(log), 2);
	let signals = 0;
	const listen = (event: { type: string }) => {
		if (event.type === "signalled") signals += 1;
	};
	scrubbed.seek(6 * NS_PER_PLAY_S, listen);
	scrubbed.seek(5.5 * NS_PER_PLAY_S, listen);
	expect(signals).toBe(1);
});

test("checksums show as eight digits", () => {
	expect(showChecksum(0xab)).toBe("000000ab");
	expect(showChecksum(0xffff_ffff)).toBe("ffffffff");
});

test("the shares of a lane of the timeline sum to one", () => {
	const lanes = recordTimeline(presentRound(log), 2);
	for (const lane of lanes) {
		const sum = [...sharesOf(lane).values()].reduce((total, share) => total + share, 0);
		expect(sum).toBeCloseTo(1, 9);
	}
	expect(totalsOf(lanes).switches).toBeGreaterThan(0);
});

test("a trailing mean of a constant is that constant", () => {
	expect(trailingMean([2, 2, 2, 2], 3)).toEqual([2, 2, 2, 2]);
	expect(trailingMean([3, 0, 0, 6], 2)).toEqual([3, 1.5, 0, 3]);
});
