import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { standardSetup, withValue } from "#shared/lab/setup.ts";
import type { Subject } from "#shared/lab/subject.ts";
import { at } from "#shared/lib/assert.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { type LabState, readLink, writeLink } from "../../client/lab/lab-link.ts";
import { scenarioTextOf } from "../../client/lab/save-file.ts";
import { STARTS } from "../../client/lab/starts.ts";

const lock: Subject = { type: "setup", ...withValue(standardSetup("lock"), "waiting", "spin") };
const amdahl: Subject = { type: "setup", ...standardSetup("amdahl") };
const roundTrip = async (state: LabState) => readLink(`#${await writeLink(state)}`);

function exampleSubject(): Subject {
	const parsed = parseScenario(JSON.parse(readFileSync("shared/sim/examples/small-dag.json", "utf8")));
	if (!parsed.ok) throw new Error(parsed.reason.join("; "));
	return { type: "file", scenario: parsed.value, policy: "lpt", seed: 7 };
}

describe("the lab's link", () => {
	test("one set-up is short, two and a speed come back as they were", async () => {
		expect(await writeLink({ subjects: [lock], speed: 1 })).toBe("v=1&a=lock.waiting-spin");
		const state = { subjects: [lock, amdahl], speed: 0.05 };
		expect(await roundTrip(state)).toEqual({ state, problems: [] });
	});

	test("a scenario from a file travels in it, with its policy and seed", async () => {
		const state = { subjects: [exampleSubject(), lock], speed: 1 };
		expect(await roundTrip(state)).toEqual({ state, problems: [] });
	});

	test("a scenario too large for a link is said to be", async () => {
		const { scenario, ...rest } = exampleSubject() as Subject & { type: "file" };
		const names = Array.from({ length: 3_000 }, (_, index) => `${Math.imul(index + 1, 0x9e3779b1)}`);
		const job = at(scenario.jobs, 0);
		const threads = names.map((name) => ({ ...at(job.threads, 0), name }));
		const large: Subject = { ...rest, scenario: { ...scenario, jobs: [{ ...job, threads }] } };
		expect(await writeLink({ subjects: [large], speed: 1 })).toBeUndefined();
	});

	test("nothing gives a set-up to begin with", async () => {
		expect(await readLink("")).toEqual({ state: { subjects: [amdahl], speed: 1 }, problems: [] });
	});

	test("a broken scenario, a strange speed and a newer version are said, and the rest is kept", async () => {
		const { state, problems } = await readLink("#v=9&a=file.AAAA.fifo.1&b=lock.waiting-spin&speed=7");
		expect(state).toEqual({ subjects: [amdahl, lock], speed: 1 });
		expect(problems.map(({ type }) => type)).toEqual(["version", "scenario", "speed"]);
		const cut = await readLink(
			`#${(await writeLink({ subjects: [exampleSubject()], speed: 1 }))?.slice(0, 60)}`,
		);
		expect(cut.problems[0]).toEqual({ type: "scenario", reason: "cut off or mistyped" });
	});

	test("every starting point is a link that says what it means", async () => {
		for (const { id, link } of STARTS) {
			const { state, problems } = await readLink(`#${link}`);
			expect([id, problems]).toEqual([id, []]);
			expect([id, await writeLink(state)]).toEqual([id, link]);
		}
	});

	test("the saved file is a scenario, of sliders and of files", () => {
		for (const subject of [lock, exampleSubject()]) {
			const parsed = parseScenario(JSON.parse(scenarioTextOf(subject)));
			expect(parsed.ok && parsed.value.policy).toBe(subject.type === "file" ? subject.policy : "rr");
		}
	});
});
