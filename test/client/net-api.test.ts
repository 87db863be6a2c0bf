import { describe, expect, onTestFinished, test, vi } from "vitest";
import { PLAIN_PLAN } from "#shared/lessons/plan-switches.ts";
import { api } from "../../client/net/api.ts";

/** What the server answers the next request with. */
function answerWith(body: string | undefined, status = 200): void {
	vi.stubGlobal("fetch", () => Promise.resolve(new Response(body ?? null, { status })));
	onTestFinished(() => {
		vi.unstubAllGlobals();
	});
}

const unreadable = { ok: false, error: { code: "unreadable", message: "" } };

describe("an answer of the server", () => {
	test("is what its schema says", async () => {
		answerWith('{"code":"K7MF4W"}', 201);
		expect(await api.openClass({ ...PLAIN_PLAN, lessons: ["amdahl"], level: "standard" })).toEqual({
			ok: true,
			value: { code: "K7MF4W" },
		});
	});

	test.each([
		["of another type", '{"code":7}'],
		["with something more", '{"code":"K7MF4W","more":1}'],
		["with something less", "{}"],
		["that is no JSON", "<html>"],
		["cut short", '{"code":'],
	])("%s is one that this page does not understand", async (_what, body) => {
		answerWith(body);
		expect(await api.openPractice({ lesson: "amdahl", level: "standard" })).toEqual(unreadable);
	});

	test("of a round's log has a round in it", async () => {
		answerWith('{"header":{},"commands":[],"turns":0}');
		expect(await api.roundLog("r1")).toEqual(unreadable);
	});

	test("without a body is one", async () => {
		answerWith(undefined, 204);
		expect(await api.deleteRound("r1")).toEqual({ ok: true, value: undefined });
	});

	test("that refuses says why, and another refusal is not understood", async () => {
		const error = { code: "classFull", message: "This class is full." };
		answerWith(JSON.stringify({ error }), 409);
		expect(await api.join({ code: "K7MF4W", name: "Ada" })).toEqual({ ok: false, error });
		answerWith(JSON.stringify({ error: { code: "later", message: "" } }), 409);
		expect(await api.join({ code: "K7MF4W", name: "Ada" })).toEqual(unreadable);
	});
});
