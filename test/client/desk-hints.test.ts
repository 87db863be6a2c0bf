import { expect, test } from "vitest";
import { PLAIN_PLAN } from "#shared/lessons/plan-switches.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { replay } from "#shared/round/replay.ts";
import { progressOf, type RoomSnapshot, type StudentSnapshot } from "../../client/net/room-snapshot.ts";
import { type ChipReport, reportOf } from "../../client/teach/chip-report.ts";
import { hintsFor } from "../../client/teach/hints.ts";
import { sayHint } from "../../client/teach/say-hint.ts";

const NAMES = Array.from({ length: 8 }, (_, chip) => `Team ${chip + 1}`);
const sentencesFor = (...asked: Parameters<typeof hintsFor>) =>
	hintsFor(...asked).map((hint) => sayHint(hint, NAMES));

function student(name: string, more: Partial<StudentSnapshot> = {}): StudentSnapshot {
	return {
		id: name,
		name,
		team: 1,
		chip: 0,
		seat: 1,
		online: true,
		bot: false,
		predicted: false,
		hints: 0,
		measured: false,
		order: 0,
		...more,
	};
}

function room(phase: RoomSnapshot["phase"], students: readonly StudentSnapshot[]): RoomSnapshot {
	return {
		code: "K7MF4W",
		kind: "class",
		phase,
		lessons: ["amdahl"],
		lesson: 0,
		explained: false,
		lessonId: "amdahl",
		round: "r",
		roundNumber: 1,
		teams: [1],
		switches: PLAIN_PLAN,
		level: "standard",
		paused: false,
		locked: false,
		generatedNames: false,
		asked: undefined,
		sheets: 0,
		students,
	};
}

const header = createRoundHeader(lessonById("parallel-work"), 3, 1, () => false);
const chip = at(replay(presentRound({ header, commands: [], turns: 40 })).chips, 0).chip;
const calm: ChipReport = reportOf(chip, 0, undefined);

test("nothing is said where nothing needs help", () => {
	expect(sentencesFor(room("play", [student("Ada")]), [{ ...calm, queues: [] }])).toEqual([]);
});

test("who is away is named, with the bot that plays", () => {
	const away = [student("Ada", { online: false, bot: true }), student("Ben", { bot: true })];
	expect(sentencesFor(room("brief", away), [])).toEqual(["Ada and Ben are away; a bot plays."]);
});

test("who is here and has not predicted is not away, while a bot plays and after", () => {
	const class2 = [student("Ada", { predicted: true }), student("Ben", { bot: true })];
	expect(sentencesFor(room("play", class2), [])).toEqual([
		"1 student has not predicted yet; a bot plays until then.",
	]);
	expect(sentencesFor(room("explain", class2), [])).toEqual([]);
	const gone = [student("Ada", { online: false, bot: true }), student("Ben", { bot: true, predicted: true })];
	expect(sentencesFor(room("play", gone), [])).toEqual(["Ada and Ben are away; a bot plays."]);
	expect(sentencesFor(room("explain", gone), [])).toEqual(["Ada is away."]);
});

test("who is here and does not answer is named, in whichever seat, while play runs", () => {
	const silent = { ...calm, queues: [], silent: [0, 3] };
	const class4 = [student("Ada", { seat: 0 }), student("Ben"), student("Cleo", { seat: 3, chip: 1 })];
	expect(sentencesFor(room("play", class4), [silent])).toEqual([
		"Ada does not answer; a bot plays until they touch the screen.",
	]);
	expect(sentencesFor(room("explain", class4), [silent])).toEqual([]);
});

test("a seat is silent once its player has left two decisions unanswered, the scheduler's too", () => {
	const held = createRoundHeader(lessonById("cache-affinity"), 3, 1, (_chip, seat) => seat < 2);
	const silentAt = (turns: number) =>
		reportOf(at(replay(presentRound({ header: held, commands: [], turns })).chips, 0).chip, 0, undefined)
			.silent;
	expect(silentAt(12)).toEqual([]);
	expect(silentAt(60)).toContain(0);
});

test("missing predictions are counted while they are collected", () => {
	const students = [student("Ada", { predicted: true }), student("Ben")];
	expect(sentencesFor(room("predict", students), [])).toEqual([
		"1 student has not committed to a number yet.",
	]);
	expect(sentencesFor(room("explain", students), [])).toEqual([]);
});

test("nobody waits for the prediction of who is away, and one made before going still counts", () => {
	const students = [
		student("Ada", { predicted: true }),
		student("Ben", { online: false }),
		student("Cleo", { online: false, predicted: true }),
	];
	expect(progressOf(students, "predicted")).toEqual({ made: 2, of: 2 });
	expect(sentencesFor(room("predict", students), [])).toEqual(["Ben and Cleo are away; a bot plays."]);
});

test("five hints at most, the most pressing first", () => {
	const reports = Array.from({ length: 8 }, (_, index) => ({
		...calm,
		chip: index,
		queues: [],
		recent: { idleWorkWaits: 0.2 + index / 20, switching: 0 },
	}));
	const hints = sentencesFor(room("play", []), reports);
	expect(hints).toHaveLength(5);
	expect(hints[0]).toContain("Team 8");
});

test("a long queue beside an idle core without work is worth a word", () => {
	const queues = [
		{ length: 4, isIdle: false },
		{ length: 0, isIdle: true },
	];
	expect(sentencesFor(room("play", []), [{ ...calm, queues }])[0]).toContain("core 1");
	// Not where cores are meant to sleep.
	const saving = { ...room("play", []), lessonId: "big-little" };
	expect(sentencesFor(saving, [{ ...calm, queues }])).toEqual([]);
});

test("shares of the last seconds are of the last seconds only", () => {
	const earlier = { nowNs: calm.nowNs, causes: calm.causes };
	const later = at(replay(presentRound({ header, commands: [], turns: 80 })).chips, 0).chip;
	const { recent } = reportOf(later, 0, earlier);
	expect(recent?.idleWorkWaits).toBeGreaterThanOrEqual(0);
	expect((recent?.idleWorkWaits ?? 0) + (recent?.switching ?? 0)).toBeLessThan(1);
});
