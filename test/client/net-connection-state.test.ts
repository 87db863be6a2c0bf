import { describe, expect, test } from "vitest";
import { CLOSE_ELSEWHERE, CLOSE_ENDED, CLOSE_SILENT } from "#shared/protocol/close-codes.ts";
import { goneByCloseCode, retryDelayMs } from "../../client/net/connection-state.ts";

describe("the way back into a class", () => {
	test("waits twice as long each time, up to two seconds, spread by half", () => {
		expect([1, 2, 3, 4, 5, 6, 20].map((attempt) => retryDelayMs(attempt, 0.999_999).toFixed(0))).toEqual([
			"250",
			"500",
			"1000",
			"2000",
			"2000",
			"2000",
			"2000",
		]);
		expect(retryDelayMs(1, 0)).toBe(125);
	});

	test("stays away after the server's own close codes, and comes back after all others", () => {
		expect([CLOSE_ENDED, CLOSE_ELSEWHERE, CLOSE_SILENT].map(goneByCloseCode)).toEqual([
			"ended",
			"elsewhere",
			"silent",
		]);
		for (const code of [1000, 1001, 1005, 1006, 4001, 4002, 4003])
			expect(goneByCloseCode(code)).toBeUndefined();
	});
});
