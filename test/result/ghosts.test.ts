import { expect, test } from "vitest";
import { NS_PER_PLAY_S, TURN_NS } from "#shared/lib/units.ts";
import { botsAlone, expertsInSeats, valueCurve } from "#shared/result/ghosts.ts";
import { presentRound, type RecordedRound } from "#shared/round/recorded-round.ts";
import { simulation } from "#shared/round/simulation.ts";

const SECONDS = 20;
const setUp = (isPerson: (chip: number, seat: number) => boolean) =>
	simulation.createHeader({
		lesson: "load-balancing",
		seed: 1,
		chips: 1,
		isPerson,
		level: "starter",
		part: 0,
	});

function curveOf(round: RecordedRound): number[] {
	const curve = valueCurve({ ...round, turns: (SECONDS * NS_PER_PLAY_S) / TURN_NS }, 0);
	for (;;) {
		const { done, value } = curve.next();
		if (done === true) return value;
	}
}

test("a curve has a value for each second of play", () => {
	const curve = curveOf(
		botsAlone(
			setUp(() => true),
			0,
		),
	);
	expect(curve).toHaveLength(SECONDS);
	expect(curve.at(-1)).toBeGreaterThan(0);
});

test("bots alone play as the round's own bots do where nobody holds a seat", () => {
	const header = setUp(() => false);
	const played = presentRound({ header, commands: [], turns: 0 });
	expect(curveOf(botsAlone(header, 0))).toEqual(curveOf(played));
	expect(
		curveOf(
			botsAlone(
				setUp((_, seat) => seat === 1),
				0,
			),
		),
	).toEqual(curveOf(played));
});

test("the expert sits where people do, and nowhere else", () => {
	const policies = (round: RecordedRound) => round.header.chips[0]?.seats.map(({ policy }) => policy);
	const header = setUp((_, seat) => seat === 0);
	const [scheduler, ...cores] = policies(expertsInSeats(header, 0)) ?? [];
	const [naive, ...others] = policies(botsAlone(header, 0)) ?? [];
	expect(scheduler).not.toBe(naive);
	expect(cores).toEqual(others);
	expect(new Set([...cores, naive]).size).toBe(1);
});
